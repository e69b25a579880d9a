import { createDataSource } from '@lokaal/shared/database';
import type { DataSource } from 'typeorm';
import { closeBeforeDropping } from '../../../../../shared/test/database.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { communityEntities } from '../../schema.js';
import { Given, type GivenPerson, startCommunity } from '../../../test/given.js';
import { active, expired, GivenMembership, inGrace, term } from '../../../test/given-membership.js';
import { accountPage } from '../../../test/kept-mails.js';
import { linking } from '../../../test/other-process.js';
import { sendReminders } from './membership-reminders.js';

let on: TestSubgraph;
let given: Given;
let memberships: GivenMembership;
let db: DataSource;
let woken = 0;

const endingSoon = term('2025-12-02', '2026-12-02', '2027-03-02');

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  memberships = new GivenMembership(on);
  db = await createDataSource({ url: on.urls.server, applicationName: 'test', entities: communityEntities });
  closeBeforeDropping(() => db.destroy());
});
beforeEach(() => on.clock.set('2026-11-02T09:00:00Z'));

const run = (): Promise<void> => sendReminders({ db, clock: on.clock, mailWaits: () => void (woken += 1), ...linking });
const subjectsTo = async ({ email }: GivenPerson): Promise<unknown[]> =>
  (await on.sql('select subject from outbox_message where recipient = $1 order by created_at', [email])).map(
    ({ subject }) => subject,
  );

it('tells a member once, thirty days before the end, and once when the grace begins', async () => {
  const person = await given.person();
  await memberships.effectiveApproved(person, endingSoon);
  for (const moment of ['2026-11-01T22:59:00Z', '2026-11-01T23:00:00Z', '2026-11-20T09:00:00Z']) {
    on.clock.set(moment);
    await run();
  }
  expect(await subjectsTo(person)).toEqual(['Uw lidmaatschap loopt bijna af']);
  for (const moment of ['2026-12-02T09:00:00Z', '2026-12-03T09:00:00Z', '2027-04-01T09:00:00Z']) {
    on.clock.set(moment);
    await run();
  }
  expect(await subjectsTo(person)).toEqual(['Uw lidmaatschap loopt bijna af', 'Uw lidmaatschap is afgelopen']);
});

it.each([
  ['NL', endingSoon, 'Aanmelden bij Lokaal Digitaal:'],
  ['FR', endingSoon, 'Se connecter à Lokaal Digitaal'],
  ['EN', inGrace, 'Sign in to Lokaal Digitaal:'],
  ['DE', inGrace, 'Bei Lokaal Digitaal anmelden:'],
])('says where it is renewed: %s', async (language, dates, label) => {
  const person = await given.person({ language });
  await memberships.effectiveApproved(person, dates);
  await run();
  const mails = await on.sql<{ text: string }>('select body_text as text from outbox_message where recipient = $1', [
    person.email,
  ]);
  expect(mails.map(({ text }) => text)).toEqual([expect.stringContaining(label)]);
  expect(mails[0]!.text).toContain(`\n${accountPage}\n`);
});

it('tells nobody whose membership is far from its end, expired, cancelled or not approved', async () => {
  const people = [await given.person(), await given.person(), await given.person(), await given.person()] as const;
  await memberships.effectiveApproved(people[0], active);
  await memberships.effectiveApproved(people[1], expired);
  await memberships.effectiveApproved(people[2], { ...endingSoon, cancelled_on: '2026-10-01' });
  await memberships.effective(people[3]);
  await run();
  const addresses = people.map(({ email }) => email);
  expect(await on.sql('select subject from outbox_message where recipient = any($1)', [addresses])).toEqual([]);
});

it('tells the contact persons of an organisation', async () => {
  const [town, speaker, former] = [await given.authority(), await given.person(), await given.person()];
  await given.employment(speaker, town, { roles: ['MEMBER_CONTACT'] });
  await given.employment(former, town, { roles: ['MEMBER_CONTACT'], to: '2026-11-02' });
  await memberships.accededApproved(town, inGrace);
  await run();
  expect([await subjectsTo(speaker), await subjectsTo(former)]).toEqual([['Uw lidmaatschap is afgelopen'], []]);
});

it('tells each once when several processes run at once, and says that mail waits', async () => {
  const people: GivenPerson[] = [];
  for (let number = 0; number < 120; number += 1) people.push(await given.person());
  for (const person of people) await memberships.effectiveApproved(person, inGrace);
  woken = 0;
  await Promise.all([run(), run(), run()]);
  const mails = await on.sql(
    `select recipient from outbox_message where recipient = any($1) group by recipient having count(*) = 1`,
    [people.map(({ email }) => email)],
  );
  expect([mails.length, woken > 0]).toEqual([120, true]);
});

it('changes no version: a client that has read the membership can still change it', async () => {
  const { id } = await memberships.effectiveApproved(await given.person(), inGrace);
  await run();
  expect(
    await on.sql('select version, grace_told_for is not null as told from membership where id = $1', [id]),
  ).toEqual([{ version: 1, told: true }]);
});
