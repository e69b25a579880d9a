import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { createLogger } from '@lokaal/shared/logging';
import { createGateway } from '../src/gateway.js';
import { graphsOf, parseSupergraph } from '../src/supergraph.js';

/** What clients see of the committed supergraph. */
export async function readApiSchema(): Promise<GraphQLSchema> {
  const supergraph = parseSupergraph(readFileSync(join(__dirname, '../supergraph.graphql'), 'utf8'));
  const sources = graphsOf(supergraph).map(({ name }) => ({
    name,
    fetch: () => Promise.reject(new Error('Nothing is fetched here.')),
    ready: async () => true,
    close: async () => undefined,
  }));
  const logger = createLogger({ service: 'test', level: 'silent' });
  const gateway = createGateway({ supergraph, sources, logger, fetchTimeout: 1_000, generic: false });
  const schema = new Promise<GraphQLSchema>((resolve) => {
    gateway.onSchemaLoadOrUpdate(({ apiSchema }) => resolve(apiSchema));
  });
  await gateway.load({});
  await gateway.stop();
  return schema;
}
