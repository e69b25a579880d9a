// A process of its own that enrols people until it is killed: the test sends what to do, and hears of each answer.
import { createLogger } from '@lokaal/shared/logging';
import { community } from '../dist/index.js';

const { databaseUrl, eventId, personIds, secrets } = await new Promise((resolve) => process.once('message', resolve));
const logger = createLogger({ service: 'enrolling', level: 'silent' });
const clock = { now: () => new Date('2026-11-02T09:00:00Z') };
const subgraph = await community.create({ databaseUrl, logger, clock, connections: 6, ...secrets });

async function ask(personId, mutation, input) {
  const query = `mutation ($input: ${mutation[0].toUpperCase()}${mutation.slice(1)}Input!) {
    ${mutation}(input: $input) { registration { id version state } userErrors { code } } }`;
  const viewer = { personId, staffRoles: [], employments: [], circlePeerIds: [] };
  const request = { query, variables: { input }, viewer, requestId: 'test', operation: 'test' };
  const { data } = await subgraph.execute(request);
  return data[mutation].registration;
}

await Promise.all(
  personIds.map(async (personId, index) => {
    const { id, version, state } = await ask(personId, 'registerForEvent', { eventId, mode: 'ON_SITE' });
    process.send({ id, state });
    if (index % 3 !== 0) return;
    const { state: left } = await ask(personId, 'cancelRegistration', { id, expectedVersion: version });
    process.send({ id, state: left });
  }),
);
