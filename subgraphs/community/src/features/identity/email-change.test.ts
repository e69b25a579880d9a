import type { Viewer } from '@lokaal/shared/auth';
import { signedIn } from '../../../test/given.js';
import { codesOf, hours, IdentityFixture, password, type TestPerson } from '../../../test/identity-fixture.js';

const fixture = new IdentityFixture();
beforeAll(() => fixture.open());
afterAll(() => fixture.close());

let person: TestPerson;
let viewer: Viewer;
let fresh: string;
let people = 0;

beforeEach(async () => {
  person = await fixture.person();
  viewer = signedIn(person);
  people += 1;
  fresh = `nieuw${people}@gemeente.example`;
});

const request = (email: string, more: object = {}, caller: Viewer = viewer) =>
  fixture.ask('requestEmailChange', { email, password, ...more }, { viewer: caller });
const confirm = (token: string, typed: string | null = password, caller?: Viewer) =>
  fixture.ask('confirmEmailChange', { token, password: typed }, caller && { viewer: caller });
const addressOf = async ({ id }: TestPerson) =>
  (await fixture.sql<{ email: string }>('select email from person where id = $1', id))[0]?.email;
const subjectsTo = async (email: string) => (await fixture.mailsTo(email)).map(({ subject }) => subject);

describe('an own e-mail address', () => {
  it('changes once the link in the mail to the new one was followed, which tells the old one', async () => {
    const { refreshToken } = await fixture.signIn(person);
    expect(codesOf(await request(fresh.toUpperCase()))).toEqual([]);
    expect(await addressOf(person)).toBe(person.email);
    expect(await subjectsTo(person.email)).toEqual(['Er is een ander e-mailadres gevraagd voor uw account']);
    const [mail] = await fixture.mailsTo(fresh);
    expect(mail?.text).toContain('https://graph.example/account/confirm-email-change#token=');
    expect(codesOf(await confirm(await fixture.tokenMailedTo(fresh)))).toEqual([]);
    expect(await addressOf(person)).toBe(fresh);
    expect((await subjectsTo(person.email)).at(-1)).toBe('Uw e-mailadres is veranderd');
    expect(codesOf(await fixture.ask('refreshSession', { refreshToken }))).toEqual(['INVALID_TOKEN']);
    expect((await fixture.signIn({ email: fresh })).accessToken).toBeDefined();
    expect(codesOf(await fixture.ask('signIn', { email: person.email, password }))).toEqual(['INVALID_CREDENTIALS']);
  });

  it('is answered the same for an address that has an account, and only its owner is told', async () => {
    const other = await fixture.person();
    expect(await request(other.email)).toEqual(await request(fresh));
    expect(await subjectsTo(other.email)).toEqual(['U hebt al een account met dit e-mailadres']);
    expect(await subjectsTo(person.email)).toHaveLength(2);
    expect(await addressOf(other)).toBe(other.email);
  });

  it('may be asked for five times an hour, whether the addresses are known or not', async () => {
    const other = await fixture.person();
    const addresses = [
      other.email,
      'a@gemeente.example',
      other.email,
      other.email,
      'b@gemeente.example',
      'c@gemeente.example',
    ];
    const codes = [];
    for (const email of addresses) codes.push(codesOf(await request(email)));
    expect(codes).toEqual([[], [], [], [], [], ['RATE_LIMITED']]);
  });

  it('is mailed about five times an hour to one mailbox, whoever asks and from wherever, also at once', async () => {
    const askers = await Promise.all(Array.from({ length: 7 }, () => fixture.person()));
    const ask = (one: TestPerson, at: number) =>
      fixture.ask(
        'requestEmailChange',
        { email: fresh, password },
        { viewer: signedIn(one), clientAddress: `192.0.2.${at}` },
      );
    expect((await Promise.all(askers.map(ask))).flatMap(codesOf)).toEqual(Array(2).fill('RATE_LIMITED'));
    expect(await fixture.mailsTo(fresh)).toHaveLength(5);
    fixture.clock.advance(hours(1));
    expect(codesOf(await ask(askers[6]!, 1))).toEqual([]);
  });

  it('is asked for twenty times an hour from one network address, whatever the accounts', async () => {
    const askers = await Promise.all(Array.from({ length: 22 }, () => fixture.person()));
    const ask = (one: TestPerson, at: number, clientAddress = '203.0.113.7') =>
      fixture.ask(
        'requestEmailChange',
        { email: `${at}.${fresh}`, password },
        { viewer: signedIn(one), clientAddress },
      );
    expect((await Promise.all(askers.map((one, at) => ask(one, at)))).flatMap(codesOf)).toEqual(
      Array(2).fill('RATE_LIMITED'),
    );
    expect(codesOf(await ask(askers[0]!, 30, '203.0.113.8'))).toEqual([]);
  });

  it('is refused without the password, and nobody is written to', async () => {
    expect(await request(fresh, { password: 'niet het wachtwoord' })).toMatchObject({
      userErrors: [{ code: 'INVALID_CREDENTIALS', field: ['password'] }],
    });
    expect([await subjectsTo(fresh), await subjectsTo(person.email)]).toEqual([[], []]);
  });

  it.each([
    ['the address of now', () => person.email.toUpperCase()],
    ['half an address', () => 'nieuw@gemeente'],
    ['no address', () => 'nieuw'],
  ])('is refused for %s', async (_what, email) => {
    const refused = await request(email()).catch(() => ({
      userErrors: [{ code: 'BAD_USER_INPUT', field: ['email'] }],
    }));
    expect(refused).toMatchObject({ userErrors: [{ code: 'BAD_USER_INPUT', field: ['email'] }] });
    expect(await addressOf(person)).toBe(person.email);
  });

  it('stays when its owner chooses a new password first', async () => {
    await request(fresh);
    const token = await fixture.tokenMailedTo(fresh);
    await fixture.ask('requestPasswordReset', { email: person.email });
    const reset = await fixture.tokenMailedTo(person.email);
    await fixture.ask('resetPassword', { token: reset, password: 'een ander lang wachtwoord' });
    expect(codesOf(await confirm(token))).toEqual(['INVALID_TOKEN']);
    expect(await addressOf(person)).toBe(person.email);
  });

  it('does not change by a link that is too old, was used, or is for something else', async () => {
    await request(fresh);
    const token = await fixture.tokenMailedTo(fresh);
    fixture.clock.advance(hours(73));
    expect(codesOf(await confirm(token))).toEqual(['INVALID_TOKEN']);
    await fixture.ask('requestPasswordReset', { email: person.email });
    const reset = await fixture.tokenMailedTo(person.email);
    expect(codesOf(await confirm(reset))).toEqual(['INVALID_TOKEN']);
    expect(codesOf(await fixture.ask('resetPassword', { token, password }))).toEqual(['INVALID_TOKEN']);
    expect(codesOf(await confirm('\u0000'))).toEqual(['INVALID_TOKEN']);
    expect(await addressOf(person)).toBe(person.email);
  });

  it('changes for nobody who only reads the mail: the account may be a stranger’s', async () => {
    await request(fresh);
    const token = await fixture.tokenMailedTo(fresh);
    const refused = [await confirm(token, null), await confirm(token, 'het wachtwoord van de lezer')];
    expect(refused).toMatchObject([
      { userErrors: [{ code: 'BAD_USER_INPUT', field: ['password'] }] },
      { userErrors: [{ code: 'INVALID_CREDENTIALS', field: ['password'] }] },
    ]);
    expect(codesOf(await confirm(token, null, signedIn(await fixture.person())))).toEqual(['BAD_USER_INPUT']);
    expect(await addressOf(person)).toBe(person.email);
    expect((await fixture.mailsTo(fresh)).filter(({ text }) => text.includes('Lore Maes'))).toEqual([]);
  });

  it('changes without the password for who is signed in to the account, whose calendar feeds end', async () => {
    await fixture.calendarFeed(person.id);
    await request(fresh);
    expect(codesOf(await confirm(await fixture.tokenMailedTo(fresh), null, viewer))).toEqual([]);
    expect(await addressOf(person)).toBe(fresh);
    expect(await fixture.calendarFeedsOf(person.id)).toEqual([]);
  });

  it('is refused when somebody else got the address meanwhile', async () => {
    await request(fresh);
    const token = await fixture.tokenMailedTo(fresh);
    await fixture.person({ email: fresh });
    expect(await confirm(token)).toMatchObject({ userErrors: [{ code: 'ALREADY_EXISTS', field: ['token'] }] });
    expect(await addressOf(person)).toBe(person.email);
  });

  it('is not kept from its owner by a registration that nobody confirmed', async () => {
    await fixture.ask('registerPerson', { name: 'Een Ander', email: fresh, password: 'wachtwoord van een ander' });
    await fixture.mailsTo(fresh);
    await request(fresh);
    expect(codesOf(await confirm(await fixture.tokenMailedTo(fresh)))).toEqual([]);
    expect((await fixture.signIn({ email: fresh })).accessToken).toBeDefined();
  });

  it('goes to one of two who follow their links at once', async () => {
    const other = await fixture.person();
    await request(fresh);
    const first = await fixture.tokenMailedTo(fresh);
    await request(fresh, {}, signedIn(other));
    const second = await fixture.tokenMailedTo(fresh);
    const codes = (await Promise.all([confirm(first), confirm(second)])).flatMap(codesOf);
    expect(codes).toEqual(['ALREADY_EXISTS']);
    expect(await fixture.sql('select from person where email = $1', fresh)).toHaveLength(1);
  });
});
