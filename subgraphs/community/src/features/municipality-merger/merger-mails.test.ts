import { createDataSource } from '@lokaal/shared/database';
import type { DataSource } from 'typeorm';
import { closeBeforeDropping } from '../../../../../shared/test/database.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { communityEntities } from '../../schema.js';
import {
  Given,
  type GivenOrganisation,
  type GivenPerson,
  type Row,
  staff,
  startCommunity,
} from '../../../test/given.js';
import { GivenMembership, inGrace } from '../../../test/given-membership.js';
import { KeptCalendars } from '../../../test/kept-calendars.js';
import { KeptMails } from '../../../test/kept-mails.js';
import { linking } from '../../../test/other-process.js';
import { DueMergers } from './due-mergers.js';

let on: TestSubgraph;
let given: Given;
let memberships: GivenMembership;
let mails: KeptMails;
let calendars: KeptCalendars;
let db: DataSource;
let one: Town;
let two: Town;

interface Town extends Row {
  readonly nis: string;
  readonly town: GivenOrganisation;
  readonly welfare: GivenOrganisation;
}

const PLAN = `mutation ($input: PlanMunicipalityMergerInput!) {
  planMunicipalityMerger(input: $input) { userErrors { code message } } }`;
let lastNis = 45_300;
const freeNis = (): string => String((lastNis += 1));

async function municipality(): Promise<Town> {
  const nis = freeNis();
  const { id } = await given.municipality({ nis, name: `Dorp ${nis}`, province: 'OOST_VLAANDEREN' });
  const of = (kind: string, name: string) =>
    given.organisation({ kind, legal_name: `${name} ${nis}`, municipality_id: id });
  return { id, nis, town: await of('MUNICIPALITY', 'Gemeente'), welfare: await of('OCMW', 'OCMW') };
}

async function person(roles: readonly string[], ...at: readonly GivenOrganisation[]): Promise<GivenPerson> {
  const someone = await given.person();
  for (const organisation of at) await given.employment(someone, organisation, { roles });
  return someone;
}
const contactOf = (...at: readonly GivenOrganisation[]) => person(['MEMBER_CONTACT'], ...at);

/** The merger of both, carried out on its day, New Year. Answers with the number of mails to a person that it caused. */
async function merge(circleId?: string, successor: object = {}): Promise<void> {
  on.clock.set('2026-11-02T09:00:00Z');
  const municipalities = [one, two].map(({ nis }) => ({ nis, expectedVersion: 1 }));
  const asked = { on: '2027-01-01', municipalities, successor: { nis: freeNis(), name: 'Nieuwland', ...successor } };
  const clerk = staff(await given.person());
  const { data } = await on.as(clerk).run(PLAN, { input: { ...asked, circleId } });
  expect(data.planMunicipalityMerger.userErrors).toEqual([]);
  on.clock.set('2026-12-31T23:00:00Z');
  await new DueMergers({ db, clock: on.clock, mailWaits: () => undefined, ...linking }).carryOutAll();
}

/** What somebody was told on the day of the merger, beside that it was planned. */
const toldOf = async ({ email }: GivenPerson) => (await mails.to(email)).slice(1);
const subjectsTo = async (someone: GivenPerson) => (await toldOf(someone)).map(({ subject }) => subject);
const recorded = 'De fusie tot Nieuwland is vastgelegd';

beforeAll(async () => {
  on = await startCommunity();
  [given, memberships] = [new Given(on), new GivenMembership(on)];
  [mails, calendars] = [await KeptMails.of(on), await KeptCalendars.of(on)];
  db = await createDataSource({ url: on.urls.server, applicationName: 'test', entities: communityEntities });
  closeBeforeDropping(() => db.destroy());
});
beforeEach(async () => {
  [one, two] = [await municipality(), await municipality()];
});

describe('an accession that goes on under the successor', () => {
  it('is told in the one mail of the merger, to who has roles at several of them too, and to nobody that it ended', async () => {
    for (const { town } of [one, two]) await memberships.accededApproved(town);
    await memberships.accededApproved(two.welfare);
    const everywhere = await contactOf(one.town, two.town, one.welfare, two.welfare);
    const officer = await person(['DPO', 'CISO'], two.town);
    await merge();
    for (const told of [await toldOf(everywhere), await toldOf(officer)]) {
      expect(told).toMatchObject([{ subject: recorded }]);
      expect(told[0]!.text).toContain(
        `De toetreding van Gemeente ${one.nis} en Gemeente ${two.nis} gaat sinds 1 januari 2027 verder op naam van Gemeente Nieuwland.`,
      );
      expect(told[0]!.text).toContain(
        `De toetreding van OCMW ${two.nis} gaat sinds 1 januari 2027 verder op naam van OCMW Nieuwland.`,
      );
      expect(told[0]!.text).not.toContain('geen toegetreden lid');
    }
  });

  it('moves the last day to renew it in the calendars of the contact persons, and puts it in no other', async () => {
    const [first, second] = [await memberships.accededApproved(one.town), await memberships.accededApproved(two.town)];
    const [contact, officer] = [await contactOf(one.town), await person(['DPO'], one.town)];
    await merge();
    const [heirs] = await on.sql(
      `select m.id from membership m join organisation o on o.id = m.organisation_id
        where $1 = any(o.predecessor_ids) and m.cancelled_on is null`,
      [one.town.id],
    );
    const entries = (await calendars.of(contact)).filter(({ subject }) => subject === recorded);
    const told = entries.map(({ uid, method, summary }) => ({ uid, method, summary }));
    const title = 'Laatste dag om het lidmaatschap te vernieuwen';
    expect(told).toEqual([
      { uid: first.id, method: 'CANCEL', summary: `${title}: Gemeente ${one.nis}` },
      { uid: second.id, method: 'CANCEL', summary: `${title}: Gemeente ${two.nis}` },
      { uid: heirs!['id'], method: 'PUBLISH', summary: `${title}: Gemeente Nieuwland` },
    ]);
    expect((await calendars.of(officer)).filter(({ subject }) => subject === recorded)).toEqual([]);
  });

  it('is told too when one survives that has acceded, and of an application that is needed no more nobody hears', async () => {
    await memberships.accededApproved(one.town);
    await memberships.acceded(two.town);
    const contact = await contactOf(two.town);
    await merge(undefined, { nis: one.nis, name: 'Nieuwland' });
    expect(await subjectsTo(contact)).toEqual([recorded]);
    expect((await toldOf(contact))[0]!.text).not.toContain('toetreding');
  });
});

describe('what ends by a merger', () => {
  it('as an accession in its time of grace that nobody renewed is told once, and not that it goes on', async () => {
    await memberships.accededApproved(one.town, { ...inGrace, grace_until: '2027-02-01' });
    const contact = await contactOf(one.town, two.town, one.welfare);
    await merge();
    expect(await subjectsTo(contact)).toEqual(['Uw lidmaatschap is opgezegd', recorded]);
    const [ended, merged] = await toldOf(contact);
    expect(ended!.text).toContain(`Gemeente ${one.nis} is sinds 1 januari 2027 geen toegetreden lid meer.`);
    expect(merged!.text).not.toContain('toetreding');
  });

  it('as an application is told once, with why', async () => {
    await memberships.acceded(two.town);
    const contact = await contactOf(one.town, two.town);
    await merge();
    expect(await subjectsTo(contact)).toEqual(['Uw aanvraag is niet aanvaard', recorded]);
    expect((await toldOf(contact))[0]!.text).toContain('De reden: Gefuseerd tot Nieuwland.');
  });

  it.each([
    ['FR', 'La raison : « Fusion en Nieuwland. »'],
    ['EN', 'The reason: “Merged into Nieuwland.”'],
    ['DE', 'Der Grund: „Zu Nieuwland fusioniert.“'],
  ])('is told with why in the language of who reads it: %s', async (language, reason) => {
    await memberships.acceded(two.town);
    await memberships.accededApproved(one.town, { ...inGrace, grace_until: '2027-02-01' });
    const contact = await contactOf(one.town, two.town);
    await on.sql('update person set language = $2 where id = $1', [contact.id, language]);
    await merge();
    const texts = (await toldOf(contact)).map(({ text }) => text);
    expect(texts.filter((text) => text.includes(reason))).toHaveLength(2);
    expect(texts.join('')).not.toContain('Gefuseerd');
  });
});

it('tells in which circle they are after a merger, and of none when they are in none', async () => {
  const [left, kept] = [await given.circle({ name: 'Kustkring' }), await given.circle({ name: 'Polderkring' })];
  await given.membership(left, one.town);
  await given.membership(kept, two.town);
  const contact = await contactOf(one.town);
  await merge(kept.id);
  expect((await toldOf(contact))[0]!.text).toContain('De kenniskring na de fusie is Polderkring.');
  [one, two] = [await municipality(), await municipality()];
  const other = await contactOf(one.town);
  await merge();
  expect((await toldOf(other))[0]!.text).not.toContain('kenniskring');
});
