import fc from 'fast-check';
import { oneEdit } from '../../../../../shared/test/one-edit.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { employee, Given, startCommunity } from '../../../test/given.js';
import { GivenEvents } from '../../../test/given-event.js';
import { GivenKnowledge } from '../../../test/given-knowledge.js';
import { seedReferenceFrom } from '../../seed/reference.js';

let on: TestSubgraph;
let someone: Viewer;

/** All municipalities of Flanders, and what is named after some of them. */
beforeAll(async () => {
  on = await startCommunity();
  await seedReferenceFrom(on.urls);
  const [given, knowledge, events] = [new Given(on), new GivenKnowledge(on), new GivenEvents(on)];
  const bodies = { OCMW: 'OCMW', AGB: 'AGB', RESCUE_ZONE: 'Hulpverleningszone Regio', POLICE_ZONE: 'Politiezone' };
  const places = await on.sql<{ id: string; name: string }>(
    `select min(id) as id, name from municipality where name in ('Gent', 'Leuven', 'Hasselt') and valid_to is null group by name`,
  );
  for (const [kind, name] of Object.entries(bodies))
    for (const { id, name: place } of places)
      await given.organisation({
        kind,
        legal_name: `${name} ${place}`,
        locality: place,
        ...(kind === 'OCMW' && { municipality_id: id }),
      });
  const reader = await given.person({ name: 'Lien Janssens', consent_directory: true });
  await given.person({ name: 'Karim Vermeulen', consent_directory: true });
  await given.person({ name: 'Sofie Dekeyser', consent_directory: true });
  someone = employee(reader, await given.organisation());
  for (const title of ['Checklist: publiccode in de gemeente', 'Praktijkgids: netwerksegmentatie', 'Inspiratienota'])
    await knowledge.publication({ title });
  for (const title of ['ManageIT 2024', 'Shopt IT 2024', 'Kennisdag NIS2']) await events.event({ title });
});

const SEARCH = `query ($text: String!, $first: Int, $after: String, $types: [SearchType!]) {
  search(text: $text, first: $first, after: $after, types: $types) { totalCount pageInfo { endCursor hasNextPage }
    nodes { ... on Municipality { name } ... on Organisation { legalName } ... on Person { name }
      ... on KnowledgeItem { title } ... on Event { title } } } }`;

async function found(text: string, variables: object = {}) {
  const { data } = await on.as(someone).run(SEARCH, { text, ...variables });
  const { nodes, ...rest } = data.search;
  return { names: (nodes as Record<string, string>[]).map((node) => Object.values(node)[0]!), ...rest };
}

it.each([
  ['Kortijk', 'Kortrijk'],
  ['Hasslet', 'Hasselt'],
  ['Leuvem', 'Leuven'],
  ['Antwepren', 'Antwerpen'],
  ['Oostend', 'Oostende'],
  ['Gendt', 'Gent'],
  ['Gnet', 'Gent'],
  ['Getn', 'Gent'],
  ['Gekn', 'Genk'],
  ['Aalts', 'Aalst'],
  ['Leir', 'Lier'],
  ['Geenk', 'Genk'],
  ['Brugg', 'Brugge'],
  ['Burgge', 'Brugge'],
  ['Turnhuot', 'Turnhout'],
  ['Rooselare', 'Roeselare'],
  ['Dendermnode', 'Dendermonde'],
  ['Vilvorde', 'Vilvoorde'],
  ['Ninvoe', 'Ninove'],
  ['Shoten', 'Schoten'],
  ['Bilzne', 'Bilzen'],
  ['Geraardsbergn', 'Geraardsbergen'],
  ['Heist-op-den-Brg', 'Heist-op-den-Berg'],
  ['Sint-Truidn', 'Sint-Truiden'],
  ['ocmw hasslet', 'OCMW Hasselt'],
  ['politiezoen gnet', 'Politiezone Gent'],
  ['Jassens', 'Lien Janssens'],
  ['vermuelen', 'Karim Vermeulen'],
  ['sofei dekeyesr', 'Sofie Dekeyser'],
  ['pubilccode', 'Checklist: publiccode in de gemeente'],
  ['netwerksegmentatei', 'Praktijkgids: netwerksegmentatie'],
  ['inspiratientoa', 'Inspiratienota'],
  ['mangeIT 2024', 'ManageIT 2024'],
  ['shpot it', 'Shopt IT 2024'],
  ['kenisdag nis2', 'Kennisdag NIS2'],
  ['kennisdag nis 2', 'Kennisdag NIS2'],
  ['ManageIT2024', 'ManageIT 2024'],
])('"%s" finds %s first', async (typed, name) => {
  expect((await found(typed, { first: 1 })).names).toEqual([name]);
});

it.each(['kwantumcomputer', 'olifant', 'Rotterdam', 'Maastricht', 'Eindhoven', 'haring', 'xyzzy'])(
  'finds nothing like "%s"',
  async (text) => {
    expect((await found(text)).totalCount).toBe(0);
  },
);

it('adds nothing that is merely like it to what has the words', async () => {
  expect((await found('Malle', { types: ['MUNICIPALITY'] })).names).toEqual(['Malle']);
});

/** What is typed may be another word, or begin one: then it is no slip. */
const isWord = async (text: string): Promise<boolean> =>
  (await on.sql(`select from municipality where search_vector @@ dutch_query($1)`, [text])).length > 0;

it('finds a name of six letters or more among the first five, whatever single slip is made in it', async () => {
  const rows = await on.sql<{ name: string }>(
    `select name from municipality where name ~ '^[A-Za-z]{6,}$' order by nis`,
  );
  const typed = fc.constantFrom(...rows).chain(({ name }) => fc.tuple(fc.constant(name), oneEdit(name)));
  const property = fc.asyncProperty(typed, async ([name, text]) => {
    fc.pre(!(await isWord(text)));
    const { names } = await found(text, { types: ['MUNICIPALITY'], first: 5 });
    expect(names).toContain(name);
  });
  await fc.assert(property, { numRuns: 100 });
});

describe('what is found by its name', () => {
  it.each(['Gent', 'Leuven', 'hasslet'])('is the municipality before what is named after it: %s', async (text) => {
    const place = text === 'hasslet' ? 'Hasselt' : text;
    const { data } = await on
      .as(anonymous)
      .run('query ($text: String) { organisations(search: $text) { nodes { kind legalName } } }', { text });
    expect(data.organisations.nodes[0].kind).toBe('MUNICIPALITY');
    expect(data.organisations.nodes[0].legalName).toMatch(new RegExp(`${place}$`));
    expect(data.organisations.nodes.length).toBeGreaterThan(4);
    const { names } = await found(text);
    expect([...new Set(names)].slice(0, 2)).toEqual([place, data.organisations.nodes[0].legalName]);
  });

  it('is on one page only, walked by its rank', async () => {
    const { names } = await found('Gent', { first: 100 });
    const walked: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page = await found('Gent', { first: 2, after });
      walked.push(...page.names);
      [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
    }
    expect(walked).toEqual(names);
  });
});
