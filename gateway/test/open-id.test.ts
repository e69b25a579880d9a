import { redirectUri, TestBrowser, TestIssuer } from '../../shared/test/open-id-issuer.js';
import { TestClock } from '../../shared/test/subgraph.js';
import { transports } from './graph.js';
import { startWholeGraph, type WholeGraph } from './whole-graph.js';

const START = `mutation ($input: StartOpenIdSignInInput!) { startOpenIdSignIn(input: $input) { authorizationUrl flowToken } }`;
const FINISH = `mutation ($input: FinishOpenIdSignInInput!) { finishOpenIdSignIn(input: $input) {
  accessToken userErrors { code } } }`;
const MINE = '{ me { email externalIdentities { nodes { subject } } } }';

const officer = 'dpo@bilzen-hoeselt.example';
const clock = new TestClock();

let graph: WholeGraph;
let issuer: TestIssuer;

beforeAll(async () => {
  issuer = await TestIssuer.start('overheid');
  await issuer.account('officer', { email: officer, email_verified: true });
  graph = await startWholeGraph({ openIdIssuers: [issuer.config], clock });
});
beforeEach(() => clock.set(new Date().toISOString()));
afterAll(() => issuer.stop());

describe.each(transports)('who signs in elsewhere, %s', (transport) => {
  const ask = async <Field>(query: string, input?: object): Promise<Field> => {
    const { body } = await graph.ask(transport, query, { variables: { input } });
    expect(body.errors).toBeUndefined();
    return Object.values(body.data!)[0] as Field;
  };
  const asWith = (token: string) => graph.ask(transport, MINE, { headers: { authorization: `Bearer ${token}` } });

  /** The token of a session here. */
  async function signIn(): Promise<string> {
    const start = { issuer: 'overheid', redirectUri };
    const { authorizationUrl, flowToken } = await ask<{ authorizationUrl: string; flowToken: string }>(START, start);
    const back = await new TestBrowser().signIn(authorizationUrl, 'officer');
    return (await ask<{ accessToken: string }>(FINISH, { flowToken, ...back })).accessToken;
  }

  it('is the person with that address here, and asks as such', async () => {
    const { body } = await asWith(await signIn());
    expect(body.data).toEqual({ me: { email: officer, externalIdentities: { nodes: [{ subject: 'officer' }] } } });
  });

  it('asks with an access token of the issuer just as well, once linked', async () => {
    const token = await issuer.accessToken('officer');
    expect((await asWith(token)).body.data).toMatchObject({ me: { email: officer } });
  });

  it('is refused with a token that nobody linked, that was changed, or that is of an unknown issuer', async () => {
    const token = await issuer.accessToken('vreemde');
    const [head, , signature] = token.split('.');
    const claims = Buffer.from(JSON.stringify({ iss: 'https://kwaad.example', sub: 'officer' })).toString('base64url');
    for (const one of [token, `${token.slice(0, -3)}abc`, `${head}.${claims}.${signature}`]) {
      const { status, body } = await asWith(one);
      expect([status, body.errors?.[0]?.extensions['code']]).toEqual([401, 'UNAUTHENTICATED']);
    }
  });
});

it.each(transports)('says that the issuer is down, and lets others go on, %s', async (transport) => {
  const token = await issuer.accessToken('officer').catch(() => lastToken);
  lastToken = token;
  await issuer.stop();
  clock.set(new Date(Date.now() + 60 * 60_000).toISOString());
  const { status, body } = await graph.ask(transport, MINE, { headers: { authorization: `Bearer ${token}` } });
  expect([status, body.errors?.[0]?.extensions['code']]).toEqual([503, 'ISSUER_UNAVAILABLE']);
  const headers = await graph.signIn(officer);
  expect((await graph.ask(transport, MINE, { headers })).body.data).toMatchObject({ me: { email: officer } });
});

/** Of before the issuer went down. */
let lastToken = '';
