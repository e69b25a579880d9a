import { demoPlan } from '../../../../shared/test/demo-plan.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, print } from 'graphql';
import type { TestSubgraph } from '../../../../shared/test/subgraph.js';
import { Given, staff, startCommunity } from '../../test/given.js';
import { seedDemo, seedReference } from './index.js';

let on: TestSubgraph;
let clerk: ReturnType<TestSubgraph['as']>;

beforeAll(async () => {
  on = await startCommunity();
  await seedReference(on.urls);
  await seedDemo(on.urls, demoPlan);
  clerk = on.as(staff(await new Given(on).person()));
}, 60_000);

/** The operations of the playground's question. */
const operations = parse(
  readFileSync(join(__dirname, '../../../../gateway/playground/12-merger-by-staff.graphql'), 'utf8'),
).definitions.map(print);

it('lets staff carry out the merger of the playground on the demonstration data, once', async () => {
  const [look, merge] = [() => clerk.run(operations[0]!), () => clerk.run(operations[1]!)];
  const first = (await merge()).data.mergeMunicipalities;
  expect(first).toMatchObject({ municipality: { name: 'Tongeren-Borgloon' }, userErrors: [] });
  expect((await look()).data.municipality).toMatchObject({
    name: 'Herstappe',
    validTo: '2026-01-01',
    current: { nis: '73111' },
  });
  expect((await merge()).data.mergeMunicipalities).toMatchObject({
    municipality: null,
    userErrors: [{ code: 'CONFLICT' }],
  });
});

const PLANNED = `{ plannedMergers(filter: { state: { eq: PLANNED } }) {
  nodes { id version on successorNis successorName circle { id } municipalities { nodes { nis version } } } } }`;
const WITHDRAW = `mutation ($input: WithdrawPlannedMergerInput!) { withdrawPlannedMerger(input: $input) { userErrors { code } } }`;
const PLAN = `mutation ($input: PlanMunicipalityMergerInput!) {
  planMunicipalityMerger(input: $input) { plannedMerger { state } userErrors { code field message } } }`;

it('has a merger that is planned for the next council, and that nothing is against', async () => {
  const [plan] = (await clerk.run(PLANNED)).data.plannedMergers.nodes;
  expect(plan).toMatchObject({ on: '2031-01-01', successorName: 'Houthulst-Lo-Reninge (verzonnen)' });
  expect(plan.municipalities.nodes).toHaveLength(2);
  await clerk.run(WITHDRAW, { input: { id: plan.id, expectedVersion: plan.version } });
  const municipalities = plan.municipalities.nodes.map(({ nis, version }: { nis: string; version: number }) => ({
    nis,
    expectedVersion: version,
  }));
  const successor = { nis: plan.successorNis, name: plan.successorName };
  const again = await clerk.run(PLAN, { input: { on: plan.on, municipalities, successor, circleId: plan.circle?.id } });
  expect(again.data.planMunicipalityMerger).toEqual({ plannedMerger: { state: 'PLANNED' }, userErrors: [] });
});
