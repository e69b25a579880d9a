import { closeBeforeDropping } from '../../../shared/test/database.js';
import type { TestSubgraph } from '../../../shared/test/subgraph.js';
import { createDataSource } from '@lokaal/shared/database';
import type { Viewer } from '@lokaal/shared/auth';
import { createLogger } from '@lokaal/shared/logging';
import { WaitingListUpkeep } from '../src/features/registration/waiting-list-upkeep.js';
import { EventTurnstile } from '../src/features/waiting-list/event-turnstile.js';
import { community } from '../src/index.js';
import { communityEntities } from '../src/schema.js';

const mailFrom = { name: 'Lokaal Digitaal', address: 'noreply@lokaal.example' };

/** What makes mails: their links are of another key than those of the running subgraph. */
export const linking = { publicUrl: 'https://graph.example', keyFor: () => new Uint8Array(32), mailFrom };

export const secrets = {
  keySecret: 'a secret of the tests that is long enough',
  publicUrl: 'https://graph.example',
  mail: { from: mailFrom },
  runsJobs: false,
};

/** The community once more, with connections of its own, as another process has it. */
export async function anotherCommunity({ urls, clock }: TestSubgraph) {
  const logger = createLogger({ service: 'test', level: 'silent' });
  const subgraph = await community.create({ databaseUrl: urls.server, logger, clock, connections: 4, ...secrets });
  closeBeforeDropping(() => subgraph.close());
  return (viewer: Viewer, query: string, variables: Record<string, unknown>, signal?: AbortSignal) =>
    subgraph.execute({ query, variables, viewer, requestId: 'test', operation: 'test', signal });
}

/** The job that keeps waiting lists moving, as it runs in another process. */
export async function anotherUpkeep({ urls, clock }: TestSubgraph): Promise<WaitingListUpkeep> {
  const settings = { url: urls.server, applicationName: 'upkeep', max: 3, entities: communityEntities };
  const db = await createDataSource(settings);
  closeBeforeDropping(() => db.destroy());
  const dependencies = { db, clock, mailWaits: () => undefined, ...linking };
  return new WaitingListUpkeep(dependencies, new EventTurnstile(dependencies));
}
