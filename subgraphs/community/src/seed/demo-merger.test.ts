import { demoPlan } from '../../../../shared/test/demo-plan.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDataSource } from '@lokaal/shared/database';
import { parse, print } from 'graphql';
import type { DataSource } from 'typeorm';
import { closeBeforeDropping } from '../../../../shared/test/database.js';
import type { TestSubgraph } from '../../../../shared/test/subgraph.js';
import { Given, staff, startCommunity } from '../../test/given.js';
import { KeptMails } from '../../test/kept-mails.js';
import { linking } from '../../test/other-process.js';
import { DueMergers } from '../features/municipality-merger/due-mergers.js';
import { communityEntities } from '../schema.js';
import { seedDemo, seedReference } from './index.js';

let on: TestSubgraph;
let clerk: ReturnType<TestSubgraph['as']>;
let db: DataSource;

beforeAll(async () => {
  on = await startCommunity();
  await seedReference(on.urls);
  await seedDemo(on.urls, demoPlan);
  clerk = on.as(staff(await new Given(on).person()));
  db = await createDataSource({ url: on.urls.server, applicationName: 'test', entities: communityEntities });
  closeBeforeDropping(() => db.destroy());
});

/** The operations of the playground's question. */
const operations = parse(
  readFileSync(join(__dirname, '../../../../gateway/playground/12-merger-by-staff.graphql'), 'utf8'),
).definitions.map(print);

it('lets staff plan the merger of the playground on the demonstration data, once, and not carry it out at once', async () => {
  const [look, merge, plan] = operations.map((operation) => () => clerk.run(operation));
  expect((await merge!()).data.mergeMunicipalities).toMatchObject({
    municipality: null,
    userErrors: [
      {
        code: 'INVALID_STATE',
        field: ['municipalities', '0', 'nis'],
        message: expect.stringContaining('it takes effect on 2026-11-16, with 2026-01-01 as its first day.'),
      },
    ],
  });
  expect((await plan!()).data.planMunicipalityMerger).toMatchObject({
    plannedMerger: { on: '2026-01-01', takesEffectOn: '2026-11-16', state: 'PLANNED' },
    userErrors: [],
  });
  expect((await look!()).data.municipality).toMatchObject({ name: 'Herstappe', validTo: null });
  expect((await plan!()).data.planMunicipalityMerger).toMatchObject({
    plannedMerger: null,
    userErrors: [{ code: 'INVALID_STATE' }],
  });
});

const PLANNED = `{ plannedMergers(filter: { state: { eq: PLANNED }, on: { gt: "2030-01-01" } }) {
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

it('tells each person once when the merger of the playground takes effect, and nobody that a membership ended', async () => {
  await KeptMails.of(on);
  on.clock.set('2026-11-16T08:00:00Z');
  await new DueMergers({ db, clock: on.clock, mailWaits: () => undefined, ...linking }).carryOutAll();
  const told = await on.sql(
    'select subject, count(*)::int, count(distinct recipient)::int as people from kept_mail group by subject',
  );
  const many = expect.any(Number);
  expect(told).toEqual(told.map(({ subject, people }) => ({ subject, people, count: people })));
  expect(told).toContainEqual({ subject: 'De fusie tot Tongeren-Borgloon is vastgelegd', people: many, count: many });
  expect(await on.sql(`select subject from kept_mail where body_text ~ 'lid meer|niet aanvaard'`)).toEqual([]);
});
