import type { EventTurn } from '../event/event-follower.js';
import { sessionCalendars } from '../session-signup/session-calendars.js';
import type { SessionSignupEntity } from '../session-signup/session-signup.entity.js';
import { tellPeople } from '../waiting-list/tell-people.js';
import type { RegistrationMail } from './registration-mail.js';
import type { RegistrationEntity } from './registration.entity.js';

/** Tells each of these registrants about their registration. */
export const tell = (
  turn: EventTurn,
  registrations: readonly RegistrationEntity[],
  mail: RegistrationMail,
): Promise<void> => tellWithSessions(turn, { registrations, signups: [] }, mail);

interface Told {
  readonly registrations: readonly RegistrationEntity[];
  readonly signups: readonly SessionSignupEntity[];
}

/** As tell; the mail also does to calendars what became of these sign-ups. */
export async function tellWithSessions(turn: EventTurn, { registrations, signups }: Told, mail: RegistrationMail) {
  const calendars = await sessionCalendars(turn, signups);
  const letters = registrations.map((one) => ({
    personId: one.personId,
    write: (to: Parameters<RegistrationMail>[0]) => {
      const content = mail(to, turn, one);
      return { ...content, attachments: [...(content.attachments ?? []), ...(calendars.get(one.id) ?? [])] };
    },
  }));
  await tellPeople(turn, letters);
}
