import type { EntityManager } from 'typeorm';
import { enqueueNotices } from '../mail-outbox/mail-outbox.js';
import type { MailContent } from '../mail-outbox/mail-template.js';
import type { Recipient } from './staff-mails.js';

const recipients = `
  select name, email, language from person
  where id = any ($1) or id in (select person_id from staff_role where role = 'STAFF') order by id`;

interface To {
  readonly now: Date;
  /** People who are told too. */
  readonly besideIds?: readonly string[];
}

/** Puts a mail in the outbox for each member of staff. */
export async function mailStaff(
  tx: EntityManager,
  letter: (to: Recipient) => MailContent,
  { now, besideIds = [] }: To,
): Promise<void> {
  const told = await tx.query<Recipient[]>(recipients, [besideIds]);
  const letters = told.map((one) => ({ email: one.email, content: letter(one) }));
  await enqueueNotices(tx, now, letters);
}
