import { decodeJwt, exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import {
  accessTokenRules,
  anonymous,
  type ApiKeyReference,
  hashOfApiKey,
  type IdentityProvider,
  newApiKey,
  type SessionReference,
  type Viewer,
  type ViewerApiKey,
  createRequestSigner,
} from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { serveSubgraph } from '@lokaal/shared/http';
import { createTokenIdentity } from '../src/identity.js';
import { remoteIdentityProvider } from '../src/remote-identity.js';
import { FakeSubgraph } from './fake-subgraphs.js';
import { loggedLines, secret, startGraph, transports, type Graph } from './graph.js';

const systemId = newId('apikey');
const systemKey = newApiKey(systemId);
const system: Omit<ViewerApiKey, 'id'> = {
  scopes: ['CATALOGUE_WRITE'],
  organisation: { organisationId: 'organisation-1', organisationKind: 'COMPANY', predecessorIds: [] },
  circlePeerIds: [],
};

/** Stands in for the community: one person with one session, and keys that can be rotated. */
class Community implements IdentityProvider {
  readonly sessions = new Map<string, Viewer>([['session-1', { ...anonymous, personId: 'person-1' }]]);
  readonly keys: JWK[] = [];
  fails = false;
  /** What its answers wait for. */
  gate: Promise<void> = Promise.resolve();

  async jwks() {
    if (this.fails) throw new Error('the database is away');
    return { keys: this.keys as never };
  }

  async viewerOf({ sessionId }: SessionReference): Promise<Viewer | undefined> {
    await this.gate;
    if (this.fails) throw new Error('the database is away');
    return this.sessions.get(sessionId);
  }

  async viewerOfKey({ keyId, secretHash }: ApiKeyReference): Promise<Viewer | undefined> {
    if (this.fails) throw new Error('the database is away');
    return secretHash === hashOfApiKey(systemKey) ? { ...anonymous, apiKey: { ...system, id: keyId } } : undefined;
  }

  async viewerOfIssued(issued: string) {
    if (this.fails) throw new Error('the database is away');
    const { iss, sub } = decodeJwt(issued);
    if (iss === 'https://down.example') return { unavailable: true } as const;
    return { viewer: iss === 'https://login.example' ? { ...anonymous, personId: sub } : undefined };
  }

  async newKey(kid: string) {
    const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
    this.keys.push({ ...(await exportJWK(publicKey)), kid, alg: 'EdDSA', use: 'sig' });
    return { privateKey, kid };
  }
}

type Key = Awaited<ReturnType<Community['newKey']>>;
const now = (): number => Math.floor(Date.now() / 1000);

interface TokenParts {
  readonly header?: Record<string, unknown>;
  readonly claims?: Record<string, unknown>;
}

const token = ({ privateKey, kid }: Key, { header = {}, claims = {} }: TokenParts = {}): Promise<string> =>
  new SignJWT({
    iss: accessTokenRules.issuer,
    aud: accessTokenRules.audience,
    sub: 'person-1',
    sid: 'session-1',
    iat: now(),
    exp: now() + 600,
    ...claims,
  })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid, ...header })
    .sign(privateKey);

describe.each(transports)('who asks, with the community %s', (transport) => {
  let community: Community;
  let key: Key;
  let graph: Graph;
  let close: () => Promise<void>;
  const ask = (authorization: string) => graph.ask('{ whoAsks }', { headers: { authorization } });

  beforeAll(async () => {
    community = new Community();
    key = await community.newKey('key-1');
    const { logger } = loggedLines();
    const options = { host: '127.0.0.1', port: 0, secret, logger, identity: community };
    const service = transport === 'over HTTP' ? await serveSubgraph(new FakeSubgraph('community'), options) : undefined;
    const provider = service
      ? remoteIdentityProvider(`${service.url}/graphql`, createRequestSigner(secret))
      : community;
    graph = await startGraph({
      transport,
      identity: createTokenIdentity(provider, { time: 1000 }),
      keys: () => provider.jwks(),
    });
    close = async () => {
      await graph.close();
      await service?.close();
    };
  });
  afterAll(() => close());

  it('is the person of the token', async () => {
    expect((await ask(`Bearer ${await token(key)}`)).body).toEqual({ data: { whoAsks: 'person-1' } });
  });

  it.each(['', 'Bearer', 'Bearer '])('is nobody without a token: "%s"', async (authorization) => {
    expect((await ask(authorization)).body).toEqual({ data: { whoAsks: 'nobody' } });
  });

  it.each<[string, TokenParts]>([
    ['that has expired', { claims: { exp: now() - 120 } }],
    ['that is not valid yet', { claims: { nbf: now() + 120 } }],
    ['of another issuer', { claims: { iss: 'somebody' } }],
    ['for another audience', { claims: { aud: 'somebody' } }],
    ['of another kind', { header: { typ: 'refresh+jwt' } }],
    ['without end', { claims: { exp: undefined } }],
    ['without a session', { claims: { sid: undefined } }],
    ['of a session that was ended', { claims: { sid: 'session-2' } }],
    ['of an unknown key', { header: { kid: 'key-9' } }],
  ])('refuses a token %s', async (_what, parts) => {
    const { status, headers, body } = await ask(`Bearer ${await token(key, parts)}`);
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer error="invalid_token"']);
    expect(body).toEqual({ errors: [{ message: expect.any(String), extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it.each(['Bearer x', 'Bearer a.b.c', 'Basic abc', 'Bearer a b'])(
    'refuses what is no token: %s',
    async (authorization) => {
      expect((await ask(authorization)).status).toBe(401);
    },
  );

  it('refuses a token that names another algorithm', async () => {
    const forged = await new SignJWT({ sub: 'person-1', sid: 'session-1' })
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: 'key-1' })
      .setExpirationTime('5m')
      .sign(new TextEncoder().encode(community.keys.at(0)?.x));
    expect((await ask(`Bearer ${forged}`)).status).toBe(401);
  });

  it('forgives clocks that differ by less than a minute', async () => {
    const answer = await ask(`Bearer ${await token(key, { claims: { exp: now() - 30, nbf: now() + 30 } })}`);
    expect(answer.body).toEqual({ data: { whoAsks: 'person-1' } });
  });

  it('asks the community about tokens of other issuers, which it knows', async () => {
    const issued = (iss: string) => token(key, { claims: { iss } });
    expect((await ask(`Bearer ${await issued('https://login.example')}`)).body).toEqual({
      data: { whoAsks: 'person-1' },
    });
    const { status, headers, body } = await ask(`Bearer ${await issued('https://down.example')}`);
    expect([status, headers.get('retry-after'), body.errors?.[0]?.extensions]).toEqual([
      503,
      '60',
      { code: 'ISSUER_UNAVAILABLE' },
    ]);
  });

  it('says so when the community cannot be asked', async () => {
    community.fails = true;
    const { status, headers, body } = await ask(`Bearer ${await token(key)}`);
    community.fails = false;
    expect([status, headers.get('retry-after'), body.errors?.[0]?.extensions]).toEqual([
      503,
      '1',
      { code: 'SUBGRAPH_UNAVAILABLE', service: 'community' },
    ]);
  });

  it('says so when the community does not answer in time', async () => {
    let open = (): void => undefined;
    community.gate = new Promise((resolve) => (open = resolve));
    const { status, headers, body } = await ask(`Bearer ${await token(key)}`);
    open();
    expect([status, headers.get('retry-after'), body.errors?.[0]?.extensions]).toEqual([
      503,
      '1',
      { code: 'TIMEOUT', service: 'community' },
    ]);
  });

  it('publishes the keys by which others verify its tokens', async () => {
    const answer = await fetch(new URL('/.well-known/jwks.json', graph.url));
    expect([answer.headers.get('content-type'), await answer.json()]).toEqual([
      'application/jwk-set+json; charset=utf-8',
      { keys: community.keys },
    ]);
  });

  it('says so when its keys cannot be read', async () => {
    community.fails = true;
    const answer = await fetch(new URL('/.well-known/jwks.json', graph.url));
    community.fails = false;
    expect([answer.status, await answer.json()]).toEqual([
      503,
      { errors: [{ message: expect.any(String), extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] },
    ]);
  });

  it('is the system of the API key, and no person', async () => {
    expect((await ask(`Bearer ${systemKey}`)).body).toEqual({ data: { whoAsks: systemId } });
  });

  it.each([
    ['with another secret', `${systemKey.slice(0, -4)}${systemKey.endsWith('0000') ? '1111' : '0000'}`],
    ['of another key', newApiKey(newId('apikey'))],
    ['that was cut off', systemKey.slice(0, -1)],
    ['that is too long', `${systemKey}0`],
    ['in capitals', systemKey.toUpperCase().replace('LDK', 'ldk')],
    ['that is only a beginning', 'ldk_'],
  ])('refuses a key %s, in the words for any other', async (_what, wrong) => {
    const [{ status, body }, unknown] = [await ask(`Bearer ${wrong}`), await ask('Bearer a.b.c')];
    expect(status).toBe(401);
    expect(body).toEqual(unknown.body);
  });

  it('says so when the community cannot be asked about a key', async () => {
    community.fails = true;
    const { status } = await ask(`Bearer ${systemKey}`);
    community.fails = false;
    expect(status).toBe(503);
  });

  it('never hands the token or key on to a subgraph', () => {
    const requests = JSON.stringify(graph.subgraphs.community.requests);
    expect(requests).not.toContain('eyJ');
    expect(requests).not.toContain(systemKey);
  });

  it('is in no line of the log by the key, however it was sent', async () => {
    const text = `query Q { whoAsks(x: "${systemKey}") }`;
    await graph.ask(text, { headers: { authorization: `Bearer ${systemKey}`, 'x-api-key': systemKey } });
    await graph.ask('query Q($key: String) { whoAsks }', { variables: { key: systemKey, [systemKey]: 1 } });
    await fetch(`${graph.url}/graphql?query=%7BwhoAsks%7D&key=${systemKey}`);
    await fetch(`${graph.url}/certificates/${systemKey}`);
    await graph.ask(`query ${systemKey} { whoAsks }`, { headers: { 'x-request-id': systemKey } });
    expect(graph.lines.length).toBeGreaterThan(4);
    expect(graph.lines.join('')).not.toContain(systemKey.slice(-64));
  });
});
