import type { Viewer } from '@lokaal/shared/auth';
import type { Clock } from '@lokaal/shared/config';
import type { Pool } from 'pg';
import { hashOfToken } from '../identity/secret-token.js';
import { createViewerOfPerson } from '../identity/viewer.query.js';
import { belongsToCircle } from './circle-belonging.query.js';

/** A feed, and its owner with today's rights. */
export interface OpenedFeed {
  readonly owner: Viewer;
  /** Null: the owner's agenda. */
  readonly circleId: string | null;
}

interface FeedRow {
  readonly personId: string;
  readonly circleId: string | null;
}

const statement = `select person_id as "personId", circle_id as "circleId" from calendar_feed where token_hash = $1`;

/** Opens a feed by the token of its address. Undefined when there is none, or its owner is no more. */
export const createFeedOpener = (pool: Pool, clock: Clock) => {
  const viewerOf = createViewerOfPerson(pool, clock);
  return async (token: string): Promise<OpenedFeed | undefined> => {
    const { rows } = await pool.query<FeedRow>(statement, [hashOfToken(token)]);
    const owner = rows[0] && (await viewerOf(rows[0].personId));
    return owner && { owner, circleId: rows[0]!.circleId };
  };
};

/** Whether the owner still belongs to the circle today. */
export const stillBelongs = (pool: Pool, clock: Clock, owner: Viewer) => (circleId: string) =>
  belongsToCircle(async (text, values) => (await pool.query(text, values)).rows, owner, { circleId, now: clock.now() });
