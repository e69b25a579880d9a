import type { Attending } from '../registration/place-in-words.js';
import { AttendanceMode } from '../registration/registration.enums.js';
import { RegistrationState } from '../waiting-list/registration-state.enums.js';
import type { EventEntity } from './event.entity.js';
import type { EventVenueInput } from './event-details.input.js';
import type { CreateEventInput, UpdateEventInput } from './event.input.js';

type Details = Partial<Omit<CreateEventInput & UpdateEventInput, 'id' | 'slug' | 'circleId'>>;
type Columns = Partial<EventEntity>;

/** Columns that an input sets. What was not sent is not among them; null clears. */
export function columnsOf({ venue, themes, certificateHours, ...plain }: Details): Columns {
  const { idempotencyKey: _key, expectedVersion: _version, moveSessions: _move, ...columns } = plain;
  return {
    ...withoutUndefined(columns),
    ...(venue !== undefined && venueColumns(venue)),
    ...(themes !== undefined && { themeSlugs: themes }),
    ...(certificateHours !== undefined && { certificateHours: certificateHours?.toString() ?? null }),
  };
}

const venueColumns = (venue: EventVenueInput | null): Columns => ({
  venueName: venue?.name ?? null,
  street: venue?.street ?? null,
  postalCode: venue?.postalCode ?? null,
  locality: venue?.locality ?? null,
});

/** A field that was not sent is undefined, and must not overwrite. */
const withoutUndefined = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

/** What an event is without, until somebody says otherwise. */
export const emptyEvent = {
  summary: null,
  description: null,
  venueName: null,
  street: null,
  postalCode: null,
  locality: null,
  onlineUrl: null,
  organiserId: null,
  circleId: null,
  circleOnly: false,
  capacityOnSite: null,
  capacityOnline: null,
  registrationOpensAt: null,
  registrationClosesAt: null,
  certificateHours: null,
  certificateMinimumSessions: null,
  cancellationReason: null,
  publishedAt: null,
  sequence: 0,
} as const;

const times = ['startsAt', 'endsAt'] as const;
const places: Readonly<Record<AttendanceMode, readonly (keyof EventEntity)[]>> = {
  ON_SITE: ['venueName', 'street', 'postalCode', 'locality'],
  ONLINE: ['onlineUrl'],
};
const shownInCalendars = [...times, 'mode', ...places.ON_SITE, ...places.ONLINE] as const;

const differs = (before: EventEntity, after: EventEntity, columns: readonly (keyof EventEntity)[]): boolean =>
  columns.some((column) => before[column]?.valueOf() !== after[column]?.valueOf());

/** Whether calendar programs must learn of the change. */
export const hasMoved = (before: EventEntity, after: EventEntity): boolean => differs(before, after, shownInCalendars);

/** Whether it moved for a registrant: a venue is nothing to who attends online, and an address online is for who has a place. */
export const hasMovedFor = ({ mode, state }: Attending, before: EventEntity, after: EventEntity): boolean => {
  const isPlaceKnown = mode === AttendanceMode.ON_SITE || state === RegistrationState.CONFIRMED;
  return differs(before, after, isPlaceKnown ? [...times, ...places[mode]] : times);
};
