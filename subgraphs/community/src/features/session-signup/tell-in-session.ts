import { In } from 'typeorm';
import type { PlacedSession } from '../calendar/calendar-attachment.js';
import type { SessionEntity } from '../event-session/session.entity.js';
import type { EventTurn } from '../event/event-follower.js';
import { RoomEntity } from '../event/room.entity.js';
import type { Recipient } from '../registration/moment-in-words.js';
import { RegistrationEntity } from '../registration/registration.entity.js';
import { tellPeople } from '../waiting-list/tell-people.js';
import type { InvitationMail } from './invitation-mails.js';
import type { SessionMail, SessionTurn } from './session-mail.js';
import type { SessionSignupEntity } from './session-signup.entity.js';

interface About {
  readonly session: SessionEntity;
  /** Before it moved. */
  readonly before?: SessionEntity;
}

/** The session as mails tell of it. */
async function sessionTurn(turn: EventTurn, { session, before }: About): Promise<SessionTurn> {
  const { now, links, mailFrom } = turn;
  const placed = { ...(await placedIn(turn, session)), now, links, mailFrom };
  return before ? { ...placed, before: await placedIn(turn, before) } : placed;
}

const placedIn = async ({ tx, event }: EventTurn, session: SessionEntity): Promise<PlacedSession> => ({
  session,
  event,
  room: session.roomId === null ? null : await tx.findOneBy(RoomEntity, { id: session.roomId }),
});

interface Told extends About {
  readonly signups: readonly SessionSignupEntity[];
}

/** Tells each of these people about their sign-up. */
export async function tellInSession(turn: EventTurn, { signups, ...about }: Told, mail: SessionMail): Promise<void> {
  if (signups.length === 0) return;
  const ids = signups.map(({ registrationId }) => registrationId);
  const registrations = await turn.tx.findBy(RegistrationEntity, { id: In(ids) });
  const personOf = new Map(registrations.map(({ id, personId }) => [id, personId]));
  const told = await sessionTurn(turn, about);
  const letters = signups.map((one) => ({
    personId: personOf.get(one.registrationId) ?? null,
    write: (to: Recipient) => mail(to, told, one),
  }));
  await tellPeople(turn, letters);
}

interface Invited extends About {
  readonly personIds: readonly string[];
}

/** Tells each of these people about their invitation for a private session. */
export async function tellInvited(turn: EventTurn, { personIds, ...about }: Invited, mail: InvitationMail) {
  if (personIds.length === 0) return;
  const told = await sessionTurn(turn, about);
  const letters = personIds.map((personId) => ({ personId, write: (to: Recipient) => mail(to, told) }));
  await tellPeople(turn, letters);
}
