import { In, type EntityManager } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import type { EventTurn } from '../event/event-follower.js';
import { lockEvent } from '../event/lock-event.js';
import { leaveSessions } from '../session-signup/leave-sessions.js';
import { changeAll } from '../waiting-list/places.js';
import { expected, RegistrationState } from '../waiting-list/registration-state.enums.js';
import { promote } from './promotion.js';
import { RegistrationLinks } from './registration-links.js';
import { RegistrationEntity } from './registration.entity.js';

/** Before a person is erased: places that were kept for her go to the next in line. Events that have begun keep their figures. */
export const freePlacesOf =
  (dependencies: Pick<SliceDependencies, 'clock' | 'publicUrl' | 'keyFor' | 'mailFrom'>) =>
  async (tx: EntityManager, personId: string): Promise<void> => {
    const { clock, mailFrom } = dependencies;
    const links = new RegistrationLinks(dependencies);
    const own = await tx.findBy(RegistrationEntity, { personId, state: In([...expected]) });
    // always in one order, so that two erasures do not wait for each other
    for (const { id, eventId } of own.toSorted((one, other) => (one.eventId < other.eventId ? -1 : 1)))
      await free({ tx, now: clock.now(), event: (await lockEvent(tx, eventId))!, links, mailFrom }, id);
  };

async function free(turn: EventTurn, id: string): Promise<void> {
  if (turn.now >= turn.event.startsAt) return;
  const rows = await turn.tx.findBy(RegistrationEntity, { id, state: In([...expected]) });
  const change = { state: RegistrationState.CANCELLED, cancelledAt: turn.now, checkedInAt: null };
  await changeAll(turn, { entity: RegistrationEntity, rows, change });
  await leaveSessions(turn, [id]);
  for (const { mode } of rows) await promote(turn, mode);
}
