import { Raw } from 'typeorm';
import type { EventTurn } from '../event/event-follower.js';
import type { Places } from '../waiting-list/places.js';
import type { RegistrationEntity } from './registration.entity.js';

type Asked = Pick<RegistrationEntity, 'personId'>;

/** Whether the event is for the people of its circle, and this person is none of them today. */
export async function isOutsider({ tx, event, now }: EventTurn, { personId }: Asked): Promise<boolean> {
  if (!event.circleOnly) return false;
  const statement = 'select belongs_to_circle($1, $2, $3) as belongs';
  const rows = await tx.query<{ belongs: boolean }[]>(statement, [event.circleId, personId, now]);
  return !rows[0]!.belongs;
}

/** Who of those who wait may get a place: everybody, or the people of the circle. */
export const thoseAdmitted = ({ event, now }: EventTurn): Pick<Places<RegistrationEntity>, 'admitted'> =>
  event.circleOnly
    ? {
        admitted: {
          personId: Raw((column) => `belongs_to_circle(:circle, ${column}, :moment)`, {
            circle: event.circleId,
            moment: now,
          }),
        },
      }
    : {};
