import { isStaff, type Viewer } from '@lokaal/shared/auth';
import { dayOf } from '@lokaal/shared/config';
import { inTransaction } from '@lokaal/shared/database';
import { badInput, invalidState, notFound } from '@lokaal/shared/errors';
import type { EntityManager } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { namedPerson } from '../person/named-person.query.js';
import type { HoldErasureInput } from './rights.input.js';

/** So that nobody's data is kept forever by a word of staff: whoever still has a ground says so again. */
const longestYears = 2;

/** Keeps somebody's data while a legal ground holds (GDPR art. 17.3), such as a claim that is before a court. */
export class ErasureHoldService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock'>) {}

  /** Places, changes or ends the hold on a person, and gives its end. */
  hold(viewer: Viewer, { personId, reason, until }: HoldErasureInput): Promise<string> {
    if (!isStaff(viewer)) throw notFound('Person', ['personId']);
    const now = this.on.clock.now();
    if (until > latest(now)) throw badInput(`At most ${longestYears} years from now.`, ['until']);
    return inTransaction(this.on.db, async (tx) => {
      await namedPerson(tx, { viewer, now }, { id: personId, lock: 'pessimistic_write' });
      await tx.query(
        `insert into erasure_hold (person_id, reason, until, placed_at, placed_by_id) values ($1, $2, $3, $4, $5)
          on conflict (person_id) do update set reason = excluded.reason, until = excluded.until,
            placed_at = excluded.placed_at, placed_by_id = excluded.placed_by_id`,
        [personId, reason, until, now, viewer.personId],
      );
      return until;
    });
  }
}

function latest(now: Date): string {
  const day = new Date(now);
  day.setUTCFullYear(day.getUTCFullYear() + longestYears);
  return dayOf(day);
}

/** Throws a DomainError INVALID_STATE with the reason while data must be kept. Run it with the person's row locked. */
export async function refuseWhileHeld(tx: EntityManager, personId: string, now: Date): Promise<void> {
  const [hold] = await tx.query<{ reason: string; until: string }[]>(
    'select reason, until::text from erasure_hold where person_id = $1 and until > $2',
    [personId, dayOf(now)],
  );
  if (hold) throw invalidState(`This must be kept until ${hold.until}: ${hold.reason}`);
}
