import '../../../../../shared/test/matchers.js';
import { ForgedIssuer } from '../../../../../shared/test/forged-issuer.js';
import { audience, redirectUri } from '../../../../../shared/test/open-id-issuer.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { generateKeyPair } from 'jose';
import type { ServerResponse } from 'node:http';
import { Given, type Row, startCommunity } from '../../../test/given.js';
import { GivenOpenId } from '../../../test/given-open-id.js';
import type { CommunitySubgraph } from '../../index.js';

type Claims = Record<string, unknown>;

let on: TestSubgraph;
let given: Given;
let openId: GivenOpenId;
let issuer: ForgedIssuer;

beforeAll(async () => {
  issuer = await ForgedIssuer.start();
  on = await startCommunity({ openIdIssuers: [issuer.config] });
  given = new Given(on);
  openId = new GivenOpenId(on);
});
beforeEach(() => on.clock.set(new Date().toISOString()));
afterAll(() => issuer.stop());

const now = (seconds: number): number => Math.floor(Date.now() / 1_000) + seconds;

/** Goes, and comes back with whatever token the issuer then gives. */
async function comeBack(token: (claims: Claims) => Promise<string> | string) {
  const { authorizationUrl, flowToken } = await openId.start('vervalst');
  const { searchParams: asked } = new URL(authorizationUrl);
  issuer.idToken = await token(issuer.claims(asked.get('nonce')));
  return openId.finish({ flowToken, state: asked.get('state'), code: 'a code' });
}

describe('an ID token', () => {
  it.each<[string, () => Claims]>([
    ['is right', () => ({})],
    ['expired half a minute ago: clocks may differ a minute', () => ({ exp: now(-30), iat: now(-300) })],
    ['is also for others, but was given to us', () => ({ aud: ['lokaal', 'ander'], azp: 'lokaal' })],
  ])('signs in when it %s', async (_what, changes) => {
    const { data } = await comeBack((claims) => issuer.sign({ ...claims, ...changes() }));
    expect(data.finishOpenIdSignIn.userErrors).toEqual([]);
  });

  it.each<[string, () => Claims]>([
    ['was made for another sign-in', () => ({ nonce: 'x'.repeat(43) })],
    ['has no nonce', () => ({ nonce: undefined })],
    ['is for another client', () => ({ aud: 'ander' })],
    ['is for others too, and does not say to whom it was given', () => ({ aud: ['lokaal', 'ander'] })],
    ['was given to another client', () => ({ azp: 'ander' })],
    ['is of another issuer', () => ({ iss: 'https://kwaad.example' })],
    ['expired two minutes ago', () => ({ exp: now(-120), iat: now(-300) })],
    ['never expires', () => ({ exp: undefined })],
    ['is from the future', () => ({ iat: now(300), exp: now(600) })],
    ['is an hour old', () => ({ iat: now(-3_600), exp: now(600) })],
    ['is about nobody', () => ({ sub: undefined })],
  ])('is refused that %s', async (_what, changes) => {
    const answer = await comeBack((claims) => issuer.sign({ ...claims, ...changes() }));
    expect(answer).toHaveUserError('INVALID_TOKEN');
  });

  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const secret = new TextEncoder().encode('a secret that no log may hold');
  it.each<[string, (claims: Claims) => Promise<string> | string]>([
    ['not at all', (claims) => `${encode({ alg: 'none' })}.${encode(claims)}.`],
    ['with what we know', (claims) => issuer.sign(claims, { key: secret, header: { alg: 'HS256' } })],
    [
      'with a key of somebody else',
      async (claims) => issuer.sign(claims, { key: (await generateKeyPair('ES256')).privateKey }),
    ],
    ['with a key that the issuer does not have', (claims) => issuer.sign(claims, { header: { kid: 'ander' } })],
    ['by nobody: it is no token', () => 'x.y.z'],
  ])('is refused that is signed %s', async (_what, token) => {
    expect(await comeBack(token)).toHaveUserError('INVALID_TOKEN');
  });

  it('proves no address that only another document has: both stand together, or neither counts', async () => {
    issuer.answers['/me'] = () => ({ sub: 'verdeeld', email: 'verdeeld@gemeente.example', email_verified: false });
    const answer = await comeBack((claims) => issuer.sign({ ...claims, sub: 'verdeeld', email: undefined }));
    expect(answer).toHaveUserError('NOT_LINKED');
    issuer.answers['/me'] = () => ({ sub: 'verdeeld', email: 'verdeeld@gemeente.example', email_verified: true });
    const whole = await comeBack((claims) =>
      issuer.sign({ ...claims, sub: 'verdeeld', email: undefined, email_verified: undefined }),
    );
    expect(whole.data.finishOpenIdSignIn.userErrors).toEqual([]);
    issuer.answers['/me'] = () => ({ sub: 'iemand anders', email: 'an@gemeente.example', email_verified: true });
  });

  it('brings no address of somebody else along', async () => {
    const answer = await comeBack((claims) => issuer.sign({ ...claims, sub: 'zonder', email: undefined }));
    expect([issuer.asked.get('/me'), answer]).toEqual([3, expect.anything()]);
    expect(answer).toHaveUserError('NOT_LINKED');
  });
});

describe('an issuer that does not answer as it should', () => {
  let ill: ForgedIssuer;
  let asking: { on: TestSubgraph; start(): Promise<{ data: never }> };

  beforeAll(async () => {
    ill = await ForgedIssuer.start();
    const its = await startCommunity({ openIdIssuers: [ill.config] });
    const start = () => new GivenOpenId(its).ask('startOpenIdSignIn', { issuer: 'vervalst', redirectUri });
    asking = { on: its, start: start as never };
  });
  afterAll(() => ill.stop());

  it.each<[string, (response: ServerResponse) => unknown]>([
    ['fails', (response) => response.writeHead(500).end('{}')],
    ['gives no JSON', (response) => response.end('<html>')],
    ['leads elsewhere', (response) => response.writeHead(302, { location: ill.url }).end()],
    [
      'calls itself otherwise',
      (response) => response.end(JSON.stringify({ ...ill.metadata(), issuer: 'https://x.example' })),
    ],
    [
      'names an address without https',
      (response) => response.end(JSON.stringify({ ...ill.metadata(), jwks_uri: 'http://10.0.0.1/' })),
    ],
    ['answers without end', (response) => response.end(`"${'x'.repeat(300_000)}"`)],
    ['says nothing', () => undefined],
  ])('is told by its code when it %s', async (_what, answer) => {
    ill.answers['/.well-known/openid-configuration'] = (_request, response) => void answer(response);
    asking.on.clock.set(new Date(asking.on.clock.now().getTime() + 11_000).toISOString());
    const before = performance.now();
    expect(await asking.start()).toHaveUserError('ISSUER_UNAVAILABLE');
    expect(performance.now() - before).toBeLessThan(6_000);
  });

  it('is asked no more often than every ten seconds, then again', async () => {
    const path = '/.well-known/openid-configuration';
    ill.answers[path] = (_request, response) => void response.writeHead(503).end('{}');
    asking.on.clock.set(new Date(asking.on.clock.now().getTime() + 11_000).toISOString());
    const before = ill.asked.get(path)!;
    for (let one = 0; one < 5; one += 1) expect(await asking.start()).toHaveUserError('ISSUER_UNAVAILABLE');
    expect(ill.asked.get(path)! - before).toBe(1);
    ill.answers[path] = () => ill.metadata();
    asking.on.clock.set(new Date(asking.on.clock.now().getTime() + 11_000).toISOString());
    expect((await asking.start()).data).toMatchObject({ startOpenIdSignIn: { userErrors: [] } });
  });

  it('is logged with a reason, and no secret', () => {
    expect(asking.on.log.join('\n')).toContain('"issuer":"vervalst"');
    expect(asking.on.log.join('\n')).not.toContain('a secret that no log may hold');
  });
});

describe('an access token of an issuer', () => {
  const accessClaims = (changes: Claims = {}): Claims => ({
    ...issuer.claims(null),
    sub: 'gekoppeld',
    aud: audience,
    ...changes,
  });
  const viewerOf = (token: string) => (on.subgraph as CommunitySubgraph).identity.viewerOfIssued(token);
  let person: Row;

  beforeAll(async () => {
    person = await given.person({ email_confirmed_at: '2026-01-05T09:00:00Z' });
    await on.sql(
      `insert into external_identity (id, person_id, issuer, subject, linked_at) values ('externalidentity_x', $1, $2, 'gekoppeld', now())`,
      [person.id, issuer.url],
    );
  });

  it('is nobody’s while the address of that person is not confirmed', async () => {
    await on.sql('update person set email_confirmed_at = null where id = $1', [person.id]);
    const answer = await viewerOf(await issuer.sign(accessClaims()));
    await on.sql('update person set email_confirmed_at = now() where id = $1', [person.id]);
    expect(answer).toEqual({ viewer: undefined });
  });

  it('is of the person who linked that account, with today’s rights', async () => {
    const town = await given.authority();
    await given.employment(person, town);
    expect(await viewerOf(await issuer.sign(accessClaims()))).toMatchObject({
      viewer: { personId: person.id, employments: [{ organisationId: town.id }] },
    });
  });

  it.each<[string, () => Claims]>([
    ['that nobody linked', () => ({ sub: 'onbekend' })],
    ['for another service', () => ({ aud: 'urn:ander' })],
    ['that is an ID token', () => ({ aud: 'lokaal' })],
    ['that expired', () => ({ exp: now(-120) })],
    ['from the future', () => ({ iat: now(300) })],
  ])('is nobody’s %s', async (_what, changes) => {
    expect(await viewerOf(await issuer.sign(accessClaims(changes())))).toEqual({ viewer: undefined });
  });

  it.each(['at+jwt', 'application/at+jwt', 'JWT', undefined])('may be of type %s', async (typ) => {
    const token = await issuer.sign(accessClaims(), { header: typ === undefined ? {} : { typ } });
    expect(await viewerOf(token)).toMatchObject({ viewer: { personId: person.id } });
  });

  it.each(['logout+jwt', 'secevent+jwt', 'dpop+jwt'])('is none of type %s', async (typ) => {
    expect(await viewerOf(await issuer.sign(accessClaims(), { header: { typ } }))).toEqual({ viewer: undefined });
  });

  it('of an issuer that is not configured leads to no address', async () => {
    const stranger = await ForgedIssuer.start();
    const token = await stranger.sign({ ...accessClaims(), iss: stranger.url });
    expect(await viewerOf(token)).toEqual({ viewer: undefined });
    expect([...stranger.asked]).toEqual([]);
    await stranger.stop();
  });

  it('with an unknown key has the keys fetched once, however many come', async () => {
    await viewerOf(await issuer.sign(accessClaims()));
    on.clock.set(new Date(Date.now() + 45_000).toISOString());
    const before = issuer.asked.get('/keys')!;
    for (let one = 0; one < 5; one += 1)
      expect(await viewerOf(await issuer.sign(accessClaims(), { header: { kid: `onbekend-${one}` } }))).toEqual({
        viewer: undefined,
      });
    expect(issuer.asked.get('/keys')! - before).toBe(1);
  });

  it('says that the issuer is down when its keys cannot be had', async () => {
    const { answers } = issuer;
    const keys = answers['/keys']!;
    answers['/keys'] = (_request, response) => void response.writeHead(500).end('{}');
    on.clock.set(new Date(Date.now() + 30 * 60_000).toISOString());
    const late = { iat: now(1_800), exp: now(2_100) };
    expect(await viewerOf(await issuer.sign(accessClaims(late)))).toEqual({ unavailable: true });
    answers['/keys'] = keys;
  });
});
