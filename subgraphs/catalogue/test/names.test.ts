import { anonymous } from '@lokaal/shared/auth';
import { startForTest, type TestSubgraph } from '../../../shared/test/subgraph.js';
import { catalogue } from '../src/index.js';
import { Given } from './given.js';

let graph: TestSubgraph;
const inOrder = ['De Zaak', 'Deelzaak', 'Eloket', 'Éloket', 'eRegister', 'Zaak 9', 'Zaak 10'];

beforeAll(async () => {
  graph = await startForTest(catalogue, {});
  const given = new Given(graph);
  const vendor = await given.vendor();
  for (const name of inOrder.toReversed()) await given.solution({ name, vendor_id: vendor });
});

it('walks a list of solutions as a dictionary sorts their names', async () => {
  const PAGE = `query ($after: String) { solutions(first: 2, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } } }`;
  const names: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { data } = await graph.as(anonymous).run(PAGE, { after });
    names.push(...(data.solutions.nodes as { name: string }[]).map(({ name }) => name));
    after = data.solutions.pageInfo.endCursor as string;
    more = data.solutions.pageInfo.hasNextPage as boolean;
  }
  expect(names).toEqual(inOrder);
});
