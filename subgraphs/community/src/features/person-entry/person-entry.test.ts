import '../../../../../shared/test/matchers.js';
import type { Answer, TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { Given, type GivenPerson, type Row, signedIn, staff, startCommunity } from '../../../test/given.js';
import { KeptMails } from '../../../test/kept-mails.js';

let on: TestSubgraph;
let given: Given;
let mails: KeptMails;
let clerk: Viewer;
let email: string;
let people = 0;

const FIELDS = '{ person { id name email language consentDirectory version } userErrors { code field message } }';
const CREATE = `mutation ($input: CreatePersonInput!) { createPerson(input: $input) ${FIELDS} }`;
const UPDATE = `mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) ${FIELDS} }`;
const password = 'een goed lang wachtwoord';

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  mails = await KeptMails.of(on);
  clerk = staff(await given.person());
});
beforeEach(() => {
  people += 1;
  email = `op.papier${people}@gemeente.example`;
});

const create = (viewer: Viewer, more: object = {}): Promise<Answer> =>
  on.as(viewer).run(CREATE, { input: { name: 'Op Papier', email, ...more } });
const update = (viewer: Viewer, { id }: Row, more: object): Promise<Answer> =>
  on.as(viewer).run(UPDATE, { input: { id, expectedVersion: 1, ...more } });
const withAddress = (address: string) =>
  on.sql<GivenPerson & { version: number }>('select id, name, email, version from person where email = $1', [address]);
const subjectsTo = async (address: string) => (await mails.to(address)).map(({ subject }) => subject);
const linkTo = async (address: string) => /#token=([\w-]+)/.exec((await mails.to(address)).at(-1)?.text ?? '')?.[1];

async function ask(name: string, input: object): Promise<string[]> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${name}(input: $input) { userErrors { code } } }`;
  const { data } = await on.as(anonymous).run(query, { input });
  return data[name].userErrors.map(({ code }: { code: string }) => code);
}

describe('createPerson', () => {
  it('takes a person in, who gets in by the mailed link', async () => {
    const { data } = await create(clerk, { email: email.toUpperCase(), language: 'FR' });
    expect(data.createPerson).toMatchObject({
      person: { name: 'Op Papier', email, language: 'FR', consentDirectory: false },
      userErrors: [],
    });
    expect(await subjectsTo(email)).toEqual(['Choisissez un mot de passe pour votre compte']);
    expect(await ask('signIn', { email, password })).toEqual(['INVALID_CREDENTIALS']);
    expect(await ask('resetPassword', { token: await linkTo(email), password })).toEqual([]);
    expect(await ask('signIn', { email, password })).toEqual([]);
  });

  it('sends a link that works for a week', async () => {
    await create(clerk);
    const token = await linkTo(email);
    on.clock.set('2026-11-09T09:00:00Z');
    const late = await ask('resetPassword', { token, password });
    on.clock.set('2026-11-09T08:59:00Z');
    const inTime = await ask('resetPassword', { token, password });
    on.clock.set('2026-11-02T09:00:00Z');
    expect([late, inTime]).toEqual([['INVALID_TOKEN'], []]);
  });

  it('lets nobody register over it', async () => {
    await create(clerk);
    await ask('registerPerson', { name: 'Een Ander', email, password: 'wachtwoord van een ander' });
    expect((await subjectsTo(email)).at(-1)).toBe('U hebt al een account');
    expect(await withAddress(email)).toMatchObject([{ name: 'Op Papier' }]);
  });

  it('takes over a registration that nobody confirmed, without its password', async () => {
    await ask('registerPerson', { name: 'Een Ander', email, password: 'wachtwoord van een ander' });
    const token = await linkTo(email);
    expect((await create(clerk)).data.createPerson).toMatchObject({ person: { name: 'Op Papier' }, userErrors: [] });
    expect(await ask('confirmEmail', { token, password: 'wachtwoord van een ander' })).toEqual(['INVALID_TOKEN']);
    const [{ id } = { id: '' }] = await withAddress(email);
    expect(await on.sql('select from credential where person_id = $1', [id])).toEqual([]);
  });

  it('makes one person of ten equal requests at once, and of a request that is repeated', async () => {
    const key = { idempotencyKey: 'lid-op-papier-van-vandaag' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => create(clerk)));
    const codes = answers.flatMap(({ data }) => data.createPerson.userErrors.map((one: { code: string }) => one.code));
    expect(codes).toEqual(Array(9).fill('ALREADY_EXISTS'));
    email = `herhaald.${email}`;
    const [one, two] = [await create(clerk, key), await create(clerk, key)];
    expect(one.data.createPerson).toEqual(two.data.createPerson);
    expect(await subjectsTo(email)).toHaveLength(1);
  });

  it('refuses an address that somebody has, and others than staff', async () => {
    const known = await given.person({ email_confirmed_at: '2024-01-01T00:00:00Z' });
    expect(await create(clerk, { email: known.email.toUpperCase() })).toHaveUserError('ALREADY_EXISTS', ['email']);
    expect(await create(signedIn(known))).toHaveUserError('FORBIDDEN');
    expect(await create(signedIn(known), { email: known.email })).toHaveUserError('FORBIDDEN');
    expect(await create(anonymous)).toHaveError('UNAUTHENTICATED');
    expect(await withAddress(email)).toEqual([]);
  });

  it.each([
    ['an empty name', { name: ' ' }, 'name'],
    ['a web address for a name', { name: 'www.evil.example' }, 'name'],
    ['half an address', { email: 'iemand@gemeente' }, 'email'],
  ])('refuses %s and writes nothing', async (_what, changes, field) => {
    expect(await create(clerk, changes)).toHaveUserError('BAD_USER_INPUT', [field]);
    expect(await withAddress(email)).toEqual([]);
  });
});

describe('updatePerson', () => {
  const confirmed = () => given.person({ email_confirmed_at: '2024-01-01T00:00:00Z' });

  it('gives nobody a web address for a name', async () => {
    const person = await confirmed();
    expect(await update(clerk, person, { name: 'http://evil.example' })).toHaveUserError('BAD_USER_INPUT', ['name']);
    expect(await withAddress(person.email)).toMatchObject([{ name: person.name, version: 1 }]);
  });

  it('changes name and language, also of who works somewhere, and leaves the rest', async () => {
    const person = await confirmed();
    await given.employment(person, await given.authority());
    const { data } = await update(clerk, person, { name: 'Juiste Naam', language: 'DE' });
    expect(data.updatePerson).toMatchObject({
      person: { name: 'Juiste Naam', language: 'DE', email: person.email, version: 2 },
      userErrors: [],
    });
    expect(await subjectsTo(person.email)).toEqual([]);
  });

  it('changes the address, tells both, and lets in who follows the link at the new one', async () => {
    const person = await confirmed();
    await on.sql(
      `insert into session (id, person_id, created_at, idle_until, expires_at) values ($1, $1, $2, $3, $3)`,
      [person.id, on.clock.now(), '2027-12-31T00:00:00Z'],
    );
    const { data } = await update(clerk, person, { email });
    expect(data.updatePerson).toMatchObject({ person: { email }, userErrors: [] });
    expect([await subjectsTo(person.email), await subjectsTo(email)]).toEqual([
      ['Uw e-mailadres is veranderd'],
      ['Kies een wachtwoord voor uw account'],
    ]);
    const [session] = await on.sql('select end_reason from session where id = $1', [person.id]);
    expect(session).toEqual({ end_reason: 'EMAIL_CHANGED' });
    await ask('requestPasswordReset', { email: person.email });
    expect(await subjectsTo(person.email)).toHaveLength(1);
    expect(await ask('resetPassword', { token: await linkTo(email), password })).toEqual([]);
    expect(await ask('signIn', { email, password })).toEqual([]);
  });

  it('ends signing in by an issuer and calendar feeds too, for who read the former mailbox has them', async () => {
    const person = await confirmed();
    await on.sql(
      `insert into external_identity (id, person_id, issuer, subject, linked_at) values ($1, $2, $3, $1, $4)`,
      [newId('externalidentity'), person.id, 'https://issuer.example', on.clock.now()],
    );
    await on.sql(`insert into calendar_feed (id, person_id, kind, token_hash) values ($1, $2, 'MY_AGENDA', $3)`, [
      newId('calendarfeed'),
      person.id,
      'f'.repeat(43),
    ]);
    await update(clerk, person, { email: 'nieuw.postvak@gemeente.example' });
    const ways = `select id from external_identity where person_id = $1 union all select id from calendar_feed where person_id = $1`;
    expect(await on.sql(ways, [person.id])).toEqual([]);
  });

  it('leaves the address of who works for an organisation, now, later or until lately, or is staff', async () => {
    const [works, starts, colleague, lately, saidToHaveLeft, left] = [
      await confirmed(),
      await confirmed(),
      await confirmed(),
      await confirmed(),
      await confirmed(),
      await confirmed(),
    ];
    const town = await given.authority();
    await given.employment(works, town, { roles: ['DPO'] });
    await given.employment(starts, town, { from: '2027-01-01' });
    await on.sql(`insert into staff_role values ($1, 'STAFF')`, [colleague.id]);
    const ended = (person: Row, to: string, writtenOn: string) =>
      given.employment(person, town, { to, updated_at: `${writtenOn}T12:00:00Z`, roles: ['DPO'] });
    await ended(lately, '2026-08-05', '2026-08-01');
    await ended(saidToHaveLeft, '2021-01-01', '2026-08-05');
    await ended(left, '2026-08-04', '2026-08-04');
    for (const person of [works, starts, colleague, lately, saidToHaveLeft])
      expect(await update(clerk, person, { email, name: 'Niet Bewaard' })).toHaveUserError('INVALID_STATE');
    expect(await on.sql(`select from person where email = $1 or name = 'Niet Bewaard'`, [email])).toEqual([]);
    expect((await update(clerk, left, { email })).data.updatePerson.userErrors).toEqual([]);
  });

  it('refuses an address that somebody has, an older version, and who is not there', async () => {
    const [person, other] = [await confirmed(), await confirmed()];
    expect(await update(clerk, person, { email: other.email.toUpperCase() })).toHaveUserError('ALREADY_EXISTS', [
      'email',
    ]);
    expect(await update(clerk, person, { name: 'Te Laat', expectedVersion: 9 })).toHaveUserError('CONFLICT', [
      'expectedVersion',
    ]);
    expect(await update(clerk, { id: newId('person') }, { name: 'Niemand' })).toHaveUserError('NOT_FOUND', ['id']);
    expect(await update(clerk, person, { name: ' ' })).toHaveUserError('BAD_USER_INPUT', ['name']);
    expect(await update(clerk, person, { name: null })).toHaveUserError('BAD_USER_INPUT', ['name']);
    expect(await withAddress(person.email)).toMatchObject([{ name: person.name, version: 1 }]);
  });

  it('is for staff', async () => {
    const [person, other] = [await confirmed(), await confirmed()];
    expect(await update(signedIn(other), person, { name: 'Anders' })).toHaveUserError('FORBIDDEN');
    expect(await update(signedIn(person), person, { name: 'Anders' })).toHaveUserError('FORBIDDEN');
    expect(await update(anonymous, person, { name: 'Anders' })).toHaveError('UNAUTHENTICATED');
    expect(await withAddress(person.email)).toMatchObject([{ name: person.name }]);
  });
});
