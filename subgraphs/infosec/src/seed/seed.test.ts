import { join } from 'node:path';
import { withConnection } from '@lokaal/shared/database';
import { demoWorld, shownMunicipality } from '@lokaal/shared/demo';
import type { DatabaseUrls, RowCounts } from '@lokaal/shared/graphql';
import { demoPlan } from '../../../../shared/test/demo-plan.js';
import { cloneDatabase } from '../../../../shared/test/database.js';
import { SpoiledFile } from '../../../../shared/test/malformed.js';
import { infosec } from '../index.js';
import { seedDemo, seedReference } from './index.js';
import { seedReferenceFrom } from './reference.js';

const spoiled = new SpoiledFile(join(__dirname, '../../reference/controls.csv'));
const empty = () => cloneDatabase(infosec);
const { authorities, circles } = demoWorld(demoPlan.lastDay);

let urls: DatabaseUrls;
let loaded: RowCounts;

/** On behalf of all authorities. */
const rows = async (text: string, values: unknown[] = []) =>
  withConnection(urls.owner, async (client) => {
    await client.query(`select set_config('viewer.authorities', $1, false)`, [authorities.map(({ id }) => id).join()]);
    return (await client.query(text, values)).rows;
  });
const value = async (text: string): Promise<unknown> => Object.values((await rows(`select ${text} as value`))[0])[0];

beforeAll(async () => {
  urls = await empty();
  await seedReference(urls);
  loaded = await seedDemo(urls, demoPlan);
});
afterAll(() => spoiled.remove());

describe('seeding information security', () => {
  it('loads as many as the association has', async () => {
    expect(loaded['maturity_measurement']).toBeGreaterThanOrEqual(1_500);
    expect(loaded['maturity_measurement']).toBeLessThan(1_600);
    expect(await value('(select count(*)::int from control)')).toBe(439);
  });

  it('scores exactly the controls in scope, once a measurement is submitted', async () => {
    const counts = await rows(`select f.edition, m.target_level, array_agg(distinct n)::int[] as scored
      from maturity_measurement m join framework f on f.id = m.framework_id
      join (select measurement_id, count(*) n from control_score group by 1) s on s.measurement_id = m.id
      where m.state <> 'OPEN' group by 1, 2 order by 1, 2`);
    expect(counts.map(({ scored }) => scored)).toEqual([[34], [221], [142], [34], [218], [133]]);
  });

  it('calculated every result: complete, within the rules for N/A, both methods for 2025', async () => {
    const wrong = `(select count(*)::int from maturity_measurement m join framework f on f.id = m.framework_id
      where state <> 'OPEN' and ((published_result ->> 'complete')::boolean is not true
        or published_result -> 'failures' @> '[{"kind": "NOT_APPLICABLE_LIMIT"}]'
        or published_result -> 'failures' @> '[{"kind": "NOT_APPLICABLE_FORBIDDEN"}]'
        or (workbook_result is not null) <> (f.edition = '2025') or total is null))`;
    expect(await value(wrong)).toBe(0);
  });

  it('rises over the years', async () => {
    const years = await rows(`select avg(total)::float as mean from maturity_measurement where state <> 'OPEN'
      group by extract(year from measured_on) order by extract(year from measured_on)`);
    const means = years.map(({ mean }) => mean as number);
    expect(means).toEqual(means.toSorted((one, other) => one - other));
  });

  it('shows labels of at least 60 % of municipalities and OCMWs, valid today, of verified results that suffice', async () => {
    const labelled = new Set(
      (
        await rows(
          `select authority_id from published_label l where withdrawn_at is null and valid_until > '2026-12-31'`,
        )
      ).map(({ authority_id: id }) => id as string),
    );
    const both = authorities.filter(({ kind, until }) => !until && (kind === 'MUNICIPALITY' || kind === 'OCMW'));
    const share = both.filter(({ id }) => labelled.has(id)).length / both.length;
    expect(share).toBeGreaterThan(0.6);
    expect(share).toBeLessThan(0.9);
    const unearned = `(select count(*)::int from published_label l join maturity_measurement m on m.id = l.measurement_id
      where m.kind <> 'VERIFIED' or m.state <> 'VALIDATED' or l.valid_until > m.measured_on + interval '3 years'
        or (coalesce(m.workbook_result, m.published_result) ->> 'meetsThreshold')::boolean is not true)`;
    expect(await value(unearned)).toBe(0);
  });

  it('has no measurement from before the framework was there', async () => {
    expect(await value('(select min(measured_on) >= $$2023-03-01$$ from maturity_measurement)')).toBe(true);
  });

  it('verifies nothing of an authority with a handful of inhabitants', async () => {
    const small = authorities.filter(({ population }) => population < 3_000).map(({ id }) => id);
    const kinds = await rows('select distinct kind from maturity_measurement where authority_id = any ($1)', [small]);
    expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(['GUIDED', 'SELF']);
  });

  it('measures a former municipality before it merged, its successor after that', async () => {
    const measured = await rows('select authority_id as id, measured_on::text as day from maturity_measurement');
    const byId = new Map(authorities.map((one) => [one.id, one]));
    const impossible = measured.filter(({ id, day }) => {
      const { since, until } = byId.get(id as string)!;
      return (day as string) < since || (until !== null && (day as string) >= until);
    });
    expect(impossible).toEqual([]);
  });

  it('lets the shown municipality be compared: its whole circle submitted by the framework of 2025', async () => {
    const circle = circles.find(({ members }) => members.some(({ id }) => id === shownMunicipality.organisationId));
    const ids = circle?.members.map(({ id }) => id) ?? [];
    const submitted = await rows(
      `select distinct authority_id from maturity_measurement m join framework f on f.id = m.framework_id
        where state <> 'OPEN' and edition = '2025' and authority_id = any ($1)`,
      [ids],
    );
    expect(submitted).toHaveLength(ids.length);
  });

  it('changes nothing when it is repeated', async () => {
    const state = '(select sum(version) from control) + (select count(*) from control_score)';
    const before = await value(state);
    expect(await seedReference(urls)).toEqual({ framework: 2, control: 439 });
    expect(await seedDemo(urls, demoPlan)).toEqual(loaded);
    expect(await value(state)).toBe(before);
  });

  it.each([
    ['an unknown level', ',IMPORTANT,,IMPORTANT', ',HIGH,,IMPORTANT', 'line 2: first_level: must be one of'],
    ['an unknown version', '\n2025,GV.OC-01.1', '\n2024,GV.OC-01.1', 'line 2: version: must be one of'],
    [
      'a control given twice',
      'GV.OC-02.1,GOVERN,GV.OC,GV.OC-02',
      'GV.OC-01.1,GOVERN,GV.OC,GV.OC-01',
      'line 3: 2025 GV.OC-01.1',
    ],
    [
      'a control in another category',
      'GV.OC-01.1,GOVERN,GV.OC',
      'GV.OC-01.1,GOVERN,GV.RM',
      'line 2: GV.OC-01.1 is not in',
    ],
    ['a control in another function', 'GV.OC-01.1,GOVERN', 'GV.OC-01.1,RECOVER', 'line 2: GV.OC-01.1 is not in'],
    [
      'a key measure below the level where it begins',
      ',ESSENTIAL,,,,',
      ',ESSENTIAL,BASIC,,,',
      'line 8: GV.OC-04.3 begins at ESSENTIAL, and counts before',
    ],
    ['a short row', 'GV.OC-01.1,GOVERN,', 'GV.OC-01.1,', 'line 2: 10 cells instead of 11'],
  ])('refuses a file with %s', (_, text, instead, reason) => {
    expect(() => seedReferenceFrom(urls, spoiled.with(text, instead))).toThrow(`controls.csv, ${reason}`);
  });
});
