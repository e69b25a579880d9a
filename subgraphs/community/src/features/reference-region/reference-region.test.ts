import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { Given, type GivenOrganisation, type Row, staff, startCommunity, statementsOf } from '../../../test/given.js';

let on: TestSubgraph;
let given: Given;
let clerk: Viewer;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  clerk = staff(await given.person());
});

const REGIONS = `{ referenceRegions(first: 20) { totalCount nodes { name municipalityCount
  municipalities { nodes { name } } circles { nodes { name } } cohort { label size } } } }`;

describe('reference regions', () => {
  it('are the fifteen of Flanders in their order, for a drop-down, in one statement', async () => {
    const ask = () => on.as(anonymous).run(REGIONS);
    const { totalCount, nodes } = (await ask()).data.referenceRegions;
    const names = nodes.map(({ name }: { name: string }) => name);
    expect([totalCount, names[0], names.at(-1)]).toEqual([15, 'Antwerpen', 'Westhoek']);
    expect(names).toEqual(names.toSorted((a: string, b: string) => a.localeCompare(b, 'nl')));
    expect(await statementsOf(ask)).toBe(1);
  });

  it('have the municipalities of today, the circles that are aligned with them, and a group to compare with', async () => {
    const of = (columns: object) => given.municipality({ reference_region: 'Waasland', ...columns });
    const { id: municipality_id } = await of({ name: 'Dorp aan de Durme' });
    await of({ name: 'Gefuseerd', valid_to: '2025-01-01' });
    await given.organisation({ kind: 'MUNICIPALITY', municipality_id });
    await given.circle({ name: 'Wase kring', reference_region: 'Waasland' });
    await given.cohorts();
    const { nodes } = (await on.as(anonymous).run(REGIONS)).data.referenceRegions;
    expect(nodes.find(({ name }: { name: string }) => name === 'Waasland')).toEqual({
      name: 'Waasland',
      municipalityCount: 1,
      municipalities: { nodes: [{ name: 'Dorp aan de Durme' }] },
      circles: { nodes: [{ name: 'Wase kring' }] },
      cohort: { label: 'Referentieregio Waasland', size: 1 },
    });
  });
});

describe('what is none of them is refused', () => {
  const run = (name: string, input: object) =>
    on
      .as(clerk)
      .run(
        `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { userErrors { code field } } }`,
        { input },
      );
  const region = { referenceRegion: 'Haspengouw' };
  const nis = async ({ id }: GivenOrganisation) =>
    (
      await on.sql(
        'select nis from municipality join organisation o on o.municipality_id = municipality.id where o.id = $1',
        [id],
      )
    )[0]!['nis'];

  it.each<[string, () => Promise<object>, string[]]>([
    [
      'createKnowledgeCircle',
      async () => ({ name: 'X2', founderIds: [(await given.authority()).id, (await given.authority()).id], ...region }),
      ['referenceRegion'],
    ],
    [
      'updateKnowledgeCircle',
      async () => ({ id: (await given.circle()).id, expectedVersion: 1, ...region }),
      ['referenceRegion'],
    ],
    [
      'mergeMunicipalities',
      async () => {
        const parts = [await nis(await given.authority()), await nis(await given.authority())];
        const municipalities = parts.map((one) => ({ nis: one, expectedVersion: 1 }));
        return { on: '2026-11-01', municipalities, successor: { nis: '44999', name: 'Nieuw', ...region } };
      },
      ['successor', 'referenceRegion'],
    ],
  ])('by %s', async (name, input, field) => {
    const written = () =>
      on.sql(`select (select count(*) from municipality) m, (select count(*) from knowledge_circle) c`);
    const sent = await input();
    const before = await written();
    expect(await run(name, sent)).toHaveUserError('BAD_USER_INPUT', field);
    expect(await written()).toEqual(before);
  });

  it('by the database too', async () => {
    const { id }: Row = await given.circle();
    const wrong = on.sql(`update knowledge_circle set reference_region = 'Haspengouw' where id = $1`, [id]);
    await expect(wrong).rejects.toThrow('knowledge_circle_region_exists');
  });
});
