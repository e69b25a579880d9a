import { anonymous } from '@lokaal/shared/auth';
import { codesOf, hours, IdentityFixture, minutes, password } from '../../../test/identity-fixture.js';

const fixture = new IdentityFixture();
beforeAll(() => fixture.open());
afterAll(() => fixture.close());

const refresh = (refreshToken: string | null | undefined, idempotencyKey?: string) =>
  fixture.ask('refreshSession', { refreshToken, idempotencyKey });
const signedIn = async () => (await fixture.signIn(await fixture.person())).refreshToken;

describe('refreshSession', () => {
  it('gives a new pair of tokens of the same session', async () => {
    const person = await fixture.person();
    const first = await fixture.signIn(person);
    const next = await refresh(first.refreshToken);
    const session = (token?: string | null) =>
      JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString());
    expect(next.refreshToken).not.toBe(first.refreshToken);
    expect(session(next.accessToken)).toMatchObject({ sub: person.id, sid: session(first.accessToken).sid });
  });

  it('ends the session when a replaced token comes back', async () => {
    const first = await signedIn();
    const second = await refresh(first);
    expect(codesOf(await refresh(first))).toEqual(['INVALID_TOKEN']);
    expect(codesOf(await refresh(second.refreshToken))).toEqual(['INVALID_TOKEN']);
  });

  it('writes down that it was a reuse', async () => {
    const { id, email } = await fixture.person();
    const { refreshToken } = await fixture.signIn({ email });
    await refresh(refreshToken);
    await refresh(refreshToken);
    expect(await fixture.sql('select end_reason from session where person_id = $1', id)).toEqual([
      { end_reason: 'TOKEN_REUSED' },
    ]);
    expect(fixture.log.join('')).toContain('A refresh token was used again');
  });

  it('leaves the other sessions of the person alone', async () => {
    const person = await fixture.person();
    const [stolen, other] = [await fixture.signIn(person), await fixture.signIn(person)];
    await refresh(stolen.refreshToken);
    await refresh(stolen.refreshToken);
    expect(codesOf(await refresh(other.refreshToken))).toEqual([]);
  });

  it('lets one of twenty refreshes at once through', async () => {
    const token = await signedIn();
    const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(token)));
    expect(answers.filter(({ refreshToken }) => refreshToken)).toHaveLength(1);
  });

  it('gives a lost answer again to the same idempotencyKey, also to several at once', async () => {
    const token = await signedIn();
    const key = 'sleutel-van-deze-verlenging';
    const answers = await Promise.all(Array.from({ length: 10 }, () => refresh(token, key)));
    expect(new Set(answers.map(({ refreshToken }) => refreshToken)).size).toBe(1);
    expect(codesOf(await refresh(answers[0]?.refreshToken))).toEqual([]);
  });

  it.each([
    ['with another key', async (token: string) => refresh(token, 'een-heel-andere-sleutel')],
    ['without a key', async (token: string) => refresh(token)],
    [
      'after a minute',
      async (token: string) => (fixture.clock.advance(minutes(2)), refresh(token, 'sleutel-van-deze-verlenging')),
    ],
  ])('takes a repetition %s for a reuse', async (_when, repeat) => {
    const token = await signedIn();
    const { refreshToken } = await refresh(token, 'sleutel-van-deze-verlenging');
    expect(codesOf(await repeat(token))).toEqual(['INVALID_TOKEN']);
    expect(codesOf(await refresh(refreshToken))).toEqual(['INVALID_TOKEN']);
  });

  it('takes a repetition for a reuse once the next token was used', async () => {
    const token = await signedIn();
    const { refreshToken } = await refresh(token, 'sleutel-van-deze-verlenging');
    await refresh(refreshToken);
    expect(codesOf(await refresh(token, 'sleutel-van-deze-verlenging'))).toEqual(['INVALID_TOKEN']);
  });

  it('ends a session that was not used for three days, also when the clock is set back', async () => {
    const token = await signedIn();
    fixture.clock.advance(hours(73));
    expect(codesOf(await refresh(token))).toEqual(['INVALID_TOKEN']);
    fixture.clock.advance(-hours(73));
    expect(codesOf(await refresh(token))).toEqual(['INVALID_TOKEN']);
  });

  it('ends a session after thirty days of use', async () => {
    let token: string | null | undefined = await signedIn();
    for (let day = 0; day < 15; day += 1) {
      fixture.clock.advance(hours(47));
      token = (await refresh(token)).refreshToken;
    }
    fixture.clock.advance(hours(16));
    expect(codesOf(await refresh(token))).toEqual(['INVALID_TOKEN']);
  });

  it('stores no token', async () => {
    const token = await signedIn();
    const rows = JSON.stringify([
      await fixture.sql('select * from refresh_token'),
      await fixture.sql('select * from session'),
    ]);
    expect(rows).not.toContain(token);
  });

  it('refuses what is no token of ours', async () => {
    expect(codesOf(await refresh('onzin'))).toEqual(['INVALID_TOKEN']);
    expect((await refresh('a'.repeat(101))).userErrors).toMatchObject([
      { code: 'BAD_USER_INPUT', field: ['refreshToken'] },
    ]);
    expect((await refresh('onzin', 'kort')).userErrors).toMatchObject([
      { code: 'BAD_USER_INPUT', field: ['idempotencyKey'] },
    ]);
  });
});

describe('signOut', () => {
  it('ends the session', async () => {
    const token = await signedIn();
    expect(codesOf(await fixture.ask('signOut', { refreshToken: token }))).toEqual([]);
    expect(codesOf(await refresh(token))).toEqual(['INVALID_TOKEN']);
  });

  it('says nothing of a token that is not there', async () => {
    expect(codesOf(await fixture.ask('signOut', { refreshToken: 'onzin' }))).toEqual([]);
    expect(codesOf(await fixture.ask('signOut', { refreshToken: 'a'.repeat(101) }))).toEqual(['BAD_USER_INPUT']);
  });
});

describe('signOutEverywhere', () => {
  const SIGN_OUT = 'mutation { signOutEverywhere { userErrors { code } } }';

  it('ends all sessions of the person, and of nobody else', async () => {
    const [person, other] = [await fixture.person(), await fixture.person()];
    const tokens = [await fixture.signIn(person), await fixture.signIn(person), await fixture.signIn(other)];
    await fixture.execute(SIGN_OUT, {}, { viewer: { ...anonymous, personId: person.id } });
    const codes = [];
    for (const { refreshToken } of tokens) codes.push(codesOf(await refresh(refreshToken)));
    expect(codes).toEqual([['INVALID_TOKEN'], ['INVALID_TOKEN'], []]);
  });

  it('is refused to an anonymous caller', async () => {
    const { errors } = await fixture.execute(SIGN_OUT, {});
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['UNAUTHENTICATED']);
  });
});

describe('a password that changes while somebody signs in with the old one', () => {
  it('leaves no session', async () => {
    const { id, email } = await fixture.person();
    const [token] = await mailedReset(email);
    await Promise.all([
      fixture.ask('signIn', { email, password }),
      fixture.ask('resetPassword', { token, password: 'een nieuw lang wachtwoord' }),
    ]);
    const alive = 'select from session where person_id = $1 and ended_at is null';
    expect(await fixture.sql(alive, id)).toEqual([]);
  });
});

async function mailedReset(email: string): Promise<string[]> {
  await fixture.ask('requestPasswordReset', { email });
  return [await fixture.tokenMailedTo(email)];
}
