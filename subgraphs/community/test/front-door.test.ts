import '../../../shared/test/matchers.js';
import { decodeJwt } from 'jose';
import type { TestSubgraph } from '../../../shared/test/subgraph.js';
import { anonymous } from '@lokaal/shared/auth';
import { hashPassword } from '../src/features/identity/password-hash.js';
import type { CommunitySubgraph } from '../src/index.js';
import { employee, Given, signedIn, startCommunity } from './given.js';

const password = 'een goed lang wachtwoord';
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { accessToken userErrors { code } } }`;

let on: TestSubgraph;
let given: Given;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
});

async function account() {
  const person = await given.person({ email_confirmed_at: on.clock.now() });
  const values = [person.id, await hashPassword(password), on.clock.now()];
  await on.sql('insert into credential (person_id, password_hash, changed_at) values ($1, $2, $3)', values);
  return person;
}

it('signs a person in, and tells the gateway who that is', async () => {
  const [person, town] = [await account(), await given.authority()];
  await given.employment(person, town, { roles: ['READER'] });
  const { data } = await on.as(anonymous).run(SIGN_IN, { input: { email: person.email, password } });
  const { sub, sid } = decodeJwt(data.signIn.accessToken);
  const { identity } = on.subgraph as CommunitySubgraph;
  const viewer = await identity.viewerOf({ personId: String(sub), sessionId: String(sid) });
  expect(viewer).toEqual(employee(person, town));
  expect((await on.as(viewer!).run('{ me { id } }')).data.me).toEqual({ id: person.id });
});

it('ends every session of a person who asks for it', async () => {
  const person = await account();
  const { data } = await on.as(anonymous).run(SIGN_IN, { input: { email: person.email, password } });
  await on.as(signedIn(person)).run('mutation { signOutEverywhere { userErrors { code } } }');
  const { sid } = decodeJwt(data.signIn.accessToken);
  const { identity } = on.subgraph as CommunitySubgraph;
  expect(await identity.viewerOf({ personId: person.id, sessionId: String(sid) })).toBeUndefined();
});

it('refuses a wrong password', async () => {
  const { email } = await account();
  expect(await on.as(anonymous).run(SIGN_IN, { input: { email, password: 'nee' } })).toHaveUserError(
    'INVALID_CREDENTIALS',
  );
});

it('publishes the keys of its tokens', async () => {
  const { keys } = await (on.subgraph as CommunitySubgraph).identity.jwks();
  expect(keys).toEqual([expect.objectContaining({ kty: 'OKP', crv: 'Ed25519' })]);
});
