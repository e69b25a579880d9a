import { join } from 'node:path';
import { withConnection } from '@lokaal/shared/database';
import { demoAccounts } from '@lokaal/shared/demo';
import type { DatabaseUrls, RowCounts } from '@lokaal/shared/graphql';
import { demoPlan } from '../../../../shared/test/demo-plan.js';
import { cloneDatabase } from '../../../../shared/test/database.js';
import { SpoiledFile } from '../../../../shared/test/malformed.js';
import { community } from '../index.js';
import { frenchOddsAt } from './demo-languages.js';
import { seedDemo, seedReference } from './index.js';
import { seedReferenceFrom } from './reference.js';

const spoiled = new SpoiledFile(join(__dirname, '../../../../shared/reference/municipalities.csv'));
const empty = () => cloneDatabase(community);

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

describe('seeding the community', () => {
  it('loads as many as the association has, and two circles that are proposed', async () => {
    expect(loaded).toMatchObject({ knowledge_circle: 52 + 2, cohort: 52 + 15 + 5 + 5 + 1 });
    expect(await value(`(select count(*)::int from knowledge_circle where founded_on is null)`)).toBe(2);
  });

  const current = (type: string, day: string): string => `(select count(*)::int from membership where type = '${type}'
    and membership_status(decision, cancelled_on, to_date, grace_until, '${day}') in ('ACTIVE', 'GRACE'))`;

  it('has 1,400 effective members and 54 company members', async () => {
    expect(await value(current('EFFECTIVE', demoPlan.lastDay))).toBe(1_400);
    expect(await value(current('COMPANY', demoPlan.lastDay))).toBe(54);
  });

  it('has told every holder of a term that ends or ended: a start sends none of that anew', async () => {
    const day = `'${demoPlan.lastDay}'::date`;
    const untold = `(to_date > ${day} and to_date <= ${day} + 30 and ending_told_for is distinct from to_date)
      or (to_date <= ${day} and grace_until > ${day} and grace_told_for is distinct from to_date)`;
    expect(await value(`(select count(*)::int from membership where decision = 'APPROVED' and (${untold}))`)).toBe(0);
  });

  it('has told staff of every application that waits: a start sends no mail of it', async () => {
    const untold = `decision is null and not exists (select from staff_notice where record_id = membership.id)`;
    expect(await value(`(select count(*)::int from membership where ${untold})`)).toBe(0);
  });

  it('has 1,400 effective members with employers, some in every status, and some who let it lapse', async () => {
    const ofStatus = `membership_status(decision, cancelled_on, to_date, grace_until, '${demoPlan.lastDay}')`;
    const counts = await rows(
      `select type, ${ofStatus} as status, count(*)::int from membership group by 1, 2 order by 1, 2`,
    );
    expect(counts).toEqual([
      { type: 'ACCEDED', status: 'ACTIVE', count: expect.any(Number) },
      { type: 'ACCEDED', status: 'EXPIRED', count: expect.any(Number) },
      { type: 'ACCEDED', status: 'GRACE', count: expect.any(Number) },
      { type: 'COMPANY', status: 'ACTIVE', count: expect.any(Number) },
      { type: 'COMPANY', status: 'CANCELLED', count: 6 },
      { type: 'EFFECTIVE', status: 'ACTIVE', count: expect.any(Number) },
      { type: 'EFFECTIVE', status: 'APPLIED', count: 12 },
      { type: 'EFFECTIVE', status: 'EXPIRED', count: expect.any(Number) },
      { type: 'EFFECTIVE', status: 'GRACE', count: expect.any(Number) },
      { type: 'EFFECTIVE', status: 'REJECTED', count: 6 },
    ]);
    expect(
      await value(`(select count(*)::int from membership where type = 'EFFECTIVE' and employer_id is not null
      and decision = 'APPROVED')`),
    ).toBe(1_428);
    expect(await value(`(select count(distinct organisation_id)::int from membership where type = 'COMPANY')`)).toBe(
      54,
    );
  });

  it('gives every municipality a person for ICT, privacy or security', async () => {
    const without = `(select count(*)::int from organisation o where kind = 'MUNICIPALITY' and status = 'ACTIVE'
      and not exists (select from employment e where e.organisation_id = o.id and e.to_date is null
        and e.roles && array['ICT_MANAGER', 'DPO', 'CISO']))`;
    expect(await value(without)).toBe(0);
  });

  it('employs nobody before the organisation existed, or after it merged', async () => {
    const impossible = `(select count(*)::int from employment e join organisation o on o.id = e.organisation_id
      join municipality m on m.id = o.municipality_id
      where e.from_date < m.valid_from or (m.valid_to is not null and e.to_date is distinct from m.valid_to))`;
    expect(await value(impossible)).toBe(0);
  });

  it('has nothing that lies in the future', async () => {
    const latest = `greatest((select max(from_date) from employment), (select max(from_date) from circle_membership),
      (select max(greatest(disseminated_on, standardised_on, innovated_on, adopted_on)) from circle_trajectory),
      (select max(greatest(requested_at, decided_at))::date from circle_accession))`;
    expect(await value(`${latest} <= '${demoPlan.lastDay}'`)).toBe(true);
  });

  it('writes in French to people of companies and of municipalities with facilities only', async () => {
    const domains =
      await rows(`select split_part(email, '@', 2) as domain, count(*)::int from person where language = 'FR'
      and not exists (select from employment e join organisation o on o.id = e.organisation_id
        where e.person_id = person.id and o.kind = 'COMPANY') group by 1 order by 1`);
    expect(domains.length).toBeGreaterThan(3);
    expect(domains.filter(({ domain }) => frenchOddsAt(domain) === 0)).toEqual([]);
  });

  it('has subscribers at addresses of organisations that exist in it', async () => {
    const strange = `(select count(*)::int from mailing_list_subscription where not exists (select from organisation
      where website = 'https://www.' || split_part(email, '@', 2)))`;
    expect(await value(strange)).toBe(0);
  });

  it('has a mail that waits for a week, and one that was given up', async () => {
    const mails = await rows(`select subject, next_attempt_at::date = '${demoPlan.lastDay}'::date + 7 as waits,
      abandoned_at < '${demoPlan.lastDay}' as "isGivenUp", exists (select from person where email = recipient) as "isKnown"
      from outbox_message order by attempts desc`);
    expect(mails).toEqual([
      { subject: expect.stringMatching(/^U bent ingeschreven: \w/), waits: true, isGivenUp: null, isKnown: true },
      { subject: 'Uw lidmaatschap loopt bijna af', waits: false, isGivenUp: true, isKnown: true },
    ]);
  });

  it('lets the accounts that are shown sign in', async () => {
    const known = await rows(`select p.email from person p join credential c on c.person_id = p.id
      where p.email_confirmed_at is not null order by p.email`);
    expect(known.map(({ email }) => email)).toEqual(demoAccounts.map(({ email }) => email).toSorted());
  });

  it('has organisations that were dissolved, for which nobody works any more', async () => {
    const found = await rows(`select kind, ended_on < '${demoPlan.lastDay}' as "isOver", merged_into_id as heir,
      (select count(*)::int from employment where organisation_id = organisation.id) as workers
      from organisation where status = 'DISSOLVED' order by kind`);
    const dissolved = { isOver: true, heir: null, workers: 0 };
    expect(found).toEqual([
      { kind: 'ASSOCIATION', ...dissolved },
      { kind: 'INTERMUNICIPAL', ...dissolved },
    ]);
  });

  it('shows a merged municipality with its predecessors', async () => {
    const names = await rows(`select legal_name from organisation where id = any (
      (select predecessor_ids from organisation where legal_name = 'Stad Bilzen-Hoeselt')::text[]) order by 1`);
    expect(names.map(({ legal_name: name }) => name)).toEqual(['Gemeente Hoeselt', 'Stad Bilzen']);
  });

  it('compares the shown municipality in a circle of at least six', async () => {
    const size = `(select count(*)::int from cohort_member where cohort_id = (select c.id from cohort c
      join cohort_member m on m.cohort_id = c.id join organisation o on o.id = m.organisation_id
      where c.family = 'KNOWLEDGE_CIRCLE' and c.comparable and o.legal_name = 'Stad Bilzen-Hoeselt'))`;
    expect(await value(size)).toBeGreaterThanOrEqual(6);
  });

  it('keeps nearly all groups comparable that have five authorities or more', async () => {
    const large = '(select cohort_id from cohort_member group by 1 having count(*) >= 5)';
    expect(await value(`(select avg(comparable::int)::float from cohort where id in ${large})`)).toBeGreaterThan(0.9);
  });

  it('changes nothing when it is repeated', async () => {
    const state = `(select sum(version) from municipality) + (select sum(version) from organisation)
      + (select sum(version) from cohort) + (select count(*) from person) + (select count(*) from cohort_member)`;
    const before = await value(state);
    await seedReference(urls);
    expect(await seedDemo(urls, demoPlan)).toEqual(loaded);
    expect(await value(state)).toBe(before);
  });

  it('gives the same people again on another database', async () => {
    const people = `select id, name, email, consent_directory, email_confirmed_at from person order by id`;
    const first = await rows(people);
    urls = await empty();
    await seedReference(urls);
    await seedDemo(urls, demoPlan);
    expect(await rows(people)).toEqual(first);
  });

  it('has as many members, and attendance of all that is over, when it is loaded at the end of 2027', async () => {
    const lastDay = '2027-12-30';
    urls = await empty();
    await seedReference(urls);
    await seedDemo(urls, { scale: 1, lastDay });
    expect(await value(current('EFFECTIVE', lastDay))).toBe(1_400);
    expect(await value(current('COMPANY', lastDay))).toBe(54);
    const events = (condition: string): Promise<unknown> =>
      value(`(select count(*)::int from event e where status in ('PUBLISHED', 'ARCHIVED') and ${condition})`);
    const isAttended = `exists (select from registration r where r.event_id = e.id and state = 'ATTENDED')`;
    const isHeld = `ends_at < '${lastDay}' and exists (select from event_price p where p.event_id = e.id)`;
    expect(await events(`${isHeld} and not ${isAttended}`)).toBe(0);
    expect(await events(`starts_at > '${lastDay}'`)).toBeGreaterThan(100);
  });

  it('refuses a malformed file and loads nothing of it', async () => {
    urls = await empty();
    const file = spoiled.with('\n11004,', '\n1104,');
    expect(() => seedReferenceFrom(urls, file)).toThrow('municipalities.csv, line 4: nis: must be a NIS code');
    expect(await value('(select count(*)::int from municipality)')).toBe(0);
  });

  it.each([0, 1.5, 1_001])('refuses the size factor %d', async (scale) => {
    await expect(seedDemo(urls, { ...demoPlan, scale })).rejects.toThrow('size factor');
  });
});
