import { decodeProtectedHeader } from 'jose';
import { createAccessTokenVerifier } from '@lokaal/shared/auth';
import { hours, IdentityFixture, minutes } from '../../../test/identity-fixture.js';
import { deriveKey } from './secret-token.js';
import { SigningKeys } from './signing-keys.js';

const fixture = new IdentityFixture();
beforeAll(() => fixture.open());
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.sql('delete from signing_key');
  fixture.clock.advance(hours(24 * 100));
});

const keysOf = (secret = 'geheim') =>
  new SigningKeys({
    dataSource: fixture.dataSource,
    clock: fixture.clock,
    sealingKey: deriveKey(secret, 'signing keys'),
  });
const days = (count: number) => hours(24 * count);
const kids = async (keys: SigningKeys) => (await keys.jwks()).keys.map(({ kid }) => kid);

describe('signing keys', () => {
  it('are agreed upon by processes that start at once', async () => {
    // Connections that are open already: otherwise the first process is done before the last one starts.
    await Promise.all(Array.from({ length: 8 }, () => fixture.dataSource.query('select pg_sleep(0.1)')));
    const processes = Array.from({ length: 8 }, () => keysOf());
    const current = await Promise.all(processes.map((keys) => keys.current()));
    const made = await fixture.sql<{ kid: string }>('select kid from signing_key');
    expect([made.length, new Set(current.map(({ kid }) => kid))]).toEqual([1, new Set([made[0]?.kid])]);
  });

  it('are encrypted at rest', async () => {
    await keysOf().current();
    const [row] = await fixture.sql<{ sealed_jwk: string }>('select sealed_jwk from signing_key');
    expect(decodeProtectedHeader(row?.sealed_jwk ?? '')).toMatchObject({ alg: 'dir', enc: 'A256GCM' });
    expect(JSON.stringify(row)).not.toContain('"d"');
  });

  it('show no private part', async () => {
    expect((await keysOf().jwks()).keys).toEqual([
      { kty: 'OKP', crv: 'Ed25519', x: expect.any(String), kid: expect.any(String), alg: 'EdDSA', use: 'sig' },
    ]);
  });

  it('publish the next key a day before it signs', async () => {
    const keys = keysOf();
    const first = (await keys.current()).kid;
    fixture.clock.advance(days(29.5));
    const published = await kids(keys);
    expect([published.length, (await keys.current()).kid]).toEqual([2, first]);
    fixture.clock.advance(days(0.5));
    expect((await keys.current()).kid).toBe(published[1]);
  });

  it('stay published as long as their tokens may live', async () => {
    const keys = keysOf();
    const first = (await keys.current()).kid;
    fixture.clock.advance(days(30));
    expect(await kids(keys)).toContain(first);
    fixture.clock.advance(minutes(15));
    expect(await kids(keys)).not.toContain(first);
  });

  it('are made anew when the secret changed, and the old ones no longer count', async () => {
    const before = await kids(keysOf());
    const after = await kids(keysOf('een ander geheim'));
    expect([before.length, after.length, after.includes(before[0])]).toEqual([1, 1, false]);
  });

  it('do not count when they were planted', async () => {
    const attacker = keysOf('geheim van een ander');
    const planted = (await attacker.current()).kid;
    expect(await kids(keysOf())).not.toContain(planted);
  });
});

describe('access tokens', () => {
  it('hold through the change of keys, until they expire', async () => {
    const verify = createAccessTokenVerifier(() => fixture.identity.jwks(), fixture.clock);
    const person = await fixture.person();
    await fixture.identity.jwks();
    fixture.clock.advance(days(30) - minutes(1));
    const { accessToken } = await fixture.signIn(person);
    fixture.clock.advance(minutes(9));
    expect(await verify(accessToken)).toMatchObject({ personId: person.id });
    const { accessToken: next } = await fixture.signIn(person);
    expect(decodeProtectedHeader(next).kid).not.toBe(decodeProtectedHeader(accessToken).kid);
    fixture.clock.advance(minutes(3));
    expect([await verify(accessToken), (await verify(next))?.personId]).toEqual([undefined, person.id]);
  });
});
