import { addDays, dayOf } from '@lokaal/shared/config';
import { inTransaction } from '@lokaal/shared/database';
import type { EntityManager } from 'typeorm';
import type { Job } from '../../jobs/job-runner.js';
import type { SliceDependencies } from '../../slice.js';
import { type CalendarTurn, calendarTurn } from '../calendar/calendar-attachment.js';
import { signInAction } from '../mail-outbox/account-page.js';
import type { Letter } from './membership-letter.js';
import { endingSoonMail, inGraceMail } from './membership-mails.js';
import { tellHolder } from './tell-holder.js';

/** Days before the end of a term on which its holder is told. */
const tellDays = 30;
const batchSize = 50;

/** One kind of reminder. The end for which it was sent is kept, so that each end is told once, and a renewal begins anew. */
interface Reminder {
  readonly letter: Letter;
  readonly claim: string;
}

const claim = (kept: string, isDue: string): string => `
  update membership set ${kept} = to_date where id in (
    select id from membership where decision = 'APPROVED' and cancelled_on is null and ${isDue}
      and ${kept} is distinct from to_date order by to_date, id limit ${batchSize} for update skip locked)
  returning id`;

const reminders: readonly Reminder[] = [
  { letter: endingSoonMail, claim: claim('ending_told_for', 'to_date > $1::date and to_date <= $2::date') },
  {
    letter: inGraceMail,
    claim: claim('grace_told_for', '$1::date >= to_date and $1::date < grace_until and to_date <= $2::date'),
  },
];

type On = Pick<SliceDependencies, 'db' | 'clock' | 'mailWaits' | 'mailFrom'>;

/** Tells holders, once before the end of their term and once when their grace begins, that they can renew. */
export async function sendReminders({ db, mailWaits, ...on }: On): Promise<void> {
  const turn = calendarTurn(on);
  for (const reminder of reminders) {
    while ((await inTransaction(db, (tx) => remind(tx, reminder, turn))) > 0) mailWaits();
  }
}

async function remind(tx: EntityManager, { letter, claim: text }: Reminder, turn: CalendarTurn): Promise<number> {
  const today = dayOf(turn.now);
  const [claimed] = await tx.query<[{ id: string }[], number]>(text, [today, addDays(today, tellDays)]);
  const linked: Letter = (to, ...told) => ({ ...letter(to, ...told), ...signInAction });
  for (const { id } of claimed) await tellHolder(tx, linked, { id, ...turn });
  return claimed.length;
}

export const reminderJob = (on: On): Job => ({
  name: 'membership reminders',
  every: 3_600_000,
  run: () => sendReminders(on),
});
