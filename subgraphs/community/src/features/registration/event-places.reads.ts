import { allOf, type Row, type Sql, sql, type ToOne, viewerId } from '@lokaal/shared/read';
import type { EventEntity } from '../event/event.entity.js';
import { registrationReads } from './registration.reads.js';

/** The viewer's own registration for an event: the latest one, for only that one can still be live. */
export const ownRegistration = (): ToOne =>
  registrationReads.one<EventEntity>(
    (registration, event) => allOf(registration.eventId.is(event.id), registration.personId.is(viewerId)),
    [['createdAt', 'DESC']],
  );

/** How many places there are in each mode, and how many are left, for everybody who sees the event: none when it was cancelled. */
export const placesOfEvent = ({ id, mode, status, capacityOnSite, capacityOnline }: Row<EventEntity>): Sql =>
  sql`(select coalesce(jsonb_agg(jsonb_build_object('mode', place.mode, 'capacity', place.capacity,
      'remaining', case when ${status} = 'CANCELLED' then 0
        when place.capacity is not null then greatest(0, place.capacity - held.taken) end,
      'full', coalesce(held.taken >= place.capacity, false) or held.waiting > 0) order by place.mode desc), '[]'::jsonb)
    from (values ('ON_SITE', ${capacityOnSite}), ('ONLINE', ${capacityOnline})) place(mode, capacity)
    cross join lateral (select count(*) filter (where holds_place(one.state)) as taken,
        count(*) filter (where one.state = 'WAITLISTED') as waiting
      from registration one where one.event_id = ${id} and one.mode = place.mode) held
    where ${mode} in ('HYBRID', place.mode))`;
