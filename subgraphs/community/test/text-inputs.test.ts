import type { TestSubgraph } from '../../../shared/test/subgraph.js';
import { testTextInputs } from '../../../shared/test/text-inputs.js';
import { communitySdl } from '../src/schema.js';
import { startCommunity } from './given.js';

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await startCommunity();
});

describe('mutations of community', () => {
  testTextInputs(communitySdl(), { graph: () => graph, hashed: ['password', 'token', 'refreshToken'] });
});
