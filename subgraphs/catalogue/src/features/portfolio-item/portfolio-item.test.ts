import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { startForTest, type TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { employee, Given, someone, staff, vendorEditor } from '../../../test/given.js';
import { catalogue } from '../../index.js';

let graph: TestSubgraph;
let given: Given;
const own = newId('organisation');
const predecessor = newId('organisation');
const company = newId('organisation');
let solutionId: string;

beforeAll(async () => {
  graph = await startForTest(catalogue, {});
  given = new Given(graph);
  solutionId = await given.solution({ vendor_id: await given.vendor({ organisation_id: company }) });
  for (const visibility of ['PRIVATE', 'CIRCLE', 'LOCAL_AUTHORITIES', 'PUBLIC']) {
    await given.portfolioItem({ authority_id: own, solution_id: solutionId, visibility, owner_unit: visibility });
  }
  await given.portfolioItem({
    authority_id: predecessor,
    solution_id: solutionId,
    visibility: 'PRIVATE',
    owner_unit: 'ORIGIN',
  });
});

const all = ['CIRCLE', 'LOCAL_AUTHORITIES', 'PRIVATE', 'PUBLIC'];
const elsewhere = () => employee(newId('organisation'), 'MUNICIPALITY', ['ICT_MANAGER']);
const viewers: [string, () => Viewer, string[]][] = [
  ['an anonymous viewer', () => anonymous, ['PUBLIC']],
  ['a person without employment', () => someone(), ['PUBLIC']],
  ['the vendor of the solution', () => vendorEditor(company), ['PUBLIC']],
  ['another local authority', elsewhere, ['LOCAL_AUTHORITIES', 'PUBLIC']],
  [
    'an authority of the same circle',
    () => ({ ...elsewhere(), circlePeerIds: [own] }),
    ['CIRCLE', 'LOCAL_AUTHORITIES', 'PUBLIC'],
  ],
  ['a reader of the authority', () => employee(own, 'MUNICIPALITY', ['READER']), all],
  [
    'the successor of a merger',
    () => employee(own, 'MUNICIPALITY', ['READER'], [predecessor]),
    [...all, 'ORIGIN'].sort(),
  ],
  ['who works there without a role', () => employee(own, 'MUNICIPALITY', [], [predecessor]), ['PUBLIC']],
  ['staff', () => staff(), [...all, 'ORIGIN'].sort()],
];

const PATHS = `query ($solution: [_Any!]!, $organisation: [_Any!]!, $id: ID!) {
  root: portfolioItems(filter: { solutionId: { eq: $id } }) { totalCount nodes { ownerUnit } edges { node { unit: ownerUnit } } }
  viaSolution: _entities(representations: $solution) { ... on Solution { portfolio { totalCount nodes { ownerUnit } } } }
  viaOrganisation: _entities(representations: $organisation) { ... on Organisation { portfolio { totalCount nodes { ...Unit } } } }
}
fragment Unit on PortfolioItem { ownerUnit }`;

const units = (nodes: { ownerUnit: string }[]) => nodes.map(({ ownerUnit }) => ownerUnit).sort();

it.each(viewers)('%s sees what was shown to it, by every path', async (_, viewer, expected) => {
  const { data } = await graph.as(viewer()).run(PATHS, {
    id: solutionId,
    solution: [{ __typename: 'Solution', id: solutionId }],
    // what a forged reference claims about mergers opens nothing: visibility comes from the viewer alone
    organisation: [{ __typename: 'Organisation', id: own, predecessorIds: [predecessor] }],
  });
  const found = [data.root, data.viaSolution[0].portfolio, data.viaOrganisation[0].portfolio];
  expect(found.map(({ nodes }) => units(nodes))).toEqual([expected, expected, expected]);
  expect(found.map(({ totalCount }) => totalCount)).toEqual([expected.length, expected.length, expected.length]);
});

it.each(viewers)('%s reads the cost only of its own authority', async (name, viewer) => {
  const { data } = await graph.as(viewer()).run('{ portfolioItems { nodes { annualCostCents } } }');
  const isOwn = name === 'a reader of the authority' || name === 'the successor of a merger';
  expect(
    data.portfolioItems.nodes.every(
      (one: { annualCostCents: number | null }) => one.annualCostCents === (isOwn ? 123_456 : null),
    ),
  ).toBe(true);
});

it('marks an item of a merged authority with its origin', async () => {
  const { data } = await graph
    .as(employee(own, 'MUNICIPALITY', ['READER'], [predecessor]))
    .run(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Organisation { portfolio { nodes { ownerUnit authority { id } } } } } }`,
      { of: [{ __typename: 'Organisation', id: own, predecessorIds: [predecessor] }] },
    );
  const item = data._entities[0].portfolio.nodes.find((one: { ownerUnit: string }) => one.ownerUnit === 'ORIGIN');
  expect(item.authority.id).toBe(predecessor);
});
