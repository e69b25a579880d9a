import { SessionEntity } from '../event-session/session.entity.js';
import { SessionStatus } from '../event-session/session.enums.js';
import type { EventTurn } from '../event/event-follower.js';
import { EventStatus } from '../event/event.enums.js';
import { invitedMail, type InvitationMail } from './invitation-mails.js';
import { tellInvited } from './tell-in-session.js';

/** Tells people that they are invited for a private session, once its event is published: nobody knows of a draft. */
export async function announce(turn: EventTurn, session: SessionEntity, personIds: readonly string[]): Promise<void> {
  if (turn.event.status !== EventStatus.PUBLISHED || session.status !== SessionStatus.SCHEDULED) return;
  if (session.startsAt > turn.now) await tellInvited(turn, { session, personIds }, invitedMail);
}

/** Of an event that was just published: who was invited while it was a draft. */
export const announceAll = (turn: EventTurn): Promise<void> =>
  eachInvited(turn, (session, personIds) => announce(turn, session, personIds));

/** Tells whoever was invited for the sessions of an event, and has no place and waits for none: the others are told as participants. */
export const tellAllInvited = (turn: EventTurn, mail: InvitationMail): Promise<void> =>
  eachInvited(turn, (session, personIds) => tellInvited(turn, { session, personIds }, mail));

/** As tellAllInvited, for one session. Before its sign-ups change. */
export async function tellInvitedTo(turn: EventTurn, session: SessionEntity, mail: InvitationMail): Promise<void> {
  if (turn.event.status !== EventStatus.PUBLISHED) return;
  await tellInvited(turn, { session, personIds: (await invitedOf(turn, [session.id])).get(session.id) ?? [] }, mail);
}

async function eachInvited(
  turn: EventTurn,
  work: (session: SessionEntity, personIds: readonly string[]) => Promise<void>,
): Promise<void> {
  const scheduled = { eventId: turn.event.id, status: SessionStatus.SCHEDULED };
  const sessions = await turn.tx.find(SessionEntity, { where: scheduled, order: { id: 'ASC' } });
  const invited = await invitedOf(
    turn,
    sessions.map(({ id }) => id),
  );
  for (const session of sessions) await work(session, invited.get(session.id) ?? []);
}

const uncommitted = `
  select session_id as "sessionId", array_agg(person_id order by person_id) as "personIds" from session_invitation invited
  where session_id = any ($1) and not exists (
    select from session_signup signup join registration on registration.id = signup.registration_id
    where signup.session_id = invited.session_id and registration.person_id = invited.person_id
      and signup.state in ('CONFIRMED', 'OFFERED', 'WAITLISTED'))
  group by session_id`;

/** By session: who was invited, and did not sign up. */
async function invitedOf({ tx }: EventTurn, sessionIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx.query<{ sessionId: string; personIds: string[] }[]>(uncommitted, [sessionIds]);
  return new Map(rows.map(({ sessionId, personIds }) => [sessionId, personIds]));
}
