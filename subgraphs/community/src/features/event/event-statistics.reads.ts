import { type Row, type Sql, sql } from '@lokaal/shared/read';
import type { EventEntity } from './event.entity.js';

const registered = sql`one.state in ('CONFIRMED', 'ATTENDED', 'NO_SHOW')`;

/** What who keeps an event compares its editions by. */
export const statisticsOfEvent = ({ id, startsAt }: Row<EventEntity>): Sql => sql`(select jsonb_build_object(
    'waiting', count(*) filter (where one.state in ('WAITLISTED', 'OFFERED')),
    'cancelled', count(*) filter (where one.state in ('CANCELLED', 'OFFER_EXPIRED')),
    'revenueCents', coalesce(sum(one.price_cents) filter (where ${registered}), 0),
    'organisations', (select count(distinct employer) from registration one
        cross join unnest(one.employer_ids || employers_at(one.person_id, ${startsAt})) as employer
      where one.event_id = ${id} and ${registered}),
    'byAudience', (select coalesce(jsonb_agg(jsonb_build_object('audience', audience, 'registered', registered,
        'attended', attended, 'revenueCents', revenue) order by audience), '[]')
      from (select one.audience, count(*) as registered, count(*) filter (where one.state = 'ATTENDED') as attended,
          sum(one.price_cents) as revenue
        from registration one where one.event_id = ${id} and ${registered} group by one.audience) by_audience))
  from registration one where one.event_id = ${id})`;
