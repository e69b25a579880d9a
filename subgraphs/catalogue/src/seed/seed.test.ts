import { join } from 'node:path';
import { withConnection } from '@lokaal/shared/database';
import { demoAccounts, demoWorld } from '@lokaal/shared/demo';
import type { DatabaseUrls, RowCounts } from '@lokaal/shared/graphql';
import { demoPlan } from '../../../../shared/test/demo-plan.js';
import { cloneDatabase } from '../../../../shared/test/database.js';
import { SpoiledFile } from '../../../../shared/test/malformed.js';
import { catalogue } from '../index.js';
import { seedDemo, seedReference } from './index.js';
import { readProductLines } from './product-lines.js';
import { readStandards, seedReferenceFrom } from './reference.js';

const spoiled = new SpoiledFile(join(__dirname, '../../reference/standards.csv'));
const empty = () => cloneDatabase(catalogue);
const municipalities = demoWorld(demoPlan.lastDay).authorities.filter(
  ({ kind, until }) => kind === 'MUNICIPALITY' && !until,
);

let urls: DatabaseUrls;
let loaded: RowCounts;
const rows = async (text: string) => withConnection(urls.owner, async (client) => (await client.query(text)).rows);
const value = async (text: string): Promise<unknown> => Object.values((await rows(`select ${text} as value`))[0])[0];

beforeAll(async () => {
  urls = await empty();
  await seedReference(urls);
  loaded = await seedDemo(urls, demoPlan);
});
afterAll(() => spoiled.remove());

describe('product lines', () => {
  const lines = readProductLines();

  it('name only standards of the register', () => {
    const known = new Set(readStandards().map(({ name }) => name));
    expect(lines.flatMap(({ standards }) => standards ?? []).filter((name) => !known.has(name))).toEqual([]);
  });

  it('give no two lines the same name for a product', () => {
    const roots = lines.flatMap((line) => line.roots);
    expect(new Set(roots).size).toBe(roots.length);
  });
});

describe('seeding the catalogue', () => {
  it('loads as many as the association has', () => {
    expect(loaded).toMatchObject({ vendor: 240, solution: 800, portfolio_item: 9_000 });
    expect(loaded['solution_version']).toBeGreaterThan(1_800);
    expect(loaded['standard_support']).toBeGreaterThan(2_200);
  });

  it('links 54 vendors to company members', async () => {
    expect(await value('(select count(organisation_id)::int from vendor)')).toBe(54);
  });

  it('gives the shown vendor solutions', async () => {
    const own = `(select count(*)::int from solution s join vendor v on v.id = s.vendor_id
      where v.organisation_id = '${demoAccounts[1]?.organisationId}')`;
    expect(await value(own)).toBeGreaterThanOrEqual(4);
  });

  it('shows at least five public users of most published solutions', async () => {
    const share = `(select avg((users >= 5)::int)::float from (
      select count(p.id) as users from solution s left join portfolio_item p on p.solution_id = s.id and p.visibility = 'PUBLIC'
      where s.status = 'PUBLISHED' group by s.id))`;
    expect(await value(share)).toBeGreaterThan(0.6);
  });

  it('has popular solutions that many use', async () => {
    expect(
      await value('(select max(n)::int from (select count(*) n from portfolio_item group by solution_id))'),
    ).toBeGreaterThan(40);
  });

  it('gives the smallest municipality a handful of items, the largest one some dozens', async () => {
    const bySize = municipalities.toSorted((one, other) => one.population - other.population);
    const ids = [bySize[0], bySize.at(-1)].map((one) => one!.id);
    const counts = await Promise.all(
      ids.map((id) => value(`(select count(*)::int from portfolio_item where authority_id = '${id}')`)),
    );
    expect(counts[0]).toBeLessThan(8);
    expect(counts[1]).toBeGreaterThan(24);
  });

  it('gives each solution one current version, or at most versions to come', async () => {
    expect(await value('(select count(*)::int from solution_version where current)')).toBe(800);
  });

  it('lets nobody use a version that came after the use ended', async () => {
    const later = `(select count(*)::int from portfolio_item p join solution_version v on v.id = p.version_id
      where v.released_on is null or v.released_on > coalesce(p.until, '${demoPlan.lastDay}'))`;
    expect(await value(later)).toBe(0);
    expect(await value('(select count(version_id)::int from portfolio_item)')).toBeGreaterThan(5_000);
  });

  it('has nothing that lies in the future', async () => {
    const latest = `greatest((select max(since) from portfolio_item), (select max(until) from portfolio_item),
      (select max(released_on) from solution_version), (select max(last_confirmed_at)::date from solution),
      (select max(updated_at)::date from portfolio_item))`;
    expect(await value(`${latest} <= '${demoPlan.lastDay}'`)).toBe(true);
  });

  it('says of each product and vendor that it is invented', async () => {
    expect(await value(`(select bool_and(long_description like '%Demonstratiegegeven%') from solution)`)).toBe(true);
    expect(await value(`(select bool_and(description like '%Demonstratiegegeven%') from vendor)`)).toBe(true);
  });

  it('names and describes products so that they can be told apart', async () => {
    expect(await value('(select count(distinct name)::int from solution)')).toBe(800);
    expect(await value('(select count(distinct short_description)::int from solution)')).toBeGreaterThan(700);
    expect(await value(`(select count(*)::int from solution where name ~* 'solution|oplossing|test|\\d')`)).toBe(0);
  });

  it('changes nothing when it is repeated', async () => {
    const state = '(select sum(version) from standard) + (select count(*) from portfolio_item)';
    const before = await value(state);
    expect(await seedReference(urls)).toEqual({ standard: 258 });
    expect(await seedDemo(urls, demoPlan)).toEqual(loaded);
    expect(await value(state)).toBe(before);
  });

  it('gives the same catalogue again on another database, and twice of it at twice the size', async () => {
    const items = 'select * from portfolio_item order by id limit 500';
    const first = await rows(items);
    urls = await empty();
    await seedReference(urls);
    await seedDemo(urls, demoPlan);
    expect(await rows(items)).toEqual(first);
    urls = await empty();
    await seedReference(urls);
    expect(await seedDemo(urls, { ...demoPlan, scale: 2 })).toMatchObject({
      vendor: 339,
      solution: 1_600,
      portfolio_item: 18_000,
    });
  });

  it.each([
    ['an unknown type', ',APPLICATION_PROFILE,', ',PROFILE,', 'line 4: type: must be one of'],
    ['an unknown status', ',NOTA_WERKGROEP,', ',NOTA,', 'line 3: status: must be one of'],
    [
      'a slug given twice',
      'api-richtlijnen,',
      'api-guidelines,',
      'line 3: api-guidelines is already on an earlier line',
    ],
    ['a bad date', '2019-12-10', '10/12/2019', 'line 4: published_on: must be a date'],
    ['a short row', ',2019-12-10,', ',', 'line 4: 7 cells instead of 8'],
  ])('refuses a file with %s', (_, text, instead, reason) => {
    expect(() => seedReferenceFrom(urls, spoiled.with(text, instead))).toThrow(`standards.csv, ${reason}`);
  });
});
