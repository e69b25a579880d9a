import { demoPlan } from '../../../../shared/test/demo-plan.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, print } from 'graphql';
import type { TestSubgraph } from '../../../../shared/test/subgraph.js';
import { Given, staff, startCommunity } from '../../test/given.js';
import { seedDemo, seedReference } from './index.js';

let on: TestSubgraph;

beforeAll(async () => {
  on = await startCommunity();
  await seedReference(on.urls);
  await seedDemo(on.urls, demoPlan);
}, 60_000);

/** The operations of the playground's question. */
const operations = parse(
  readFileSync(join(__dirname, '../../../../gateway/playground/12-merger-by-staff.graphql'), 'utf8'),
).definitions.map(print);

it('lets staff carry out the merger of the playground on the demonstration data, once', async () => {
  const clerk = on.as(staff(await new Given(on).person()));
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
