import type { DataSource } from 'typeorm';
import { createDataSource } from '@lokaal/shared/database';
import type { Viewer } from '@lokaal/shared/auth';
import { closeBeforeDropping } from '../../../../../shared/test/database.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { communityEntities } from '../../schema.js';
import { employee, Given, type GivenPerson, type Row, signedIn, staff, startCommunity } from '../../../test/given.js';
import { GivenKnowledge } from '../../../test/given-knowledge.js';
import { contact } from '../../../test/given-membership.js';
import { KeptMails, signInLink } from '../../../test/kept-mails.js';
import { sendDigest } from './staff-digest.js';

let on: TestSubgraph;
let given: Given;
let knowledge: GivenKnowledge;
let mails: KeptMails;
let db: DataSource;
let clerk: GivenPerson;
let woken = 0;
let day = 0;

beforeAll(async () => {
  on = await startCommunity();
  [given, knowledge, mails] = [new Given(on), new GivenKnowledge(on), await KeptMails.of(on)];
  db = await createDataSource({ url: on.urls.server, applicationName: 'test', entities: communityEntities });
  closeBeforeDropping(() => db.destroy());
  clerk = await given.person();
  await on.sql(`insert into staff_role (person_id, role) values ($1, 'STAFF')`, [clerk.id]);
});
beforeEach(async () => {
  await on.sql('delete from membership where decision is null');
  tomorrow();
  await digest();
  tomorrow();
  await on.sql('delete from kept_mail');
});

/** Ten o'clock in the morning. */
function tomorrow(): void {
  on.clock.set(new Date(Date.UTC(2026, 10, 2 + (day += 1), 9)).toISOString());
}
const digest = () => sendDigest({ db, clock: on.clock, mailWaits: () => void (woken += 1) });
const told = async (person = clerk) => (await mails.to(person.email)).map(({ text }) => text);

async function nameOf({ id }: Row): Promise<string> {
  const [row] = await on.sql<{ name: string }>('select legal_name as name from organisation where id = $1', [id]);
  return row!.name;
}
async function done(viewer: Viewer, mutation: string, input: object): Promise<void> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!`;
  const call = `mutation ($input: ${type}) { answer: ${mutation}(input: $input) { userErrors { code message } } }`;
  const { data } = await on.as(viewer).run(call, { input });
  expect(data.answer.userErrors).toEqual([]);
}
const apply = (person: GivenPerson) => done(signedIn(person), 'applyForMembership', { type: 'EFFECTIVE' });
const erase = ({ id }: GivenPerson) => done(staff(clerk), 'erasePerson', { personId: id, ground: 'NO_LONGER_NEEDED' });

describe('staff are told in one mail', () => {
  it('of all that began to wait for their decision, and of each once', async () => {
    const [authority, company] = [await given.authority(), await given.organisation({ kind: 'COMPANY' })];
    const [civilServant, expert] = [await given.person({ name: 'Fien Franck' }), await given.person()];
    await apply(civilServant);
    await done(contact(civilServant, authority), 'applyForMembership', {
      type: 'ACCEDED',
      organisationId: authority.id,
    });
    const asked = { organisationId: authority.id, title: 'Wifi', question: 'Hoe begin ik eraan?', themes: [] };
    await done(employee(civilServant, authority), 'requestMentorship', asked);
    const offered = {
      organisationId: company.id,
      title: 'Wifi',
      expertise: 'Alles over kabels.',
      places: 1,
      themes: [],
    };
    await done(employee(expert, company), 'offerMentorship', offered);
    const tank = await knowledge.thinkTank();
    await knowledge.thinkTankMember(tank, expert);
    const proposed = { thinkTankId: tank.id, title: 'Open data', summary: 'Alle gegevens open.' };
    await done(signedIn(expert), 'proposeFocusProject', proposed);
    [woken] = [0];
    await digest();
    const [town, firm] = [await nameOf(authority), await nameOf(company)];
    const [text] = await told();
    expect(text).toContain(`Aanvragen voor een lidmaatschap: Fien Franck, ${town}. In totaal wachten er 2.`);
    expect(text).toContain(`Besturen die een mentor vragen: ${town}. In totaal wachten er 1.`);
    expect(text).toContain(`Bedrijven die een mentor aanbieden: ${firm}. In totaal wachten er 1.`);
    expect(text).toContain('Voorgestelde speerpunten van een denktank: Open data. In totaal wachten er 1.');
    expect([text!.endsWith(`${signInLink}\nMet vriendelijke groeten\nLokaal Digitaal\n`), woken]).toEqual([true, 1]);
    tomorrow();
    await digest();
    expect(await told()).toHaveLength(1);
  });

  it('a day, however many apply: the next ones the day after, counted with those before', async () => {
    for (let count = 0; count < 13; count += 1) await apply(await given.person({ name: `Jo ${10 + count}` }));
    await digest();
    await apply(await given.person({ name: 'Karel Kok' }));
    await digest();
    expect(await told()).toHaveLength(1);
    expect((await told())[0]).toContain('Jo 18, Jo 19 en nog 3. In totaal wachten er 13.');
    tomorrow();
    await digest();
    expect((await told())[1]).toContain('Aanvragen voor een lidmaatschap: Karel Kok. In totaal wachten er 14.');
  });

  it('however many processes look, each in the own language, and nobody else', async () => {
    const colleague = await given.person({ language: 'FR' });
    await on.sql(`insert into staff_role (person_id, role) values ($1, 'STAFF')`, [colleague.id]);
    const applicant = await given.person();
    await apply(applicant);
    await Promise.all([digest(), digest(), digest()]);
    expect([(await told()).length, (await told(applicant)).length]).toEqual([1, 0]);
    expect(await mails.to(colleague.email)).toMatchObject([
      { subject: 'Nouveau : ceci attend le personnel de l’association' },
    ]);
    await on.sql('delete from staff_role where person_id = $1', [colleague.id]);
  });

  it('not at night, and not of what was decided before', async () => {
    const person = await given.person();
    await apply(person);
    on.clock.set(new Date(Date.UTC(2026, 10, 2 + (day += 1), 5, 59)).toISOString());
    await digest();
    expect(await told()).toEqual([]);
    const [applied] = await on.sql('select id from membership where decision is null');
    await done(staff(clerk), 'rejectMembership', { id: applied!['id'], expectedVersion: 1, reason: 'Geen bestuur.' });
    tomorrow();
    await digest();
    expect(await told()).toEqual([]);
  });
});

describe('who nobody keeps any more is told to staff,', () => {
  it('a circle whose only coordinator is erased, and the circle is told without a name', async () => {
    const [circle, person] = [await given.circle({ name: 'Polderkring' }), await given.person({ name: 'Cato Coene' })];
    const [town, member] = [await given.authority(), await given.person()];
    await given.membership(circle, town);
    await given.employment(member, town, { roles: ['MEMBER_CONTACT'] });
    await given.coordinator(circle, person);
    tomorrow();
    await digest();
    expect((await told()).join('')).not.toContain('Polderkring');
    await on.sql('delete from kept_mail');
    await erase(person);
    tomorrow();
    await digest();
    expect((await told()).join('')).toContain('over toetredingen beslissen: Polderkring. In totaal');
    expect(await mails.to(member.email)).toMatchObject([
      {
        subject: 'Regiocoördinator van kenniskring Polderkring stopt',
        text: expect.stringContaining('is dat niet langer.'),
      },
    ]);
    expect(await mails.to(person.email)).toMatchObject([{ subject: expect.stringContaining('gewist') }]);
  });

  it('a circle whose only coordinator works nowhere any more, once while it lasts and again when it happens again', async () => {
    const [circle, person] = [await given.circle({ name: 'Heuvelkring' }), await given.person()];
    const job = await given.employment(person, await given.authority());
    await given.appointed(circle, person);
    const until = (to: string | null) => on.sql('update employment set to_date = $2 where id = $1', [job.id, to]);
    const times = async () => (await told()).filter((text) => text.includes('Heuvelkring')).length;
    await digest();
    expect(await times()).toBe(0);
    const counts: number[] = [];
    for (const to of ['2026-10-01', '2026-10-01', null, '2026-10-01']) {
      await until(to);
      tomorrow();
      await digest();
      counts.push(await times());
    }
    expect(counts).toEqual([1, 1, 1, 2]);
  });

  it('a circle that is proposed, or ended, is not', async () => {
    await given.circle({ name: 'Voorstelkring', founded_on: null });
    await given.circle({ name: 'Oude kring', ended_on: '2020-01-01' });
    await digest();
    expect((await told()).join('')).not.toMatch(/Voorstelkring|Oude kring/u);
  });

  it('an organisation whose last contact person leaves, and not one that never had any', async () => {
    const [left, never] = [await given.authority({ legal_name: 'OCMW Verlaten' }), await given.authority()];
    const person = await given.person();
    const { id } = await given.employment(person, left, { roles: ['MEMBER_CONTACT'] });
    await done(contact(person, left), 'endEmployment', { id, expectedVersion: 1, to: '2026-11-01' });
    await digest();
    const text = (await told()).join('');
    expect(text).toContain('Organisaties zonder contactpersoon: OCMW Verlaten. In totaal wachten er 1.');
    expect(text).not.toContain(await nameOf(never));
  });

  it('a think tank whose chair is erased, and not one that never had any', async () => {
    const [tank, person] = [await knowledge.thinkTank({ name: 'Denktank Verre' }), await given.person()];
    await knowledge.thinkTank({ name: 'Denktank Zonder' });
    await knowledge.thinkTankMember(tank, person, { chairs: true });
    await erase(person);
    await digest();
    expect((await told()).join('')).toContain('Denktanks zonder voorzitter: Denktank Verre. In totaal wachten er 1.');
  });
});

it('finds for staff the circles without a coordinator, and for nobody else', async () => {
  const [led, alone, person] = [await given.circle(), await given.circle(), await given.person()];
  await given.coordinator(led, person);
  await given.appointed(alone, await given.person());
  const LIST = `query ($has: Boolean) { knowledgeCircles(hasCoordinator: $has, status: [ACTIVE, DORMANT], first: 100) { nodes { id } } }`;
  const found = async (viewer: Viewer, has: boolean | null) => {
    const { data } = await on.as(viewer).run(LIST, { has });
    const ids = new Set(data.knowledgeCircles.nodes.map(({ id }: Row) => id));
    return [led, alone].map(({ id }) => ids.has(id));
  };
  expect(await found(staff(clerk), false)).toEqual([false, true]);
  expect(await found(staff(clerk), true)).toEqual([true, false]);
  expect(await found(signedIn(person), null)).toEqual([true, true]);
  expect(await found(signedIn(person), false)).toEqual([false, false]);
});
