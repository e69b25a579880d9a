import {
  allOf,
  anyOf,
  asSql,
  type ColumnRef,
  not,
  nobody,
  readable,
  type ReadModel,
  readModel,
  type Row,
  sql,
  type Sql,
  type ViewerRef,
} from '@lokaal/shared/read';
import { certificateReads } from '../certificate/certificate.reads.js';
import { eventMessageReads } from '../event-message/event-message.reads.js';
import { sessionReads } from '../event-session/session.reads.js';
import { coordinates } from '../knowledge-circle/circle-coordinator.reads.js';
import { knowledgeCircleReads } from '../knowledge-circle/knowledge-circle.reads.js';
import { organisationReads } from '../organisation/organisation.reads.js';
import { ownRegistration, placesOfEvent } from '../registration/event-places.reads.js';
import { AttendanceMode } from '../registration/registration.enums.js';
import { takesPart } from '../registration/registration-visibility.reads.js';
import { registrationReads } from '../registration/registration.reads.js';
import { themesOfRow } from '../theme/theme.reads.js';
import { sessionOfEvent } from '../training/training-session.reads.js';
import { attendanceOfEvent } from './event-attendance.reads.js';
import { statisticsOfEvent } from './event-statistics.reads.js';
import { EventPriceEntity } from './event-price.entity.js';
import { EventEntity } from './event.entity.js';
import { eventQuestionReads, exhibitorReads, roomReads, trackReads } from './programme.reads.js';

/** Published as a list of values: its rows have no identity of their own. */
const eventPriceReads: ReadModel<EventPriceEntity> = readModel(EventPriceEntity, { visible: () => nobody });

/** Who keeps an event: staff, and the coordinators of a circle for its meetings. */
const keeps = (viewer: ViewerRef, { circleId }: Row<EventEntity>) =>
  anyOf(viewer.isStaff, coordinates(viewer, circleId));

/** Where an event stands in time, as an EventLifecycle. */
export const lifecycleOf = ({ startsAt, endsAt }: Row<EventEntity>, now: Sql): Sql =>
  sql`case when ${endsAt} <= ${now} then 'ENDED' when ${startsAt} <= ${now} then 'ONGOING' else 'UPCOMING' end`;

const pricesOf = (eventId: ColumnRef): Sql => sql`(select coalesce(jsonb_agg(jsonb_build_object(
    'audience', price.audience, 'priceCents', price.price_cents)
    order by array_position(array['NON_MEMBER', 'EFFECTIVE', 'ACCEDED', 'COMPANY'], price.audience)), '[]'::jsonb)
  from event_price price where price.event_id = ${eventId})`;

/** Events are public from publication on; until then their keepers prepare them. */
export const eventReads: ReadModel<EventEntity> = readModel(EventEntity, {
  visible: (viewer, row) => anyOf(row.status.isAnyOf(['PUBLISHED', 'CANCELLED', 'ARCHIVED']), keeps(viewer, row)),
  // who comes on site would attend online beside the places that there are online
  restricted: {
    onlineUrl: (viewer, row) => anyOf(keeps(viewer, row), takesPart(viewer, row.id, [AttendanceMode.ONLINE])),
  },
  one: {
    organiser: () => organisationReads.by('organiserId'),
    circle: () => knowledgeCircleReads.by('circleId'),
    myRegistration: ownRegistration,
    trainingSession: () => sessionOfEvent(),
  },
  many: {
    questions: () => eventQuestionReads.where('eventId'),
    tracks: () => trackReads.where('eventId'),
    rooms: () => roomReads.where('eventId'),
    sessions: () => sessionReads.where('eventId'),
    exhibitors: () => exhibitorReads.where('eventId'),
    registrations: () => registrationReads.where('eventId'),
    messages: () => eventMessageReads.where('eventId'),
    certificates: () => certificateReads.where('eventId'),
    themes: themesOfRow,
    otherEditions: () =>
      eventReads.where<EventEntity>((other, { id, series }) => allOf(other.series.is(series), not(other.id.is(id)))),
  },
  computed: {
    lifecycle: (row, { now }) => lifecycleOf(row, now),
    venue: ({ venueName, street, postalCode, locality }) => sql`case when coalesce(${venueName}, ${street},
      ${postalCode}, ${locality}) is not null then jsonb_build_object('name', ${venueName}, 'street', ${street},
      'postalCode', ${postalCode}, 'locality', ${locality}) end`,
    prices: ({ id }, scope) => {
      scope.reads(eventPriceReads as never);
      return pricesOf(id);
    },
    places: placesOfEvent,
    attendance: attendanceOfEvent,
    statistics: (row, { viewer }) => sql`case when ${asSql(keeps(viewer, row))} then ${statisticsOfEvent(row)} end`,
    // without a price for anybody nobody may register
    registrationOpen: ({ id, status, registrationOpensAt, registrationClosesAt, startsAt }, { now }) =>
      sql`(${status} = 'PUBLISHED' and ${now} < coalesce(${registrationClosesAt}, ${startsAt})
        and ${now} >= coalesce(${registrationOpensAt}, ${now})
        and exists (select from event_price price where price.event_id = ${id}))`,
  },
  filter: [
    'title',
    'slug',
    'series',
    'edition',
    'mode',
    'status',
    'startsAt',
    'endsAt',
    'locality',
    'referenceRegion',
    'circleId',
    'organiserId',
    'themeSlugs',
  ],
  order: ['startsAt', 'title', 'edition'],
  search: 'title',
  facets: ['edition', 'referenceRegion'],
});

/** Holds when the viewer keeps the event that a column points to. */
export const keepsEvent = (viewer: ViewerRef, eventId: ColumnRef) =>
  anyOf(viewer.isStaff, readable(viewer, keptEvents, eventId));

/** The same rows as far as the viewer keeps them: for conditions and lists, no field publishes it. */
export const keptEvents: ReadModel<EventEntity> = readModel(EventEntity, { visible: keeps });
