import '../../../../../shared/test/matchers.js';
import type { Answer, TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { GivenEmployment } from '../../../test/given-employment.js';
import { Given, type GivenPerson, signedIn, staff, startCommunity } from '../../../test/given.js';
import { contact, GivenMembership } from '../../../test/given-membership.js';
import { GivenRegistration } from '../../../test/given-registration.js';
import { KeptMails } from '../../../test/kept-mails.js';
import type { CommunitySubgraph } from '../../index.js';
import { hashPassword } from '../identity/password-hash.js';

const password = 'een goed lang wachtwoord';
const EXPORT = `mutation ($input: ExportMyDataInput!) { exportMyData(input: $input) { data userErrors { code field message } } }`;
const ERASE = `mutation ($input: ErasePersonInput!) { erasePerson(input: $input) { erasedAt userErrors { code field message } } }`;
const HOLD = `mutation ($input: HoldErasureInput!) { holdErasure(input: $input) { until userErrors { code field message } } }`;
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { accessToken userErrors { code } } }`;

const APPOINT = `mutation ($input: AppointStaffInput!) { appointStaff(input: $input) { userErrors { code } } }`;

let on: TestSubgraph;
let given: Given;
let office: Viewer;
let mails: KeptMails;
let arrange: GivenRegistration;
let passwordHash: string;

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  on = await startCommunity();
  given = new Given(on);
  mails = await KeptMails.of(on);
  arrange = new GivenRegistration(on);
  passwordHash = await hashPassword(password);
  office = staff(await given.person());
  await on.sql(`insert into staff_role (person_id, role) values ($1, 'STAFF')`, [office.personId]);
});

async function account(columns: Record<string, unknown> = {}): Promise<GivenPerson> {
  const person = await given.person({ email_confirmed_at: on.clock.now(), ...columns });
  const values = [person.id, passwordHash, on.clock.now()];
  await on.sql('insert into credential (person_id, password_hash, changed_at) values ($1, $2, $3)', values);
  return person;
}

const erase = (viewer: Viewer, input: Record<string, unknown> = {}) => on.as(viewer).run(ERASE, { input });
const exportOf = (viewer: Viewer, input: Record<string, unknown> = {}) => on.as(viewer).run(EXPORT, { input });
const isThere = async ({ id }: { id: string }): Promise<boolean> =>
  (await on.sql('select from person where id = $1', [id])).length > 0;
const requests = ({ id }: { id: string }) =>
  on.sql(
    `select kind, asked_by, ground, by_id from rights_record where person_hash = encode(sha256(convert_to($1, 'UTF8')), 'hex')`,
    [id],
  );

describe('exportMyData', () => {
  it('gives what is held about whoever asks, and nothing about others', async () => {
    const [person, other] = [await account({ name: 'An Peeters' }), await given.person({ name: 'Bert Buiten' })];
    const town = await given.authority();
    for (const one of [person, other]) await given.employment(one, town, { function_title: `Functie ${one.name}` });
    const { data } = await exportOf(signedIn(person));
    const document = JSON.parse(data.exportMyData.data);
    expect(document).toMatchObject({ personId: person.id, exportedAt: '2026-11-02T09:00:00.000Z' });
    expect(document.held).toContainEqual({
      kind: 'employment',
      rows: [expect.objectContaining({ function_title: 'Functie An Peeters', organisation_id: town.id })],
    });
    expect(document.held).toContainEqual({
      kind: 'person',
      rows: [expect.objectContaining({ name: 'An Peeters', email: person.email })],
    });
    expect(data.exportMyData.data).not.toContain('Bert Buiten');
  });

  it('says the names of what is public beside the ids, and of no other person', async () => {
    const person = await account();
    const town = await given.authority({ legal_name: 'Stad Leesbaar' });
    await given.employment(person, town);
    const event = await arrange.event({ title: 'Dag van de leesbaarheid' });
    await arrange.registrations(event, [person]);
    const expected = [
      { organisation_id: town.id, organisation_name: 'Stad Leesbaar' },
      { event_id: event.id, event_name: 'Dag van de leesbaarheid' },
    ];
    const rowsOf = async (answer: Promise<Answer>) =>
      JSON.parse((await answer).data.exportMyData.data).held.flatMap(({ rows }: { rows: object[] }) => rows);
    const staffInput = { personId: person.id, ground: 'PERSON_ASKED' };
    for (const rows of [await rowsOf(exportOf(signedIn(person))), await rowsOf(exportOf(office, staffInput))])
      expect(rows).toEqual(expect.arrayContaining(expected.map((one) => expect.objectContaining(one))));
  });

  it('says no name that only staff see, when staff export for somebody', async () => {
    const person = await account();
    const event = await arrange.event({ title: 'Nog geheim' });
    await arrange.registrations(event, [person]);
    await on.sql(`update event set status = 'DRAFT', published_at = null where id = $1`, [event.id]);
    const { data } = await exportOf(office, { personId: person.id, ground: 'PERSON_ASKED' });
    expect(data.exportMyData.data).toContain(event.id);
    expect(data.exportMyData.data).not.toContain('"event_name": "Nog geheim"');
  });

  it('shows no secret: no hash of a password, no link that opens the account', async () => {
    const person = await account();
    const ask = `mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { userErrors { code } } }`;
    await on.as(anonymous).run(ask, { input: { email: person.email } });
    const { data } = await exportOf(office, { personId: person.id, ground: 'PERSON_ASKED' });
    expect(data.exportMyData.data).toContain('RESET_PASSWORD');
    expect(data.exportMyData.data).not.toMatch(/argon2|#token=/u);
  });

  it('is given to staff on a ground, which is written down', async () => {
    const person = await given.person({ name: 'Op Verzoek' });
    const { data } = await exportOf(office, { personId: person.id, ground: 'PERSON_ASKED' });
    expect(data.exportMyData.data).toContain('Op Verzoek');
    expect(await requests(person)).toEqual([
      { kind: 'EXPORT', asked_by: 'STAFF', ground: 'PERSON_ASKED', by_id: office.personId },
    ]);
  });

  it.each<[string, () => Viewer, Record<string, unknown>, string]>([
    [
      'about somebody else, for whoever is not staff',
      () => signedIn({ id: newId('person') }),
      { ground: 'PERSON_ASKED' },
      'NOT_FOUND',
    ],
    ['by staff without a ground', () => office, {}, 'BAD_USER_INPUT'],
  ])('is refused %s, and nothing is written down', async (_what, viewer, input, code) => {
    const person = await given.person();
    expect(await exportOf(viewer(), { personId: person.id, ...input })).toHaveUserError(code);
    expect(await requests(person)).toEqual([]);
  });

  it('is refused to the anonymous', async () => {
    expect(await exportOf(anonymous)).toHaveError('UNAUTHENTICATED');
  });
});

describe('erasePerson', () => {
  it('takes account and sessions away at once, and leaves a record without a name', async () => {
    const person = await account();
    const { identity } = on.subgraph as CommunitySubgraph;
    const { data: session } = await on.as(anonymous).run(SIGN_IN, { input: { email: person.email, password } });
    const { sid } = JSON.parse(Buffer.from(session.signIn.accessToken.split('.')[1], 'base64url').toString());
    expect((await erase(signedIn(person), { password })).data.erasePerson.userErrors).toEqual([]);
    expect(await identity.viewerOf({ personId: person.id, sessionId: sid })).toBeUndefined();
    expect(await on.as(anonymous).run(SIGN_IN, { input: { email: person.email, password } })).toHaveUserError(
      'INVALID_CREDENTIALS',
    );
    expect(await requests(person)).toEqual([{ kind: 'ERASURE', asked_by: 'SELF', ground: null, by_id: null }]);
  });

  it.each([
    ['NL', 'PERSON_ASKED', 'Uw gegevens zijn gewist', 'Zoals u vroeg,'],
    ['FR', 'NO_LONGER_NEEDED', 'Vos données ont été effacées', 'Nous n’avons plus besoin'],
    ['EN', 'ORDERED', 'Your data were erased', 'A court or the Data Protection Authority'],
    ['DE', 'PERSON_ASKED', 'Ihre Daten wurden gelöscht', 'Wie von Ihnen gewünscht,'],
  ])(
    'by staff is confirmed at the address of before, in the own language: %s',
    async (language, ground, subject, begin) => {
      const person = await given.person({ language, name: 'Laatste Brief' });
      await erase(office, { personId: person.id, ground });
      const [mail, ...more] = await mails.to(person.email);
      expect([mail!.subject, more]).toEqual([subject, []]);
      expect(mail!.text.split('\n\n')[1]!.startsWith(begin)).toBe(true);
      expect(mail!.text).not.toContain('Laatste Brief');
    },
  );

  it('of yourself is confirmed by a mail of which nothing stays', async () => {
    const person = await account();
    await erase(signedIn(person), { password });
    expect(await mails.to(person.email)).toMatchObject([{ subject: 'Uw gegevens zijn gewist' }]);
    while ((await on.sql('select from outbox_message where sent_at is null')).length > 0);
    expect(await on.sql('select from outbox_message where recipient = $1', [person.email])).toEqual([]);
  });

  it('of who died is told to nobody', async () => {
    const person = await given.person();
    await erase(office, { personId: person.id, ground: 'DECEASED' });
    expect(await mails.to(person.email)).toEqual([]);
  });

  it('resolves to null wherever the id still stands', async () => {
    const person = await given.person();
    await erase(office, { personId: person.id, ground: 'DECEASED' });
    const query = `query ($id: ID!, $of: [_Any!]!) { node(id: $id) { id } _entities(representations: $of) { ... on Person { name } } }`;
    const of = [{ __typename: 'Person', id: person.id }];
    expect((await on.as(office).run(query, { id: person.id, of })).data).toEqual({ node: null, _entities: [null] });
  });

  it('keeps the figures: fees that were charged, and who was there', async () => {
    const person = await account({ name: 'Lid Erasmus' });
    await new GivenMembership(on).effectiveApproved(person);
    await erase(signedIn(person), { password });
    const kept = await on.sql(`select person_id, holder_name, fee_cents from membership where fee_cents = 25000`);
    expect(kept).toEqual([{ person_id: null, holder_name: '', fee_cents: 25_000 }]);
  });

  it('keeps the figures of an event and its series: also for how many organisations people came', async () => {
    const EDITIONS = `{ eventSeries(filter: { code: { eq: MANAGE_IT } }) { nodes { editions(filter: { edition: { eq: 9301 } }) { nodes {
      attendance { registered checkedIn attended noShow } sessions { nodes { attendance { registered attended } } }
      statistics { waiting cancelled revenueCents organisations byAudience { audience registered attended revenueCents } } } } } } }`;
    const figures = async () => (await on.as(office).run(EDITIONS)).data.eventSeries.nodes[0].editions.nodes;
    const event = await arrange.event({ series: 'MANAGE_IT', edition: 9301 }, { NON_MEMBER: 5_000 });
    const session = await arrange.session(event);
    const [came, waits, stays] = [await account(), await account(), await account()];
    const [town, firm, other] = [await given.authority(), await given.organisation(), await given.authority()];
    for (const employer of [town, firm]) await given.employment(came, employer);
    await given.employment(came, await given.authority(), { to: '2026-12-10' });
    await given.employment(came, await given.authority(), { from: '2026-12-11' });
    await given.employment(waits, await given.authority());
    await given.employment(stays, town);
    await given.employment(stays, other);
    const [first] = await arrange.registrations(event, [came, stays, waits]);
    await arrange.signUp(session, first!.viewer);
    const attended = `state = 'ATTENDED', checked_in_at = '2026-12-10T10:00:00Z'`;
    await on.sql(`update registration set ${attended} where id = $1`, [first!.id]);
    await on.sql(`update session_signup set ${attended} where registration_id = $1`, [first!.id]);
    on.clock.set('2026-12-11T09:00:00Z');
    const before = await figures();
    expect(before).toMatchObject([{ statistics: { organisations: 3, waiting: 1 }, attendance: { attended: 1 } }]);
    for (const person of [came, waits]) await erase(office, { personId: person.id, ground: 'PERSON_ASKED' });
    expect([await isThere(came), await isThere(waits)]).toEqual([false, false]);
    expect(await figures()).toEqual(before);
    // no more is kept than is counted
    const keeping = `select state from registration where event_id = $1 and employer_ids <> '{}'`;
    expect(await on.sql(keeping, [event.id])).toEqual([{ state: 'ATTENDED' }]);
    on.clock.set('2026-11-02T09:00:00Z');
  });

  it('leaves no name in the mails that others were sent', async () => {
    const [person, colleague, town] = [
      await account({ name: 'Zevenster' }),
      await given.person(),
      await given.authority(),
    ];
    await given.employment(colleague, town, { roles: ['MEMBER_CONTACT'] });
    await new GivenEmployment(on).begin(contact(colleague, town), { organisation: town, person });
    await on.as(office).run(APPOINT, { input: { personId: person.id } });
    while ((await on.sql('select from outbox_message where sent_at is null')).length > 0);
    await erase(office, { personId: person.id, ground: 'DECEASED' });
    expect(await on.sql(`select subject from outbox_message one where one::text like '%Zevenster%'`)).toEqual([]);
    const others = [colleague.id, office.personId];
    const sent = 'select from outbox_message where recipient in (select email from person where id = any ($1))';
    expect((await on.sql(sent, [others])).length).toBeGreaterThanOrEqual(2);
  });

  it('forgets an address that was asked for and not confirmed, and of the mails to it only the one that asked', async () => {
    const [person, owner] = [await account(), await account({ email: 'gevraagd@elders.example' })];
    const CHANGE = `mutation ($input: RequestEmailChangeInput!) { requestEmailChange(input: $input) { userErrors { code } } }`;
    const input = { email: 'nieuw@elders.example', password };
    await on.as(signedIn(person)).run(CHANGE, { input });
    on.clock.set('2026-11-02T10:00:00Z');
    await on.as(signedIn(owner)).run(CHANGE, { input });
    const mailsOf = () => on.sql(`select created_at from outbox_message where recipient = $1`, [input.email]);
    expect(await mailsOf()).toHaveLength(2);
    await erase(signedIn(person), { password });
    expect(await mailsOf()).toEqual([{ created_at: new Date('2026-11-02T10:00:00Z') }]);
    on.clock.set('2026-11-02T09:00:00Z');
  });

  it('gives the place that it kept to the next in line', async () => {
    const event = await arrange.event({ capacity_on_site: 1 });
    const [first, next] = [await account(), await account()];
    await arrange.registrations(event, [first, next]);
    await erase(signedIn(first), { password });
    const states = await on.sql('select person_id, state from registration where event_id = $1 order by arrival', [
      event.id,
    ]);
    expect(states).toEqual([
      { person_id: null, state: 'CANCELLED' },
      { person_id: next.id, state: expect.stringMatching(/OFFERED|CONFIRMED/u) },
    ]);
  });

  it('can be asked again: the moment of the first time is the answer', async () => {
    const person = await given.person();
    const input = { personId: person.id, ground: 'NO_LONGER_NEEDED' };
    const [first, again] = [await erase(office, input), await erase(office, input)];
    expect(first.data.erasePerson.erasedAt).toBeTruthy();
    expect(again.data).toEqual(first.data);
    expect(await requests(person)).toHaveLength(1);
  });

  it('happens once, however many ask at once', async () => {
    const person = await given.person();
    const input = { personId: person.id, ground: 'PERSON_ASKED' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => erase(office, input)));
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(await requests(person)).toHaveLength(1);
  });

  it('is whole or not at all, also when the connection dies in the middle', async () => {
    const person = await account();
    await given.employment(person, await given.authority());
    await on.sql(`create function die() returns trigger language plpgsql as $$ 
      begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`);
    await on.sql('create trigger die before insert on rights_record for each row execute function die()');
    const answer = await erase(signedIn(person), { password });
    await on.sql('drop trigger die on rights_record');
    expect(answer.errors).toHaveLength(1);
    expect(
      await on.sql('select from employment join credential using (person_id) where person_id = $1', [person.id]),
    ).toHaveLength(1);
    expect(await mails.to(person.email)).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string, string[]]>([
    ['without the password', {}, 'BAD_USER_INPUT', ['password']],
    ['with a wrong password', { password: 'een ander lang wachtwoord' }, 'INVALID_CREDENTIALS', ['password']],
  ])('of yourself is refused %s', async (_what, input, code, field) => {
    const person = await account();
    expect(await erase(signedIn(person), input)).toHaveUserError(code, field);
    expect(await isThere(person)).toBe(true);
  });

  it('counts guesses at the password as those of a sign-in', async () => {
    const person = await account();
    for (let guess = 0; guess < 10; guess += 1) await erase(signedIn(person), { password: `gok nummer ${guess} lang` });
    expect(await erase(signedIn(person), { password })).toHaveUserError('RATE_LIMITED');
  });

  it('of somebody else is for staff, with a ground', async () => {
    const [person, other] = [await given.person(), await account()];
    const input = { personId: person.id, ground: 'PERSON_ASKED', password };
    expect(await erase(signedIn(other), input)).toHaveUserError('NOT_FOUND', ['personId']);
    expect(await erase(office, { personId: person.id })).toHaveUserError('BAD_USER_INPUT', ['ground']);
    expect(await isThere(person)).toBe(true);
  });

  it('of nobody is refused', async () => {
    expect(await erase(office, { personId: newId('person'), ground: 'ORDERED' })).toHaveUserError('NOT_FOUND');
    expect(await erase(anonymous)).toHaveError('UNAUTHENTICATED');
  });

  it('of who has a role at an organisation is not for staff before the employment ends, of which the person is told', async () => {
    const person = await given.person();
    const employment = await given.employment(person, await given.authority(), { roles: ['CISO'] });
    const asked = { personId: person.id, ground: 'NO_LONGER_NEEDED' };
    expect(await erase(office, asked)).toHaveUserError('INVALID_STATE');
    await on.sql(`update employment set to_date = '2026-01-01' where id = $1`, [employment.id]);
    expect((await erase(office, asked)).data.erasePerson.userErrors).toEqual([]);
  });

  it('of the last member of staff is refused: nobody could let anybody in', async () => {
    const last = await account();
    await on.sql('delete from staff_role');
    await on.sql(`insert into staff_role (person_id, role) values ($1, 'STAFF')`, [last.id]);
    expect(await erase(staff(last), { password })).toHaveUserError('INVALID_STATE');
    await on.sql(`insert into staff_role (person_id, role) values ($1, 'STAFF')`, [office.personId]);
    expect((await erase(staff(last), { password })).data.erasePerson.userErrors).toEqual([]);
  });
});

describe('holdErasure', () => {
  const hold = (viewer: Viewer, { id }: { id: string }, until: string) =>
    on.as(viewer).run(HOLD, { input: { personId: id, reason: 'Geschil voor de rechtbank', until } });

  it('keeps what is held until the day comes, and says why', async () => {
    const person = await account();
    expect((await hold(office, person, '2026-12-01')).data.holdErasure).toEqual({
      until: '2026-12-01',
      userErrors: [],
    });
    const refused = await erase(signedIn(person), { password });
    expect(refused).toHaveUserError('INVALID_STATE');
    expect(refused.data.erasePerson.userErrors[0].message).toContain('2026-12-01: Geschil voor de rechtbank');
    on.clock.set('2026-12-01T09:00:00Z');
    const { data } = await erase(signedIn(person), { password });
    on.clock.set('2026-11-02T09:00:00Z');
    expect(data.erasePerson.userErrors).toEqual([]);
  });

  it('is ended by staff with a day that has come', async () => {
    const person = await account();
    await hold(office, person, '2027-12-01');
    await hold(office, person, '2026-11-02');
    expect((await erase(signedIn(person), { password })).data.erasePerson.userErrors).toEqual([]);
  });

  it.each<[string, () => Viewer, string, string]>([
    ['by whoever is not staff', () => signedIn({ id: newId('person') }), '2026-12-01', 'NOT_FOUND'],
    ['for longer than two years', () => office, '2028-11-03', 'BAD_USER_INPUT'],
  ])('is refused %s', async (_what, viewer, until, code) => {
    const person = await given.person();
    expect(await hold(viewer(), person, until)).toHaveUserError(code);
    expect(await on.sql('select from erasure_hold where person_id = $1', [person.id])).toEqual([]);
  });
});
