import type { EventEntity } from '../event/event.entity.js';
import type { EventTurn } from '../event/event-follower.js';
import { type Places, standingOf } from '../waiting-list/places.js';
import { hasPlaceForNewcomer } from '../waiting-list/waiting-list.policy.js';
import { RegistrationEntity } from './registration.entity.js';
import { AttendanceMode } from './registration.enums.js';
import { hasMode } from './registration.policy.js';

/** The places of an event in one mode. */
export const eventPlaces = (event: EventEntity, mode: AttendanceMode): Places<RegistrationEntity> => ({
  entity: RegistrationEntity,
  where: { eventId: event.id, mode },
  capacity: mode === AttendanceMode.ON_SITE ? event.capacityOnSite : event.capacityOnline,
  startsAt: event.startsAt,
  offerHours: event.offerHours,
});

/** The other way to attend an event; undefined when there is none. */
export const otherMode = (event: Pick<EventEntity, 'mode'>, mode: AttendanceMode): AttendanceMode | undefined =>
  Object.values(AttendanceMode).find((one) => one !== mode && hasMode(event, one));

/** The other mode of an event, when who chooses it gets a place at once. True until the turn ends. */
export async function freeBeside(turn: EventTurn, mode: AttendanceMode): Promise<AttendanceMode | undefined> {
  const other = otherMode(turn.event, mode);
  return other && hasPlaceForNewcomer(await standingOf(turn, eventPlaces(turn.event, other))) ? other : undefined;
}
