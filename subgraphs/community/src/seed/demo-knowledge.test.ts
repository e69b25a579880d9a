import { withConnection } from '@lokaal/shared/database';
import type { DatabaseUrls, RowCounts } from '@lokaal/shared/graphql';
import { demoPlan } from '../../../../shared/test/demo-plan.js';
import { cloneDatabase } from '../../../../shared/test/database.js';
import { community } from '../index.js';
import { seedDemo, seedReference } from './index.js';

let urls: DatabaseUrls;
let loaded: RowCounts;
const rows = async (text: string) => withConnection(urls.owner, async (client) => (await client.query(text)).rows);
const value = async (text: string): Promise<unknown> => Object.values((await rows(`select ${text} as value`))[0])[0];

beforeAll(async () => {
  urls = await cloneDatabase(community);
  await seedReference(urls);
  loaded = await seedDemo(urls, demoPlan);
});

it('has fifty webinars with their recordings, and about sixty publications', async () => {
  expect(await value(`(select count(*)::int from media_item where kind = 'WEBINAR')`)).toBe(50);
  expect(loaded.publication).toBeGreaterThanOrEqual(58);
  expect(loaded.publication).toBeLessThanOrEqual(65);
});

it('has the publications that the association names', async () => {
  const known = await rows(`select title from publication where title in ('Samen Groeien: Masterplanning 2025-2030',
    'Cyberfundamentals in Lokale Besturen: stappenplan 2025', 'Inspiratienota maart 2024')`);
  expect(known).toHaveLength(3);
});

it('has 355 confirmed subscribers of the Cyberweerbaarheidswoensdag', async () => {
  const confirmed = `(select count(*)::int from mailing_list_subscription s join mailing_list l on l.id = s.list_id
    where l.slug = 'cyberweerbaarheidswoensdag' and s.state = 'CONFIRMED')`;
  expect(await value(confirmed)).toBe(355);
});

it('has 36 authorities in LB365, none before it existed', async () => {
  const lb365 = `project_participation one join project p on p.id = one.project_id where p.slug = 'lb365'`;
  expect(await value(`(select count(*)::int from ${lb365})`)).toBe(36);
  const early = `(select count(*)::int from project_participation one join organisation o on o.id = one.organisation_id
    join municipality m on m.id = o.municipality_id where one.from_date < m.valid_from)`;
  expect(await value(early)).toBe(0);
});

it('names the partners of the association and no other', async () => {
  const names = await rows('select name from partnership order by name');
  expect(names.map(({ name }) => name)).toEqual(['LOLA', 'Major Cities of Europe', 'VVSG']);
});

it('speaks of themes that exist', async () => {
  for (const table of ['publication', 'media_item', 'news_item', 'project', 'focus_project', 'mentorship_offer']) {
    const unknown = `(select count(*)::int from ${table} as one, unnest(one.themes) as named
      where named not in (select slug from theme))`;
    expect([table, await value(unknown)]).toEqual([table, 0]);
  }
});

it('has mentorships in every state, one of them of the shown accounts', async () => {
  const states = await rows('select distinct state from mentorship order by state');
  expect(states.map(({ state }) => state)).toEqual(['ACTIVE', 'DECLINED', 'ENDED', 'PROPOSED']);
});
