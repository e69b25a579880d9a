import { demoPlan } from '../../../shared/test/demo-plan.js';
import { type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import type { TestSubgraph } from '../../../shared/test/subgraph.js';
import { community } from '../src/index.js';
import { startCommunity } from './given.js';

let graph: TestSubgraph;
const staff: Viewer = { personId: newId('person'), staffRoles: ['STAFF'], employments: [], circlePeerIds: [] };

beforeAll(async () => {
  graph = await startCommunity();
  await community.seedReference(graph.urls);
  await community.seedDemo(graph.urls, demoPlan);
});

async function found(list: string, search: string): Promise<string[]> {
  const query = `query ($search: String) { list: ${list}(search: $search) { nodes { name: ${list === 'organisations' ? 'legalName' : 'name'} } } }`;
  const { data, errors } = await graph.as(staff).run(query, { search });
  expect(errors).toBeUndefined();
  return (data.list.nodes as { name: string }[]).map(({ name }) => name);
}

async function foundAnywhere(text: string): Promise<{ __typename: string; name: string }[]> {
  const query = `query ($text: String!) { search(text: $text) { nodes { __typename
    ... on Theme { name: label } ... on Training { name: title } ... on Project { name } ... on Municipality { name } } } }`;
  const { data, errors } = await graph.as(staff).run(query, { text });
  expect(errors).toBeUndefined();
  return data.search.nodes as { __typename: string; name: string }[];
}

describe('search in the demonstration data', () => {
  it.each([
    ['organisations', 'gemeente oostende', 'Stad Oostende'],
    ['organisations', 'stad gent', 'Stad Gent'],
    ['organisations', 'stad evergem', 'Gemeente Evergem'],
    ['organisations', 'ocmw aalst', 'OCMW Aalst'],
    ['organisations', 'OCMW Aals', 'OCMW Aalst'],
    ['organisations', 'gemeente evergm', 'Gemeente Evergem'],
    ['municipalities', 'gent', 'Gent'],
    ['municipalities', '8400', 'Oostende'],
    ['municipalities', 'oostend', 'Oostende'],
    ['municipalities', 'sint niklaas', 'Sint-Niklaas'],
    ['municipalities', 'sint-nik', 'Sint-Niklaas'],
    ['municipalities', 'kortrijck', 'Kortrijk'],
  ])('among %s "%s" finds %s first', async (list, search, first) => {
    expect((await found(list, search))[0]).toBe(first);
  });

  it('finds people by parts of their names, whatever their order', async () => {
    const [person] = await graph.sql<{ name: string }>(
      `select name from person where name ~ '^\\S+ De \\S+$' order by name limit 1`,
    );
    const [first, particle, last] = person!.name.split(' ');
    expect(await found('people', `${last} ${first}`)).toContain(person!.name);
    expect((await found('people', `${first} ${particle} ${last!.slice(0, 3)}`.toLowerCase()))[0]).toMatch(
      new RegExp(`^${first} De ${last!.slice(0, 3)}`),
    );
  });

  it('finds knowledge circles by their region', async () => {
    const [circle] = await graph.sql<{ name: string; reference_region: string }>(
      'select name, reference_region from knowledge_circle where reference_region is not null order by name limit 1',
    );
    const others = await graph.sql('select from knowledge_circle where reference_region = $1', [
      circle!.reference_region,
    ]);
    expect((await found('knowledgeCircles', circle!.reference_region)).length).toBeGreaterThanOrEqual(
      Math.min(others.length, 20),
    );
  });

  it.each([
    ['LB 365', 'Project', 'LB365'],
    ['lb365', 'Project', 'LB365'],
    ['sint truiden', 'Municipality', 'Sint-Truiden'],
    ['nis 2', 'Theme', 'NIS2'],
    ['GDPR', 'Theme', 'Gegevensbescherming'],
  ])('over everything "%s" finds the %s %s first', async (text, type, name) => {
    expect((await foundAnywhere(text))[0]).toEqual({ __typename: type, name });
  });

  it('finds what is about the same in other words, after what has the word', async () => {
    const training = { __typename: 'Training', name: 'Leidinggeven aan ICT' };
    const names = (await foundAnywhere('leiderschap')).map(({ name }) => name);
    expect(names[0]).toBe('Strategie en leiderschap');
    expect(await foundAnywhere('leiderschap')).toContainEqual(training);
    expect((await foundAnywhere('leidinggeven'))[0]).toEqual(training);
  });
});
