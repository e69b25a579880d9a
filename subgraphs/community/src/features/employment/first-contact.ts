import { dayOf } from '@lokaal/shared/config';
import type { EntityManager } from 'typeorm';
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
const officers = `select person_id from employment where organisation_id = $1 and roles && '{DPO,CISO}'
  and from_date <= $2 and (to_date is null or to_date > $2)`;

/** Who becomes the first contact person has it from staff, and decides on all rights there: that does not happen unseen. */
export async function tellOfFirstContact(tx: EntityManager, { personId, employer, now }: Seated, change: RoleChange) {
  if (!seatsFirstContact(employer, change)) return;
  const found = await tx.query<{ person_id: string }[]>(officers, [employer.id, dayOf(now)]);
  const { name } = await tx.findOneByOrFail(PersonEntity, { id: personId });
  const letter = firstContactMail(employer.legalName);
  await mailStaff(tx, (to) => letter(to, name), { now, besideIds: [personId, ...found.map((one) => one.person_id)] });
}
