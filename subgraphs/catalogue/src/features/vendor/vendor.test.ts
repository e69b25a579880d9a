import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { startForTest, type TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { employee, Given, someone, staff, vendorEditor } from '../../../test/given.js';
import { catalogue } from '../../index.js';

let graph: TestSubgraph;
let given: Given;

beforeAll(async () => {
  graph = await startForTest(catalogue, {});
  given = new Given(graph);
});

const company = newId('organisation');

it.each<[string, Viewer, boolean]>([
  ['the anonymous', anonymous, false],
  ['who only made an account', someone(), false],
  ['who works for an authority, without a role', employee(newId('organisation'), 'MUNICIPALITY'), true],
  ['the vendor’s own editor', vendorEditor(company), true],
  ['staff', staff(), true],
])('the e-mail address of a vendor is for %s: %#', async (_who, viewer, isSeen) => {
  const vendor = await given.vendor({ organisation_id: company, contact_email: 'verkoop@x.example' });
  await given.solution({ vendor_id: vendor });
  const QUERY = `query ($id: ID!) { solutions(filter: { vendorId: { eq: $id } }) { nodes { vendor { name contactEmail } } } }`;
  const { data } = await graph.as(viewer).run(QUERY, { id: vendor });
  const [{ vendor: shown }] = data.solutions.nodes;
  expect(shown).toEqual({ name: expect.any(String), contactEmail: isSeen ? 'verkoop@x.example' : null });
});
