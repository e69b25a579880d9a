import { withConnection } from '@lokaal/shared/database';
import type { DatabaseUrls } from '@lokaal/shared/graphql';
import { demoPlan } from '../../../../shared/test/demo-plan.js';
import { cloneDatabase } from '../../../../shared/test/database.js';
import { community } from '../index.js';
import { seedDemo, seedReference } from './index.js';

let urls: DatabaseUrls;
const rows = async (text: string) => withConnection(urls.owner, async (client) => (await client.query(text)).rows);

beforeAll(async () => {
  urls = await cloneDatabase(community);
  await seedReference(urls);
  await seedDemo(urls, demoPlan);
});

describe('the demonstration registrations', () => {
  it.each([
    ['MANAGE_IT', 300, 420],
    ['SHOPT_IT', 240, 310],
    ['CYBER_DAY', 100, 140],
    ['WEBINAR', 15, 35],
  ])('bring as many people to an edition of %s as it has', async (series, least, most) => {
    const editions = await rows(`select count(*)::int as people from registration r join event e on e.id = r.event_id
      where series = '${series}' and ends_at < '${demoPlan.lastDay}' and state <> 'CANCELLED' group by e.id`);
    expect(editions.length).toBeGreaterThan(0);
    expect(editions.filter(({ people }) => people < least || people > most)).toEqual([]);
  });

  it('eat what there is, four in five of them', async () => {
    const [food] =
      await rows(`select avg((answer = 'Geen')::int)::float as anything, avg((answer = 'Halal')::int)::float as halal
      from registration_answer a join event_question q on q.id = a.question_id where q.label = 'Hebt u een dieetwens?'`);
    expect(food['anything']).toBeGreaterThan(0.78);
    expect(food['anything']).toBeLessThan(0.86);
    expect(food['halal']).toBeLessThan(0.05);
  });

  it('fill no event and no session beyond its places, and keep nobody waiting beside a free one', async () => {
    const odd = await rows(`select e.slug, r.mode from event e join registration r on r.event_id = e.id
      group by e.id, r.mode having count(*) filter (where holds_place(state))
        > case r.mode when 'ON_SITE' then e.capacity_on_site else e.capacity_online end
      or (bool_or(state = 'WAITLISTED') and count(*) filter (where holds_place(state))
        < case r.mode when 'ON_SITE' then e.capacity_on_site else e.capacity_online end)`);
    expect(odd).toEqual([]);
  });

  it('have somebody present at what is over, and nobody at what is to come', async () => {
    const states = await rows(`select distinct e.ends_at < '${demoPlan.lastDay}' as over, state from registration r
      join event e on e.id = r.event_id where state in ('ATTENDED', 'CONFIRMED', 'WAITLISTED') order by 1, 2`);
    expect(states.map(({ over, state }) => `${over} ${state}`)).toEqual(
      expect.arrayContaining(['false CONFIRMED', 'false WAITLISTED', 'true ATTENDED']),
    );
    expect(states.map(({ over, state }) => `${over} ${state}`)).not.toContain('false ATTENDED');
  });

  it('leave nobody waiting for a session that is over', async () => {
    const waiting =
      await rows(`select session_id from session_signup one join event_session on event_session.id = session_id
      where state in ('WAITLISTED', 'OFFERED') and ends_at < '${demoPlan.lastDay}'`);
    expect(waiting).toEqual([]);
  });

  it('make nobody attend two sessions at once', async () => {
    const twice = await rows(`select one.id from session_signup one join event_session a on a.id = one.session_id
      join session_signup other on other.registration_id = one.registration_id and other.id > one.id
      join event_session b on b.id = other.session_id
      where (a.starts_at, a.ends_at) overlaps (b.starts_at, b.ends_at)`);
    expect(twice).toEqual([]);
  });
});
