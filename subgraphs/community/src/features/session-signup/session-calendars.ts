import { In } from 'typeorm';
import type { EventTurn } from '../event/event-follower.js';
import { RoomEntity } from '../event/room.entity.js';
import type { MailAttachment } from '../mail-outbox/mail-template.js';
import { calendarOfSignup } from './session-mail.js';
import { sessionsById } from './session-promotion.js';
import type { SessionSignupEntity } from './session-signup.entity.js';

/** What a mail about the event does to calendars with these sign-ups, by registration: sessions follow their event. */
export async function sessionCalendars(
  turn: EventTurn,
  signups: readonly SessionSignupEntity[],
): Promise<Map<string, MailAttachment[]>> {
  if (signups.length === 0) return new Map();
  const sessions = await sessionsById(turn, [...new Set(signups.map(({ sessionId }) => sessionId))]);
  const rooms = await turn.tx.findBy(RoomEntity, { id: In(sessions.flatMap(({ roomId }) => roomId ?? [])) });
  const roomOf = new Map(rooms.map((room) => [room.id, room]));
  const turnOf = new Map(
    sessions.map((session) => [session.id, { ...turn, session, room: roomOf.get(session.roomId ?? '') ?? null }]),
  );
  const calendars = new Map<string, MailAttachment[]>();
  for (const signup of signups) {
    const entries = calendarOfSignup(turnOf.get(signup.sessionId)!, signup);
    calendars.set(signup.registrationId, [...(calendars.get(signup.registrationId) ?? []), ...entries]);
  }
  return calendars;
}
