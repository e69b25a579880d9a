import type { Clock } from '@lokaal/shared/config';
import type { Viewer } from '@lokaal/shared/auth';
import { invalidState } from '@lokaal/shared/errors';
import { type DataSource, IsNull } from 'typeorm';
import { EventStatus } from '../event/event.enums.js';
import { RegistrationEntity } from '../registration/registration.entity.js';
import type { EventTurnstile } from '../waiting-list/event-turnstile.js';
import { RegistrationState } from '../waiting-list/registration-state.enums.js';
import type { MarkAttendedInput, MarkNoShowsInput } from './check-in.input.js';
import { refuseUnlessAtDoor } from './door.js';
import { markAttended } from './mark-attended.js';

const endedAndKept = `r.state = 'CONFIRMED' and r.checked_in_at is null and p.ends_at <= $1 and p.status in ('PUBLISHED', 'ARCHIVED')`;

/** What follows from the row and the clock alone, so that it may be done at once in several processes. */
const upkeep = [
  // who came in before the start is present from the start on
  `update registration r set state = 'ATTENDED', updated_at = now(), version = r.version + 1 from event p
    where p.id = r.event_id and r.state = 'CONFIRMED' and r.checked_in_at is not null and p.starts_at <= $1`,
  `update session_signup r set state = 'ATTENDED', updated_at = now(), version = r.version + 1 from event_session p
    where p.id = r.session_id and r.state = 'CONFIRMED' and r.checked_in_at is not null and p.starts_at <= $1`,
  // where nobody was checked in nobody kept a list, and silence says nothing about who was there
  `update registration r set state = 'NO_SHOW', updated_at = now(), version = r.version + 1 from event p
    where p.id = r.event_id and ${endedAndKept} and exists (select from registration came
      where came.event_id = r.event_id and came.mode = r.mode and came.state = 'ATTENDED')`,
  `update session_signup r set state = 'NO_SHOW', updated_at = now(), version = r.version + 1
    from (select s.id, s.ends_at, e.status from event_session s join event e on e.id = s.event_id) p
    where p.id = r.session_id and ${endedAndKept} and exists (select from session_signup came
      where came.session_id = r.session_id and came.state = 'ATTENDED')`,
  // nobody gets a place any more
  `update registration r set state = 'NOT_PLACED', updated_at = now(), version = r.version + 1 from event p
    where p.id = r.event_id and r.state = 'WAITLISTED' and p.ends_at <= $1`,
  `update session_signup r set state = 'NOT_PLACED', updated_at = now(), version = r.version + 1 from event_session p
    where p.id = r.session_id and r.state = 'WAITLISTED' and p.ends_at <= $1`,
];

/** What somebody forgot is noted later. */
const alsoAfterwards = [EventStatus.PUBLISHED, EventStatus.ARCHIVED];

export interface Marked {
  readonly event: string;
  readonly count: number;
}

/** Who was there and who was not, once an event has begun. */
export class AttendanceService {
  constructor(
    private readonly dependencies: { readonly db: DataSource; readonly clock: Clock },
    private readonly turnstile: EventTurnstile,
  ) {}

  /** Notes as absent all who had a place and were not checked in. */
  markNoShows(viewer: Viewer, { eventId }: MarkNoShowsInput): Promise<Marked> {
    return this.turnstile.pass(eventId, async (turn) => {
      await refuseUnlessAtDoor(turn, viewer, alsoAfterwards);
      const { tx, event, now } = turn;
      if (now < event.startsAt) throw invalidState('The event has not begun: nobody is absent yet.');
      const absent = { eventId, state: RegistrationState.CONFIRMED, checkedInAt: IsNull() };
      const { affected } = await tx.update(RegistrationEntity, absent, { state: RegistrationState.NO_SHOW });
      return { event: eventId, count: affected ?? 0 };
    });
  }

  /** Notes as present who was there, where nobody stands at a door. */
  markAttended(viewer: Viewer, { eventId, registrationIds }: MarkAttendedInput): Promise<Marked> {
    return this.turnstile.pass(eventId, async (turn) => {
      await refuseUnlessAtDoor(turn, viewer, alsoAfterwards);
      return { event: eventId, count: await markAttended(turn, registrationIds) };
    });
  }

  /** Who did not come, and for whom there was no place, without anybody asking, after the end. */
  async settle(): Promise<void> {
    const { db, clock } = this.dependencies;
    for (const statement of upkeep) await db.query(statement, [clock.now()]);
  }
}
