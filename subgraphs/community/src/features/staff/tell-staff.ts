import type { EntityManager } from 'typeorm';
import { enqueueNotices } from '../mail-outbox/mail-outbox.js';
import { PersonEntity } from '../person/person.entity.js';
import type { Recipient, StaffLetter } from './staff-mails.js';

const recipients = `
  select name, email, language from person
  where id = $1 or id in (select person_id from staff_role where role = 'STAFF') order by id`;

/** Tells all of staff, and the person: who gains or loses that much power does not do so unseen. */
export async function tellStaff(
  tx: EntityManager,
  letter: StaffLetter,
  { personId, now }: { personId: string; now: Date },
): Promise<void> {
  const { name } = await tx.findOneByOrFail(PersonEntity, { id: personId });
  const told = await tx.query<Recipient[]>(recipients, [personId]);
  const letters = told.map((one) => ({ email: one.email, content: letter(one, name) }));
  await enqueueNotices(tx, now, letters);
}
