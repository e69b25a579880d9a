import { exportJWK, generateKeyPair, SignJWT, type JSONWebKeySet } from 'jose';
import { accessTokenRules, createAccessTokenVerifier } from './access-token.js';

let seconds = 0;
const clock = { now: () => new Date(1_700_000_000_000 + seconds * 1000) };

async function newKey(kid: string) {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const issue = () =>
    new SignJWT({ sid: 'session-1' })
      .setProtectedHeader({ alg: 'EdDSA', typ: accessTokenRules.type, kid })
      .setIssuer(accessTokenRules.issuer)
      .setAudience(accessTokenRules.audience)
      .setSubject('person-1')
      .setIssuedAt(clock.now())
      .setExpirationTime(new Date(clock.now().getTime() + 600_000))
      .sign(privateKey);
  return { issue, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'EdDSA' } };
}

describe('keys of access tokens', () => {
  it('are fetched again for a key that is new', async () => {
    const [first, second] = [await newKey('first'), await newKey('second')];
    const keys: JSONWebKeySet = { keys: [first.jwk] };
    const verify = createAccessTokenVerifier(async () => structuredClone(keys), clock);
    expect(await verify(await first.issue())).toEqual({ personId: 'person-1', sessionId: 'session-1' });
    keys.keys.push(second.jwk);
    seconds += 11;
    expect(await verify(await second.issue())).toEqual({ personId: 'person-1', sessionId: 'session-1' });
  });

  it('are not fetched for each forged key id', async () => {
    const [real, forged] = [await newKey('real'), await newKey('forged')];
    const jwks = jest.fn(async () => ({ keys: [real.jwk as never] }));
    const verify = createAccessTokenVerifier(jwks, clock);
    const forgery = await forged.issue();
    const answers = await Promise.all(Array.from({ length: 20 }, () => verify(forgery)));
    expect(answers.every((answer) => answer === undefined)).toBe(true);
    expect(jwks).toHaveBeenCalledTimes(1);
  });

  it('stop to hold a minute after they were withdrawn', async () => {
    const key = await newKey('withdrawn');
    const keys: JSONWebKeySet = { keys: [key.jwk] };
    const verify = createAccessTokenVerifier(async () => structuredClone(keys), clock);
    const token = await key.issue();
    expect(await verify(token)).toBeDefined();
    keys.keys = [];
    seconds += 61;
    expect(await verify(token)).toBeUndefined();
  });

  it('are asked again after they could not be had', async () => {
    const key = await newKey('late');
    const jwks = jest
      .fn()
      .mockRejectedValueOnce(new Error('down'))
      .mockResolvedValue({ keys: [key.jwk] });
    const verify = createAccessTokenVerifier(jwks, clock);
    const token = await key.issue();
    await expect(verify(token)).rejects.toThrow('down');
    expect(await verify(token)).toBeDefined();
  });
});
