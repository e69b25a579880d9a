import { startForTest, type TestSubgraph } from '../../../shared/test/subgraph.js';
import { testTextInputs } from '../../../shared/test/text-inputs.js';
import { catalogue } from '../src/index.js';
import { catalogueSdl } from '../src/schema.js';

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await startForTest(catalogue, {});
});

describe('mutations of catalogue', () => {
  testTextInputs(catalogueSdl(), { graph: () => graph });
});
