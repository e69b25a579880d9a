import { startForTest, type TestSubgraph } from '../../../shared/test/subgraph.js';
import { testTextInputs } from '../../../shared/test/text-inputs.js';
import { infosec } from '../src/index.js';
import { infosecSdl } from '../src/schema.js';

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await startForTest(infosec, {});
});

describe('mutations of infosec', () => {
  testTextInputs(infosecSdl(), { graph: () => graph });
});
