import { In } from 'typeorm';
import type { SessionEntity } from '../event-session/session.entity.js';
import type { EventTurn } from '../event/event-follower.js';
import { RoomEntity } from '../event/room.entity.js';
import type { Recipient } from '../registration/moment-in-words.js';
import { RegistrationEntity } from '../registration/registration.entity.js';
import { tellPeople } from '../waiting-list/tell-people.js';
import type { InvitationMail } from './invitation-mails.js';
import type { SessionMail, SessionTurn } from './session-mail.js';
import type { SessionSignupEntity } from './session-signup.entity.js';

/** The session as mails tell of it. */
async function sessionTurn({ tx, event, now, links }: EventTurn, session: SessionEntity): Promise<SessionTurn> {
  const room = session.roomId === null ? null : await tx.findOneBy(RoomEntity, { id: session.roomId });
  return { session, event, room, now, links };
}

interface Told {
  readonly session: SessionEntity;
  readonly signups: readonly SessionSignupEntity[];
}

/** Tells each of these people about their sign-up. */
export async function tellInSession(turn: EventTurn, { session, signups }: Told, mail: SessionMail): Promise<void> {
  if (signups.length === 0) return;
  const ids = signups.map(({ registrationId }) => registrationId);
  const registrations = await turn.tx.findBy(RegistrationEntity, { id: In(ids) });
  const personOf = new Map(registrations.map(({ id, personId }) => [id, personId]));
  const about = await sessionTurn(turn, session);
  const letters = signups.map((one) => ({
    personId: personOf.get(one.registrationId) ?? null,
    write: (to: Recipient) => mail(to, about, one),
  }));
  await tellPeople(turn, letters);
}

interface Invited {
  readonly session: SessionEntity;
  readonly personIds: readonly string[];
}

/** Tells each of these people about their invitation for a private session. */
export async function tellInvited(turn: EventTurn, { session, personIds }: Invited, mail: InvitationMail) {
  if (personIds.length === 0) return;
  const about = await sessionTurn(turn, session);
  const letters = personIds.map((personId) => ({ personId, write: (to: Recipient) => mail(to, about) }));
  await tellPeople(turn, letters);
}
