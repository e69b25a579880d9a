import { inTransaction } from '@lokaal/shared/database';
import type { EntityManager } from 'typeorm';
import type { Job } from '../../jobs/job-runner.js';
import type { SliceDependencies } from '../../slice.js';
import { signInAction } from '../mail-outbox/account-page.js';
import { mailStaff } from '../staff/mail-staff.js';
import { digestMail, type Waiting } from './digest-mail.js';
import { waiting } from './waiting.sql.js';

/** Once a day, from seven o'clock on: a hundred applications are one mail. */
const isDue = `with local as (select $1::timestamptz at time zone 'Europe/Brussels' as now)
  select from local where extract(hour from now) >= 7
    and not exists (select from staff_notice where told_at >= date_trunc('day', now) at time zone 'Europe/Brussels')
    and exists (select from staff_role where role = 'STAFF')`;

/** What is settled may wait again another day, and is news then. */
const forget = `${waiting} delete from staff_notice where record_id not in (select id from waiting)`;

/** What is told now, for this process alone: another one waits for the commit, and finds that it was told. */
const claim = `${waiting} insert into staff_notice (record_id, told_at) select id, $1 from waiting order by id
  on conflict (record_id) do nothing returning record_id as id`;

const summary = `${waiting} select kind, count(*)::int as total,
    array_agg(name order by name, id) filter (where id = any ($2)) as names
  from waiting group by kind having bool_or(id = any ($2)) order by kind`;

type On = Pick<SliceDependencies, 'db' | 'clock' | 'mailWaits'>;

/** Tells staff, in one mail a day, what began to wait for them. */
export async function sendDigest({ db, clock, mailWaits }: On): Promise<void> {
  const now = clock.now();
  const isTold = await inTransaction(db, async (tx) => {
    const news = await newsOf(tx, now);
    if (news.length === 0) return false;
    await mailStaff(tx, (to) => ({ ...digestMail(to, news), ...signInAction }), { now });
    return true;
  });
  if (isTold) mailWaits();
}

async function newsOf(tx: EntityManager, now: Date): Promise<Waiting[]> {
  if ((await tx.query<unknown[]>(isDue, [now])).length === 0) return [];
  await tx.query(forget, [now]);
  const claimed = await tx.query<{ id: string }[]>(claim, [now]);
  return claimed.length === 0 ? [] : tx.query<Waiting[]>(summary, [now, claimed.map(({ id }) => id)]);
}

const minute = 60_000;

export const digestJob = (on: On): Job => ({
  name: 'what waits for staff',
  every: 10 * minute,
  run: () => sendDigest(on),
});
