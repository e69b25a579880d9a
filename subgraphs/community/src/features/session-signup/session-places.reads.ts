import { allOf, exists, type Row, type Sql, sql, type ToMany, type ToOne, viewerId } from '@lokaal/shared/read';
import type { SessionEntity } from '../event-session/session.entity.js';
import type { PersonEntity } from '../person/person.entity.js';
import { registrationReads } from '../registration/registration.reads.js';
import { sessionSignupReads } from './session-signup.reads.js';

/** The viewer's own sign-up for a session: the latest one, for only that one can still be live. */
export const ownSignup = (): ToOne =>
  sessionSignupReads.one<SessionEntity>(
    (signup, session) =>
      allOf(
        signup.sessionId.is(session.id),
        exists(registrationReads, signup.registrationId, (one) =>
          allOf(one.id.is(signup.registrationId), one.personId.is(viewerId)),
        ),
      ),
    [['createdAt', 'DESC']],
  );

/** A person's sign-ups, at whatever event. */
export const signupsOfPerson = (): ToMany =>
  sessionSignupReads.where<PersonEntity>((signup, person) =>
    exists(registrationReads, signup.registrationId, (one) =>
      allOf(one.id.is(signup.registrationId), one.personId.is(person.id)),
    ),
  );

/** How many places there are, and how many are left, for everybody who sees the session: none when it was cancelled. */
export const placesOfSession = ({ id, status, capacity, roomId }: Row<SessionEntity>): Sql =>
  sql`(select jsonb_build_object('capacity', place.capacity,
      'remaining', case when ${status} = 'CANCELLED' then 0
        when place.capacity is not null then greatest(0, place.capacity - held.taken) end,
      'full', coalesce(held.taken >= place.capacity, false) or held.waiting > 0)
    from (select coalesce(${capacity}, (select room.capacity from room where room.id = ${roomId})) as capacity) place
    cross join (select count(*) filter (where holds_place(one.state)) as taken,
        count(*) filter (where one.state = 'WAITLISTED') as waiting
      from session_signup one where one.session_id = ${id}) held)`;
