import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { createDataSource } from '@lokaal/shared/database';
import { seededId } from '@lokaal/shared/seeding';
import { Given, signedIn, staff, startCommunity, statementsOf } from '../../../test/given.js';
import { seedReference } from '../../seed/index.js';
import { requireThemes } from './known-themes.js';
import { ThemeEntity } from './theme.entity.js';

let on: TestSubgraph;
let given: Given;
let editor: Viewer;
const ask = (query: string, variables?: Record<string, unknown>) => on.as(anonymous).run(query, variables);

const LIST = `query ($search: String, $filter: ThemeFilter) { themes(search: $search, filter: $filter, first: 50) { nodes { slug } totalCount } }`;

beforeAll(async () => {
  on = await startCommunity();
  await seedReference(on.urls);
  given = new Given(on);
  editor = staff(await given.person());
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

describe('staff', () => {
  const mutate = (name: 'createTheme' | 'updateTheme', input: object, viewer = editor) =>
    on.as(viewer).run(
      `mutation ($input: ${name === 'createTheme' ? 'CreateThemeInput' : 'UpdateThemeInput'}!) { ${name}(input: $input) {
        theme { id version slug label description cyfunCategories } userErrors { code field } } }`,
      { input },
    );
  const quantum = { slug: 'kwantum', label: 'Kwantum', description: 'Versleuteling die kwantumcomputers weerstaat.' };
  const versionOf = async (slug: string) =>
    (await on.sql<{ id: string; version: number }>('select id, version from theme where slug = $1', [slug]))[0]!;

  it('add a theme, with an id that follows from its slug', async () => {
    const { data } = await mutate('createTheme', { ...quantum, cyfunCategories: ['PR.DS'] });
    expect(data.createTheme).toEqual({
      theme: { id: seededId('theme', 'kwantum'), version: 1, ...quantum, cyfunCategories: ['PR.DS'] },
      userErrors: [],
    });
  });

  it('change a theme, and the reference data leave it so', async () => {
    const { id, version } = await versionOf('open-source');
    await mutate('updateTheme', { id, expectedVersion: version, label: 'Open source en hergebruik' });
    await seedReference(on.urls);
    const { data } = await ask('{ theme(slug: "open-source") { label version } }');
    expect(data.theme).toEqual({ label: 'Open source en hergebruik', version: version + 1 });
  });

  it('are told which of slug and name another theme has', async () => {
    const sameSlug = await mutate('createTheme', { ...quantum, slug: 'nis2' });
    const { id, version } = await versionOf('geo-informatie');
    const sameLabel = await mutate('updateTheme', { id, expectedVersion: version, label: 'Interoperabiliteit' });
    expect([sameSlug.data.createTheme.userErrors, sameLabel.data.updateTheme.userErrors]).toEqual([
      [{ code: 'ALREADY_EXISTS', field: ['slug'] }],
      [{ code: 'ALREADY_EXISTS', field: ['label'] }],
    ]);
  });

  it.each([
    ['slug', { ...quantum, slug: 'Kwantum 2' }],
    ['label', { ...quantum, slug: 'kwantum-3', label: ' ' }],
    ['cyfunCategories', { ...quantum, slug: 'kwantum-4', cyfunCategories: ['ID.ZZ'] }],
  ])('are refused a %s that is none', async (field, input) => {
    const before = await slugs({});
    expect((await mutate('createTheme', input)).data.createTheme.userErrors[0]).toEqual({
      code: 'BAD_USER_INPUT',
      field: [field],
    });
    expect(await slugs({})).toEqual(before);
  });

  it('alone do so', async () => {
    const member = signedIn(await given.person());
    const { id, version } = await versionOf('nis2');
    expect(await mutate('createTheme', { ...quantum, slug: 'kwantum-5' }, member)).toHaveUserError('FORBIDDEN');
    expect(await mutate('updateTheme', { id, expectedVersion: version, label: 'Mijn thema' }, member)).toHaveUserError(
      'FORBIDDEN',
    );
    expect(await versionOf('nis2')).toEqual({ id, version });
  });
});
