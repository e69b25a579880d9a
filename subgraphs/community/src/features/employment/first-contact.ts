import type { EntityManager } from 'typeorm';
import { holdersOf } from '../organisation/tell-contacts.js';
import { EmploymentRole } from '../person/employment.enums.js';
import { PersonEntity } from '../person/person.entity.js';
import { firstContactMail } from '../staff/staff-mails.js';
import { mailStaff } from '../staff/mail-staff.js';
import { type RoleChange, seatsFirstContact } from './employment.policy.js';
import type { LockedEmployer } from './lock-employer.js';

interface Seated {
  readonly personId: string;
  readonly employer: LockedEmployer;
  readonly now: Date;
}

/** Officers of the organisation, who know whether that is right. */
const officers = [EmploymentRole.DPO, EmploymentRole.CISO];

/** Who becomes the first contact person has it from staff, and decides on all rights there: that does not happen unseen. */
export async function tellOfFirstContact(tx: EntityManager, { personId, employer, now }: Seated, change: RoleChange) {
  if (!seatsFirstContact(employer, change)) return;
  const found = await holdersOf(tx, { organisationIds: [employer.id], now, roles: officers });
  const { name } = await tx.findOneByOrFail(PersonEntity, { id: personId });
  const letter = firstContactMail(employer.legalName);
  await mailStaff(tx, (to) => letter(to, name), { now, besideIds: [personId, ...found.map(({ id }) => id)] });
}
