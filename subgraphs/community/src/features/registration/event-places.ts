import type { EventEntity } from '../event/event.entity.js';
import type { Places } from '../waiting-list/places.js';
import { RegistrationEntity } from './registration.entity.js';
import { AttendanceMode } from './registration.enums.js';

/** The places of an event in one mode. */
export const eventPlaces = (event: EventEntity, mode: AttendanceMode): Places<RegistrationEntity> => ({
  entity: RegistrationEntity,
  where: { eventId: event.id, mode },
  capacity: mode === AttendanceMode.ON_SITE ? event.capacityOnSite : event.capacityOnline,
  startsAt: event.startsAt,
  offerHours: event.offerHours,
});
