import { addDays, memberCompanies } from '@lokaal/shared/demo';
import { demoPlan } from '../../../../shared/test/demo-plan.js';
import { cloneDatabase } from '../../../../shared/test/database.js';
import { withConnection } from '@lokaal/shared/database';
import { community } from '../index.js';
import { seedDemo, seedReference } from './index.js';

let owner: string;
const value = (sql: string): Promise<unknown> =>
  withConnection(owner, async (client) => (await client.query(`select ${sql} as value`)).rows[0]?.value as unknown);

beforeAll(async () => {
  const urls = await cloneDatabase(community);
  ({ owner } = urls);
  await seedReference(urls);
  await seedDemo(urls, demoPlan);
});

const count = (rest: string): string => `(select count(*)::int ${rest})`;
/** Of the years of the demonstration, in the middle of the week. */
const holidays =
  '2023-05-18,2024-05-01,2024-05-09,2024-08-15,2025-05-01,2025-05-29,2025-11-11,2026-05-14,2026-07-21,2027-05-06';
const events = (condition: string): string => count(`from event where ${condition}`);

it.each([
  ['52 circles meet', count(`from (select distinct circle_id from event where series = 'CIRCLE_MEETING') c`), 52],
  ['7 study days a year', events(`series = 'KNOWLEDGE_DAY' and starts_at between '2024-01-01' and '2024-12-31'`), 7],
  ['50 webinars', events(`series = 'WEBINAR'`), 50],
  ['5 editions of ManageIT, one of them to come', events(`series = 'MANAGE_IT'`), 5],
  [
    '36 breakout tracks at Shopt IT',
    count(`from track t join event e on e.id = t.event_id where e.slug = 'shopt-it-2026' and t.kind <> 'PRIVATE'`),
    36,
  ],
  [
    '15 technical ones among them',
    count(`from track t join event e on e.id = t.event_id where e.slug = 'shopt-it-2026' and t.kind = 'TECHNICAL'`),
    15,
  ],
  [
    'a stand for every company member',
    count(`from exhibitor x join event e on e.id = x.event_id where e.slug = 'shopt-it-2026'`),
    memberCompanies,
  ],
  [
    'two hundred by day, two hundred in the evening, fifty on Wednesday',
    `(select array_agg(s.capacity order by s.starts_at) from event_session s join event e on e.id = s.event_id
      where e.slug = 'manageit-2025' and s.signup_required)`,
    [200, 200, 50],
  ],
  [
    'nobody at work in a weekend or on a holiday',
    events(`exists (select from generate_series(starts_at, ends_at, '1 day') day
      where extract(isodow from day) > 5 or day::date = any ('{${holidays}}'))`),
    0,
  ],
  [
    'a meeting of every circle within four months',
    count(`from (select distinct circle_id from event where circle_id is not null
      and starts_at > '${demoPlan.lastDay}' and starts_at < '${addDays(demoPlan.lastDay, 120)}') c`),
    52,
  ],
  [
    'no circle that meets about the same twice in a row',
    count(`from (select title, lag(title) over (partition by circle_id order by starts_at) as before
      from event where series = 'CIRCLE_MEETING') m where title = before`),
    0,
  ],
  [
    'private sessions of companies, with four who lead ICT and the DPO who is shown',
    `(select array_agg(distinct array[companies, managers, others]) from (select
      count(*) filter (where kind = 'COMPANY')::int as companies,
      count(*) filter (where kind = 'MUNICIPALITY' and roles @> '{ICT_MANAGER}')::int as managers,
      count(*) filter (where kind = 'MUNICIPALITY' and not roles @> '{ICT_MANAGER}')::int as others
      from session_invitation i join employment e on e.person_id = i.person_id and e.to_date is null
      join organisation o on o.id = e.organisation_id group by session_id) s)`,
    [
      [13, 4, 1],
      [26, 4, 1],
    ],
  ],
  [
    'no theme that does not exist',
    count(`from event e, unnest(e.themes) used where used not in (select slug from theme)`),
    0,
  ],
  [
    'no theme of a session that does not exist',
    count(`from event_session s, unnest(s.themes) used where used not in (select slug from theme)`),
    0,
  ],
  ['a region for every place where people meet', events(`mode <> 'ONLINE' and reference_region is null`), 0],
  [
    'nothing that was published after the last day of the data',
    events(`published_at > '${demoPlan.lastDay}T23:59:59Z'`),
    0,
  ],
])('has %s', async (_, sql, expected) => {
  expect(await value(sql)).toEqual(expected);
});

it('has what is over, what goes on and what comes, in every status', async () => {
  const statuses = `(select array_agg(distinct status order by status) from event)`;
  expect(await value(statuses)).toEqual(['ARCHIVED', 'CANCELLED', 'DRAFT', 'PUBLISHED']);
  expect(await value(events(`status = 'PUBLISHED' and starts_at >= '2026-12-01'`))).toBeGreaterThan(20);
  expect(await value(events(`ends_at < '2026-01-01'`))).toBeGreaterThan(100);
});
