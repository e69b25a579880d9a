import type { DataSource } from 'typeorm';
import type { Clock } from '@lokaal/shared/config';
import { expireInSessions } from '../session-signup/session-promotion.js';
import type { EventTurn } from '../event/event-follower.js';
import type { EventTurnstile } from '../waiting-list/event-turnstile.js';
import { expire } from './promotion.js';

// Events at which an offer is overdue, or a place is free for somebody who waits: it came free by a higher capacity. And those of
// private sessions with somebody who may attend them no longer, such as a former employee of the company that gives one.
const eventsToSettle = `
  select event_id as id from registration where state = 'OFFERED' and offer_expires_at <= $1
  union select session.event_id from session_signup signup join event_session session on session.id = signup.session_id
    where signup.state = 'OFFERED' and signup.offer_expires_at <= $1
  union select event.id from event cross join (values ('ON_SITE'), ('ONLINE')) way(mode)
    where event.status = 'PUBLISHED' and event.starts_at > $1
      and exists (select from registration waits where waits.event_id = event.id and waits.mode = way.mode and waits.state = 'WAITLISTED'
        and (not event.circle_only or belongs_to_circle(event.circle_id, waits.person_id, $1)))
      and coalesce((select count(*) from registration held where held.event_id = event.id and held.mode = way.mode and holds_place(held.state))
        < case way.mode when 'ON_SITE' then event.capacity_on_site else event.capacity_online end, true)
  union select session.event_id from event_session session join event on event.id = session.event_id left join room on room.id = session.room_id
    where event.status = 'PUBLISHED' and session.status = 'SCHEDULED' and session.starts_at > $1
      and exists (select from session_signup waits where waits.session_id = session.id and waits.state = 'WAITLISTED')
      and coalesce((select count(*) from session_signup held where held.session_id = session.id and holds_place(held.state))
        < coalesce(session.capacity, room.capacity), true)
  union select session.event_id from event_session session join track on track.id = session.track_id
      join session_signup signup on signup.session_id = session.id join registration on registration.id = signup.registration_id
    where track.kind = 'PRIVATE' and session.status = 'SCHEDULED' and session.starts_at > $1 and registration.person_id is not null
      and signup.state in ('CONFIRMED', 'OFFERED', 'WAITLISTED') and not may_attend_session(session.id, registration.person_id, $1)
  order by id`;

const sessionsWithLines = `
  select distinct session.id from event_session session join session_signup signup on signup.session_id = session.id
    join track on track.id = session.track_id
  where session.event_id = $1 and (signup.state in ('WAITLISTED', 'OFFERED') or track.kind = 'PRIVATE')`;

/** Keeps waiting lists moving: offers that nobody accepted end, and free places are offered. */
export class WaitingListUpkeep {
  constructor(
    private readonly dependencies: { readonly db: DataSource; readonly clock: Clock },
    private readonly turnstile: EventTurnstile,
  ) {}

  /**
   * May run at once in several processes: each event is settled under its lock, and whoever comes later finds nothing due.
   * An event that fails does not keep others waiting; its error is thrown at the end.
   */
  async settle(): Promise<void> {
    const { db, clock } = this.dependencies;
    const events = await db.query<{ id: string }[]>(eventsToSettle, [clock.now()]);
    const failures: unknown[] = [];
    for (const { id } of events)
      await this.turnstile.pass(id, settleEvent).catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  }
}

async function settleEvent(turn: EventTurn): Promise<void> {
  await expire(turn);
  const sessions = await turn.tx.query<{ id: string }[]>(sessionsWithLines, [turn.event.id]);
  const ids = sessions.map(({ id }) => id);
  if (ids.length > 0) await expireInSessions(turn, ids);
}
