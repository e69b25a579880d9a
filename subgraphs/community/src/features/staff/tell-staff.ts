import type { EntityManager } from 'typeorm';
import { signInAction } from '../mail-outbox/account-page.js';
import { PersonEntity } from '../person/person.entity.js';
import { mailStaff } from './mail-staff.js';
import type { StaffLetter } from './staff-mails.js';

interface Change {
  readonly personId: string;
  readonly now: Date;
}

/** Tells all of staff, and the person: who gains or loses that much power does not do so unseen. */
export async function tellStaff(tx: EntityManager, letter: StaffLetter, { personId, now }: Change): Promise<void> {
  const { name } = await tx.findOneByOrFail(PersonEntity, { id: personId });
  const linked: typeof letter = (to, about) => ({ ...letter(to, about), ...signInAction });
  await mailStaff(tx, (to) => linked(to, name), { now, besideIds: [personId] });
}
