import type { Viewer } from '@lokaal/shared/auth';
import type { Asker } from '@lokaal/shared/callers';
import type { SliceDependencies } from '../../slice.js';
import { hashOfToken } from '../identity/secret-token.js';
import { viewerOfPersonQuery } from '../identity/viewer.query.js';
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

type On = Pick<SliceDependencies, 'rows' | 'clock'>;

/** Opens a feed by the token of its address. Undefined when there is none, or its owner is no more. */
export async function openFeed({ rows, clock }: On, asker: Asker, token: string): Promise<OpenedFeed | undefined> {
  const [feed] = await rows<FeedRow>(asker, { text: statement, values: [hashOfToken(token)] });
  if (!feed) return undefined;
  const [found] = await rows<{ viewer: Viewer }>(asker, viewerOfPersonQuery(feed.personId, clock.now()));
  return found && { owner: found.viewer, circleId: feed.circleId };
}

/** Whether the owner of a feed still belongs to the circle today. */
export const stillBelongs = ({ rows, clock }: On, owner: Asker, circleId: string): Promise<boolean> =>
  belongsToCircle((text, values) => rows(owner, { text, values }), owner.viewer, { circleId, now: clock.now() });
