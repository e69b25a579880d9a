import { createDataSource } from '@lokaal/shared/database';
import type { DataSource } from 'typeorm';
import { closeBeforeDropping } from '../../../../../shared/test/database.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { communityEntities } from '../../schema.js';
import { GivenApiKeys, type Keeper } from '../../../test/given-api-key.js';
import { Given, type GivenPerson, startCommunity } from '../../../test/given.js';
import { KeptMails, signInLink } from '../../../test/kept-mails.js';
import { tellExpiringKeys } from './key-expiry.js';

let on: TestSubgraph;
let given: Given;
let keys: GivenApiKeys;
let mails: KeptMails;
let db: DataSource;
let editor: Keeper;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  keys = new GivenApiKeys(on, given);
  mails = await KeptMails.of(on);
  db = await createDataSource({ url: on.urls.server, applicationName: 'test', entities: communityEntities });
  closeBeforeDropping(() => db.destroy());
});
beforeEach(async () => {
  on.clock.set('2026-11-02T09:00:00Z');
  editor = await keys.editor();
});

const run = (): Promise<void> => tellExpiringKeys({ db, clock: on.clock, mailWaits: () => undefined });
const subjectsTo = async ({ email }: GivenPerson): Promise<unknown[]> =>
  (await on.sql('select subject from outbox_message where recipient = $1', [email])).map(({ subject }) => subject);

it('tells who looks after the keys of the organisation, once and two weeks before', async () => {
  const [contact, reader, former] = [
    await keys.keeper(editor.organisation, 'MEMBER_CONTACT', 'ICT_MANAGER'),
    await keys.keeper(editor.organisation, 'READER'),
    await keys.keeper(editor.organisation, 'VENDOR_EDITOR'),
  ];
  await on.sql(`update employment set to_date = '2027-01-01' where id = $1`, [former.employment.id]);
  await keys.key(editor, { name: 'Koppeling' });
  const counts: number[] = [];
  for (const moment of ['2027-01-17T08:59:59Z', '2027-01-17T09:00:00Z', '2027-01-20T09:00:00Z']) {
    on.clock.set(moment);
    await run();
    counts.push((await subjectsTo(editor.person)).length);
  }
  expect(counts).toEqual([0, 1, 1]);
  const people = [editor, contact, reader, former].map(({ person }) => person);
  const told = ['Een API-sleutel verloopt: Koppeling'];
  expect(await Promise.all(people.map(subjectsTo))).toEqual([told, told, [], []]);
  expect(await mails.to(contact.person.email)).toMatchObject([{ text: expect.stringContaining(signInLink) }]);
});

it('tells nothing of a key that was revoked or replaced, has expired, or was made for less than two weeks', async () => {
  const [revoked, replaced] = [await keys.key(editor), await keys.key(editor)];
  await keys.revoke(editor.viewer, revoked);
  await keys.key(editor, { expiresAt: '2026-11-12T09:00:00Z' });
  on.clock.set('2026-11-05T09:00:00Z');
  await run();
  on.clock.set('2027-01-20T09:00:00Z');
  await keys.rotate(editor.viewer, replaced);
  await run();
  on.clock.set('2027-02-01T09:00:00Z');
  await run();
  expect(await subjectsTo(editor.person)).toEqual([]);
});

it('tells each once when several processes run at once', async () => {
  const keepers: Keeper[] = [];
  for (let number = 0; number < 60; number += 1) keepers.push(await keys.editor());
  for (const keeper of keepers) await keys.key(keeper);
  on.clock.set('2027-01-20T09:00:00Z');
  await Promise.all([run(), run(), run()]);
  const subjects = await Promise.all(keepers.map(({ person }) => subjectsTo(person)));
  expect(subjects.filter((one) => one.length === 1)).toHaveLength(60);
});

it('writes in the language of who reads it', async () => {
  await on.sql(`update person set language = 'FR' where id = $1`, [editor.person.id]);
  await keys.key(editor);
  on.clock.set('2027-01-20T09:00:00Z');
  await run();
  expect(await subjectsTo(editor.person)).toEqual(['Une clé API expire : Productcatalogus']);
});
