import { codesOf, IdentityFixture, minutes, password } from '../../../test/identity-fixture.js';

const fixture = new IdentityFixture();
beforeAll(() => fixture.open());
afterAll(() => fixture.close());
beforeEach(() => fixture.clock.advance(minutes(60)));

const guess = (email: string, clientAddress?: string) =>
  fixture.ask('signIn', { email, password: 'een verkeerd wachtwoord' }, { clientAddress });
const guesses = async (count: number, email: string, clientAddress?: string) =>
  (await Promise.all(Array.from({ length: count }, () => guess(email, clientAddress)))).flatMap(codesOf);
const enter = (email: string, clientAddress?: string) => fixture.ask('signIn', { email, password }, { clientAddress });

const countOf = (codes: string[], code: string) => codes.filter((one) => one === code).length;

describe('signIn', () => {
  it('gives an access token of ten minutes and a refresh token', async () => {
    const { email } = await fixture.person();
    expect(await enter(email)).toEqual({
      accessToken: expect.stringMatching(/^eyJ/),
      refreshToken: expect.stringMatching(/^[\w-]{43}$/),
      expiresIn: 600,
      userErrors: [],
    });
  });

  it('refuses a wrong password and an unknown address in one way', async () => {
    const { email } = await fixture.person();
    expect(await guess(email)).toEqual(await guess('niemand@gemeente.example'));
  });

  it('verifies a password for an unknown address too, and for a person who has none', async () => {
    const { email } = await fixture.person({ password: null });
    fixture.verified.length = 0;
    await guess('niemand@gemeente.example');
    await guess(email);
    expect(fixture.verified).toEqual([expect.stringContaining('$argon2id$v=19$m=19456,t=2,p=1$'), fixture.verified[0]]);
  });

  it('refuses the right password of an address that is not confirmed like a wrong one, whoever chose it', async () => {
    const { email } = await fixture.person();
    const register = { name: 'An Peeters', password: 'een wachtwoord van een vreemde', language: 'NL' };
    const addresses = [email, 'ongekend@gemeente.example'];
    for (const one of addresses) await fixture.ask('registerPerson', { ...register, email: one });
    const answers = await Promise.all(
      addresses.map((one) => fixture.ask('signIn', { email: one, password: register.password })),
    );
    expect(answers[1]).toEqual(answers[0]);
    expect(answers.flatMap(codesOf)).toEqual(['INVALID_CREDENTIALS', 'INVALID_CREDENTIALS']);
  });

  it('counts the right password of an address that is not confirmed as a failure', async () => {
    const { email } = await fixture.person({ confirmed: false });
    const answers = await Promise.all(Array.from({ length: 11 }, () => enter(email)));
    expect(countOf(answers.flatMap(codesOf), 'RATE_LIMITED')).toBe(1);
  });

  it('refuses a password longer than any', async () => {
    const { userErrors } = await fixture.ask('signIn', { email: 'an@gemeente.example', password: 'a'.repeat(257) });
    expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['password'] }]);
  });

  it('renews a hash that was made with weaker parameters', async () => {
    const weak = '$argon2id$v=19$m=8,t=1,p=1$';
    const { id, email } = await fixture.person();
    const { hash } = await import('@node-rs/argon2');
    const old = await hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 });
    await fixture.sql('update credential set password_hash = $2 where person_id = $1', id, old);
    await enter(email);
    const [row] = await fixture.sql<{ password_hash: string }>(
      'select password_hash from credential where person_id = $1',
      id,
    );
    expect([old.startsWith(weak), row?.password_hash.startsWith(weak)]).toEqual([true, false]);
    expect(codesOf(await enter(email))).toEqual([]);
  });

  it('leaves no e-mail address or password in the log and no e-mail address in the attempts', async () => {
    const { email } = await fixture.person();
    await guess(email, '192.0.2.77');
    const attempts = JSON.stringify(await fixture.sql('select * from sign_in_attempt'));
    expect(fixture.log.join('') + attempts).not.toMatch(/@gemeente|verkeerd|192\.0\.2/);
  });
});

describe('lockout', () => {
  it('looks at ten of thirty guesses that come at once', async () => {
    const { email } = await fixture.person();
    fixture.verified.length = 0;
    const codes = await guesses(30, email);
    expect([countOf(codes, 'INVALID_CREDENTIALS'), countOf(codes, 'RATE_LIMITED'), fixture.verified.length]).toEqual([
      10, 20, 10,
    ]);
  });

  it('refuses the right password too, for fifteen minutes, however often somebody tries on', async () => {
    const { email } = await fixture.person();
    await guesses(10, email);
    fixture.clock.advance(minutes(14));
    expect((await guesses(5, email)).concat(codesOf(await enter(email)))).toEqual(Array(6).fill('RATE_LIMITED'));
    fixture.clock.advance(minutes(2));
    expect(codesOf(await enter(email))).toEqual([]);
  });

  it('tells after how many seconds the next password is looked at: when the first of ten failures is past', async () => {
    const { email } = await fixture.person();
    await guesses(1, email);
    fixture.clock.advance(minutes(5));
    await guesses(9, email);
    fixture.clock.advance(minutes(4));
    expect(await fixture.waitOf('signIn', { email, password })).toEqual([6 * 60]);
    fixture.clock.advance(minutes(6));
    expect(codesOf(await enter(email))).toEqual([]);
  });

  it('treats an unknown address like a known one', async () => {
    const codes = await guesses(11, 'nergens@gemeente.example');
    expect(countOf(codes, 'RATE_LIMITED')).toBe(1);
  });

  it('counts every spelling of an address as one account', async () => {
    const { email } = await fixture.person();
    await guesses(5, email.toUpperCase());
    await guesses(5, email);
    expect(codesOf(await guess(email))).toEqual(['RATE_LIMITED']);
  });

  it('counts each of several sign-ins in one operation', async () => {
    const { email } = await fixture.person();
    const fields = Array.from({ length: 12 }, (_, at) => `a${at}: signIn(input: $input) { userErrors { code } }`);
    const input = { email, password: 'een verkeerd wachtwoord' };
    const { data } = await fixture.execute(`mutation ($input: SignInInput!) { ${fields.join(' ')} }`, { input });
    expect(JSON.stringify(data).match(/RATE_LIMITED/g)).toHaveLength(2);
  });

  it('looks at fifty failures from one address, whatever the accounts, and lets others sign in', async () => {
    const { email } = await fixture.person();
    const everywhere = Array.from({ length: 60 }, (_, at) => guess(`inwoner${at}@elders.example`, '192.0.2.1'));
    const codes = (await Promise.all(everywhere)).flatMap(codesOf);
    expect(countOf(codes, 'RATE_LIMITED')).toBe(10);
    expect(codesOf(await enter(email, '192.0.2.1'))).toEqual(['RATE_LIMITED']);
    expect(codesOf(await enter(email, '192.0.2.2'))).toEqual([]);
  });

  it('takes the addresses of one IPv6 network as one', async () => {
    const { email } = await fixture.person();
    const spread = Array.from({ length: 50 }, (_, at) => guess(`inwoner${at}@ipv6.example`, `2001:db8:1:2::${at + 1}`));
    await Promise.all(spread);
    expect(codesOf(await enter(email, '2001:0db8:0001:0002:ffff::9'))).toEqual(['RATE_LIMITED']);
    expect(codesOf(await enter(email, '2001:db8:1:3::9'))).toEqual([]);
  });

  it('does not lock the owner out where the owner signed in before', async () => {
    const { email } = await fixture.person();
    await enter(email, '192.0.2.10');
    await guesses(10, email, '198.51.100.7');
    expect(codesOf(await enter(email, '198.51.100.8'))).toEqual(['RATE_LIMITED']);
    expect(codesOf(await enter(email, '192.0.2.10'))).toEqual([]);
  });

  it('lets people in where they signed in before, whatever strangers at that address tried', async () => {
    const [regular, newcomer] = [await fixture.person(), await fixture.person()];
    await enter(regular.email, '192.0.2.12');
    const strangers = Array.from({ length: 60 }, (_, at) => guess(`vreemde${at}@elders.example`, '192.0.2.12'));
    await Promise.all(strangers);
    expect(codesOf(await enter(newcomer.email, '192.0.2.12'))).toEqual(['RATE_LIMITED']);
    expect(codesOf(await enter(regular.email, '192.0.2.12'))).toEqual([]);
  });

  it('slows guesses from a known address as well', async () => {
    const { email } = await fixture.person();
    await enter(email, '192.0.2.11');
    expect(countOf(await guesses(12, email, '192.0.2.11'), 'RATE_LIMITED')).toBe(2);
  });

  it('lets somebody else in soon, however many people of one address sign in at once with the right password', async () => {
    const [outsider, ...people] = await Promise.all(Array.from({ length: 41 }, () => fixture.person()));
    fixture.verified.length = 0;
    let done = 0;
    const crowd = people.map(({ email }) => enter(email, '192.0.2.21').then(() => (done += 1)));
    while (fixture.verified.length < 2) await new Promise(setImmediate);
    const before = done;
    expect(codesOf(await enter(outsider!.email, '192.0.2.22'))).toEqual([]);
    expect(done - before).toBeLessThan(20);
    await Promise.all(crowd);
  });

  it('lets sixty people of one town hall sign in at once', async () => {
    const people = await Promise.all(Array.from({ length: 60 }, () => fixture.person()));
    const answers = await Promise.all(people.map(({ email }) => enter(email, '192.0.2.20')));
    expect(answers.flatMap(codesOf)).toEqual([]);
  });

  it('counts an attempt that was cut off', async () => {
    const { email } = await fixture.person();
    await guesses(10, email);
    await fixture.sql(`update sign_in_attempt set pending = true`);
    fixture.clock.advance(minutes(1));
    expect(codesOf(await enter(email))).toEqual(['RATE_LIMITED']);
  });
});
