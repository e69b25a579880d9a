import type { EventTurn } from '../event/event-follower.js';
import { tellPeople } from '../waiting-list/tell-people.js';
import type { RegistrationMail } from './registration-mail.js';
import type { RegistrationEntity } from './registration.entity.js';

/** Tells each of these registrants about their registration. */
export const tell = (
  turn: EventTurn,
  registrations: readonly RegistrationEntity[],
  mail: RegistrationMail,
): Promise<void> =>
  tellPeople(
    turn,
    registrations.map((one) => ({ personId: one.personId, write: (to) => mail(to, turn, one) })),
  );
