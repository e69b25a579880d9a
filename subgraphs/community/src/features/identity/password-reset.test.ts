import { codesOf, hours, IdentityFixture, password } from '../../../test/identity-fixture.js';

const fixture = new IdentityFixture();
beforeAll(() => fixture.open());
afterAll(() => fixture.close());

const newPassword = 'een nieuw lang wachtwoord';
const request = (email: string, clientAddress?: string) =>
  fixture.ask('requestPasswordReset', { email }, { clientAddress });
const reset = (token: string, chosen = newPassword, clientAddress?: string) =>
  fixture.ask('resetPassword', { token, password: chosen }, { clientAddress });
const enter = (email: string, typed = newPassword, clientAddress?: string) =>
  fixture.ask('signIn', { email, password: typed }, { clientAddress });

async function requested(email: string): Promise<string> {
  await request(email);
  return fixture.tokenMailedTo(email);
}

describe('requestPasswordReset', () => {
  it('answers the same for an unknown address, and mails nobody', async () => {
    const { email } = await fixture.person();
    expect(await request('niemand@gemeente.example')).toEqual(await request(email));
    expect(await fixture.mailsTo('niemand@gemeente.example')).toEqual([]);
    expect(await fixture.mailsTo(email)).toHaveLength(1);
  });

  it('sends no flood of mail', async () => {
    const { email } = await fixture.person();
    await Promise.all(Array.from({ length: 12 }, () => request(email)));
    expect(await fixture.mailsTo(email)).toHaveLength(5);
  });

  it('is asked for twenty times an hour from one network address, for known mailboxes and others, also at once', async () => {
    const { email } = await fixture.person();
    const addresses = [email, ...Array.from({ length: 22 }, (_, number) => `niemand${number}@gemeente.example`)];
    const answers = await Promise.all(addresses.map((one) => request(one, '203.0.113.7')));
    expect(answers.flatMap(codesOf)).toEqual(Array(3).fill('RATE_LIMITED'));
    expect(codesOf(await request(email, '203.0.113.8'))).toEqual([]);
    fixture.clock.advance(hours(1));
    expect(codesOf(await request(email, '203.0.113.7'))).toEqual([]);
  });

  it('tells who asks for a sixth mail that there is none, whether the address is known or not', async () => {
    const { email } = await fixture.person();
    const sixth = async (one: string) => {
      for (let time = 0; time < 5; time += 1) await request(one, '203.0.113.9');
      return request(one, '203.0.113.9');
    };
    const refused = await sixth(email);
    expect(codesOf(refused)).toEqual(['RATE_LIMITED']);
    expect(await sixth('nergens@gemeente.example')).toEqual(refused);
  });

  it('sends its link again after a reset, however many mails strangers asked for before', async () => {
    const { email } = await fixture.person();
    for (let time = 0; time < 6; time += 1) await request(email, `198.51.100.${time}`);
    await reset(await fixture.tokenMailedTo(email));
    await fixture.mailsTo(email);
    await request(email, '192.0.2.2');
    expect(codesOf(await reset(await fixture.tokenMailedTo(email)))).toEqual([]);
  });

  it('refuses text that is no address', async () => {
    const { errors } = await fixture.execute(
      'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { userErrors { code } } }',
      { input: { email: 'geen adres' } },
    );
    expect(errors).toHaveLength(1);
  });
});

describe('resetPassword', () => {
  it('replaces the password, ends all sessions and tells the owner', async () => {
    const { email } = await fixture.person();
    const { refreshToken } = await fixture.signIn({ email });
    expect(codesOf(await reset(await requested(email)))).toEqual([]);
    expect(codesOf(await enter(email, password))).toEqual(['INVALID_CREDENTIALS']);
    expect(codesOf(await fixture.ask('refreshSession', { refreshToken }))).toEqual(['INVALID_TOKEN']);
    expect(codesOf(await enter(email))).toEqual([]);
    expect((await fixture.mailsTo(email)).at(-1)?.subject).toBe('Uw wachtwoord is veranderd');
  });

  it('ends the calendar feeds, which read as the person without a session', async () => {
    const { id, email } = await fixture.person();
    await fixture.calendarFeed(id);
    await reset(await requested(email));
    expect(await fixture.calendarFeedsOf(id)).toEqual([]);
  });

  it('tells the owner also when strangers asked for many mails just before', async () => {
    const { email } = await fixture.person();
    for (let time = 0; time < 7; time += 1) await request(email);
    await reset(await fixture.tokenMailedTo(email));
    expect((await fixture.mailsTo(email)).map(({ subject }) => subject).slice(4)).toEqual([
      'Kies een nieuw wachtwoord',
      'Uw wachtwoord is veranderd',
    ]);
  });

  it('gives a first password to a person whom the association entered', async () => {
    const { email } = await fixture.person({ password: null, confirmed: false });
    await reset(await requested(email));
    expect(codesOf(await enter(email))).toEqual([]);
  });

  it('gives the owner of the mailbox an account that a stranger asked for, with nothing of the stranger’s in it', async () => {
    const [email, stranger] = ['overname@gemeente.example', 'wachtwoord van een ander'];
    await fixture.ask('registerPerson', { name: 'Klik op kwaad punt example', email, password: stranger });
    const theirs = await fixture.tokenMailedTo(email);
    expect(codesOf(await reset(await requested(email)))).toEqual([]);
    expect(codesOf(await fixture.ask('confirmEmail', { token: theirs, password: stranger }))).toEqual([
      'INVALID_TOKEN',
    ]);
    expect([...codesOf(await enter(email, stranger)), ...codesOf(await enter(email))]).toEqual(['INVALID_CREDENTIALS']);
    expect(await fixture.sql('select name from person where email = $1', email)).toEqual([{ name: 'overname' }]);
    expect((await fixture.mailsTo(email)).filter(({ text }) => text.includes('kwaad punt'))).toEqual([]);
  });

  it('works once, and ends the other links', async () => {
    const { email } = await fixture.person();
    const [first, second] = [await requested(email), await requested(email)];
    await reset(second);
    expect([...codesOf(await reset(second)), ...codesOf(await reset(first))]).toEqual([
      'INVALID_TOKEN',
      'INVALID_TOKEN',
    ]);
  });

  it('works once when sent twice at the same moment', async () => {
    const { email } = await fixture.person();
    const token = await requested(email);
    const codes = (await Promise.all([reset(token), reset(token)])).flatMap(codesOf);
    expect(codes).toEqual(['INVALID_TOKEN']);
  });

  it('lets in the owner who was locked out by the guesses of others', async () => {
    const { email } = await fixture.person();
    await Promise.all(Array.from({ length: 10 }, () => enter(email, 'een verkeerd wachtwoord', '198.51.100.1')));
    await reset(await requested(email), newPassword, '192.0.2.1');
    await Promise.all(Array.from({ length: 10 }, () => enter(email, 'een verkeerd wachtwoord', '198.51.100.1')));
    expect(codesOf(await enter(email, newPassword, '192.0.2.1'))).toEqual([]);
  });

  it('refuses a link of more than an hour ago', async () => {
    const { email } = await fixture.person();
    const token = await requested(email);
    fixture.clock.advance(hours(1));
    expect(codesOf(await reset(token))).toEqual(['INVALID_TOKEN']);
  });

  it('refuses the link that confirms an address', async () => {
    await fixture.ask('registerPerson', { name: 'Jan', email: 'jan@gemeente.example', password, language: 'NL' });
    expect(codesOf(await reset(await fixture.tokenMailedTo('jan@gemeente.example')))).toEqual(['INVALID_TOKEN']);
  });

  it('refuses a weak password and keeps the link alive', async () => {
    const { email } = await fixture.person();
    const token = await requested(email);
    expect((await reset(token, 'kort')).userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['password'] }]);
    expect(codesOf(await reset(token))).toEqual([]);
  });
});
