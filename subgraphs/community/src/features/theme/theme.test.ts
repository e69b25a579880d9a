import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous } from '@lokaal/shared/auth';
import { createDataSource } from '@lokaal/shared/database';
import { seededId } from '@lokaal/shared/seeding';
import { startCommunity, statementsOf } from '../../../test/given.js';
import { seedReference } from '../../seed/index.js';
import { requireThemes } from './known-themes.js';
import { ThemeEntity } from './theme.entity.js';

let on: TestSubgraph;
const ask = (query: string, variables?: Record<string, unknown>) => on.as(anonymous).run(query, variables);

const LIST = `query ($search: String, $filter: ThemeFilter) { themes(search: $search, filter: $filter, first: 50) { nodes { slug } totalCount } }`;

beforeAll(async () => {
  on = await startCommunity();
  await seedReference(on.urls);
});

async function slugs(variables: Record<string, unknown>): Promise<string[]> {
  const { data } = await ask(LIST, variables);
  return data.themes.nodes.map(({ slug }: { slug: string }) => slug);
}

it('is found by its slug, with an id that other subgraphs can make from it', async () => {
  const { data } = await ask('{ theme(slug: "bewustmaking-en-opleiding") { id label description cyfunCategories } }');
  expect(data.theme).toEqual({
    id: seededId('theme', 'bewustmaking-en-opleiding'),
    label: 'Bewustmaking en opleiding',
    description: 'Medewerkers en mandatarissen die risico’s herkennen: campagnes, phishingtests, opleidingen.',
    cyfunCategories: ['PR.AT'],
  });
});

it('that does not exist is null', async () => {
  expect((await ask('{ theme(slug: "koffie") { id } }')).data).toEqual({ theme: null });
});

it('is found by a word of its description, and despite a typing error', async () => {
  expect([await slugs({ search: 'verwerkingsregister' }), await slugs({ search: 'gegevensbeschreming' })]).toEqual([
    ['gegevensbescherming'],
    ['gegevensbescherming'],
  ]);
});

it('is found by the category of CyberFundamentals that it is about', async () => {
  expect(await slugs({ filter: { cyfunCategories: { has: 'RS.MA' } } })).toEqual(['incidentbeheer']);
});

it('is one of about 25, in one statement', async () => {
  expect(await statementsOf(() => slugs({}))).toBe(1);
  expect((await slugs({})).length).toBe(26);
});

it('that is unknown is refused, by its name', async () => {
  const db = await createDataSource({ url: on.urls.server, applicationName: 'test', entities: [ThemeEntity] });
  try {
    await requireThemes(db.manager, ['nis2', 'open-source']);
    await requireThemes(db.manager, undefined);
    await expect(requireThemes(db.manager, ['nis2', 'koffie'])).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      field: ['themes'],
      message: 'There is no theme "koffie".',
    });
  } finally {
    await db.destroy();
  }
});
