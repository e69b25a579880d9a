import type { EntityManager } from 'typeorm';
import { PersonEntity } from '../person/person.entity.js';
import { mailStaff } from './mail-staff.js';
import type { StaffLetter } from './staff-mails.js';

/** Tells all of staff, and the person: who gains or loses that much power does not do so unseen. */
export async function tellStaff(
  tx: EntityManager,
  letter: StaffLetter,
  { personId, now }: { personId: string; now: Date },
): Promise<void> {
  const { name } = await tx.findOneByOrFail(PersonEntity, { id: personId });
  await mailStaff(tx, (to) => letter(to, name), { now, besideIds: [personId] });
}
