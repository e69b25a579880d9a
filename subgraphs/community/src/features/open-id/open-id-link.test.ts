import '../../../../../shared/test/matchers.js';
import { redirectUri, TestIssuer } from '../../../../../shared/test/open-id-issuer.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { hash } from '@node-rs/argon2';
import { anonymous } from '@lokaal/shared/auth';
import { Given, type GivenPerson, signedIn, staff, startCommunity } from '../../../test/given.js';
import { GivenOpenId } from '../../../test/given-open-id.js';
import { KeptMails } from '../../../test/kept-mails.js';

const password = 'een goed lang wachtwoord';

let on: TestSubgraph;
let given: Given;
let issuer: TestIssuer;
let openId: GivenOpenId;
let mails: KeptMails;

beforeAll(async () => {
  issuer = await TestIssuer.start('overheid', { trustsEmail: false });
  on = await startCommunity({ openIdIssuers: [issuer.config] });
  on.clock.set(new Date().toISOString());
  given = new Given(on);
  openId = new GivenOpenId(on);
  mails = await KeptMails.of(on);
});
afterAll(() => issuer.stop());

const MINE = '{ me { externalIdentities { nodes { id issuer subject } } } }';
const linksOf = async (person: GivenPerson) =>
  (await on.as(signedIn(person)).run(MINE)).data.me.externalIdentities.nodes as { id: string; subject: string }[];

/** Links and gives the answer. */
async function link(person: GivenPerson, subject: string) {
  const back = await openId.comeBack(await openId.startLink(signedIn(person), 'overheid'), subject);
  return openId.ask('linkOpenIdIdentity', back, signedIn(person));
}

async function account(): Promise<GivenPerson> {
  const person = await given.person({ email_confirmed_at: '2026-01-05T09:00:00Z' });
  const made = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  await on.sql('insert into credential values ($1, $2, now())', [person.id, made]);
  return person;
}

describe('linkOpenIdIdentity', () => {
  it('lets who is signed in sign in elsewhere from then on, whatever address there is', async () => {
    const person = await given.person({ email_confirmed_at: '2026-01-05T09:00:00Z' });
    const { data } = await link(person, 'an');
    expect(data.linkOpenIdIdentity).toEqual({
      externalIdentity: { id: expect.any(String), issuer: issuer.config.issuer, subject: 'an' },
      userErrors: [],
    });
    const answer = await openId.signIn(issuer, 'an');
    expect(answer.data.finishOpenIdSignIn.userErrors).toEqual([]);
    expect(await on.sql('select from session where person_id = $1', [person.id])).toHaveLength(1);
  });

  it('lets nobody in whose address was not confirmed since', async () => {
    const person = await given.person({ email_confirmed_at: '2026-01-05T09:00:00Z' });
    await link(person, 'ongewis');
    await on.sql('update person set email_confirmed_at = null where id = $1', [person.id]);
    const answer = await openId.signIn(issuer, 'ongewis');
    expect(answer).toHaveUserError('INVALID_STATE');
  });

  it('is told to the owner, whatever strangers asked for, and again with every new password', async () => {
    const person = await account();
    const ask = (name: string, input: object) => {
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
      return on
        .as(anonymous)
        .run(`mutation ($input: ${type}) { ${name}(input: $input) { userErrors { code } } }`, { input });
    };
    for (let time = 0; time < 6; time += 1) await ask('requestPasswordReset', { email: person.email });
    const departure = await openId.startLink(signedIn(person), 'overheid', password);
    await openId.ask('linkOpenIdIdentity', await openId.comeBack(departure, 'achterdeur'), signedIn(person));
    const [, , , , , linked] = await mails.to(person.email);
    expect(linked?.subject).toBe('Een andere manier van aanmelden is gekoppeld');
    const token = /#token=([\w-]+)/.exec((await mails.to(person.email))[0]?.text ?? '')?.[1];
    expect((await ask('resetPassword', { token, password })).data.resetPassword.userErrors).toEqual([]);
    expect((await mails.to(person.email)).at(-1)?.text).toContain(
      'Aanmelden kan nog altijd ook met: Aanbieder overheid.',
    );
  });

  it('changes nothing when it is done again', async () => {
    const person = await given.person();
    await link(person, 'bas');
    await link(person, 'bas');
    expect(await linksOf(person)).toHaveLength(1);
  });

  it('is refused of an account that is somebody else’s', async () => {
    const [first, second] = [await given.person(), await given.person()];
    await link(first, 'cleo');
    expect(await link(second, 'cleo')).toHaveUserError('ALREADY_EXISTS');
    expect(await linksOf(second)).toEqual([]);
  });

  it('is refused of a second account of one issuer', async () => {
    const person = await given.person();
    await link(person, 'dora');
    expect(await link(person, 'dora-twee')).toHaveUserError('ALREADY_EXISTS');
    expect(await linksOf(person)).toMatchObject([{ subject: 'dora' }]);
  });

  it('is refused of what another person began, and of what was begun to sign in', async () => {
    const [victim, thief] = [await given.person(), await given.person()];
    const begunByThief = await openId.comeBack(await openId.startLink(signedIn(thief), 'overheid'), 'eva');
    const begunToSignIn = await openId.comeBack(await openId.start('overheid'), 'eva');
    const begunToLink = await openId.comeBack(await openId.startLink(signedIn(victim), 'overheid'), 'eva');
    for (const back of [begunByThief, begunToSignIn])
      expect(await openId.ask('linkOpenIdIdentity', back, signedIn(victim))).toHaveUserError('INVALID_TOKEN');
    expect(await openId.finish(begunToLink)).toHaveUserError('INVALID_TOKEN');
    expect([await linksOf(victim), await linksOf(thief)]).toEqual([[], []]);
  });

  it('asks for the password of who has one', async () => {
    const person = await account();
    const start = (typed?: string) =>
      openId.ask('startOpenIdLink', { issuer: 'overheid', redirectUri, password: typed }, signedIn(person));
    expect(await start()).toHaveUserError('BAD_USER_INPUT', ['password']);
    expect(await start('een ander lang wachtwoord')).toHaveUserError('INVALID_CREDENTIALS', ['password']);
    expect((await start(password)).data.startOpenIdLink.userErrors).toEqual([]);
  });

  it('is for who is signed in', async () => {
    const back = { flowToken: 'x', state: 'x', code: 'x' };
    expect(await openId.ask('linkOpenIdIdentity', back)).toHaveError('UNAUTHENTICATED');
    expect(await openId.ask('startOpenIdLink', { issuer: 'overheid', redirectUri })).toHaveError('UNAUTHENTICATED');
    expect(await openId.ask('unlinkOpenIdIdentity', { id: 'x' })).toHaveError('UNAUTHENTICATED');
  });
});

describe('unlinkOpenIdIdentity', () => {
  it('takes the way in away, and ends the sessions', async () => {
    const person = await given.person();
    await link(person, 'fien');
    await openId.signIn(issuer, 'fien');
    const { id } = (await linksOf(person))[0]!;
    const { data } = await openId.ask('unlinkOpenIdIdentity', { id }, signedIn(person));
    expect(data.unlinkOpenIdIdentity).toEqual({ deletedId: id, userErrors: [] });
    expect(await openId.signIn(issuer, 'fien')).toHaveUserError('NOT_LINKED');
    expect(await on.sql('select from session where person_id = $1 and ended_at is null', [person.id])).toEqual([]);
  });

  it('finds nothing of others', async () => {
    const person = await given.person();
    await link(person, 'gust');
    const { id } = (await linksOf(person))[0]!;
    const input = { id };
    const clerk = staff(await given.person());
    expect(await openId.ask('unlinkOpenIdIdentity', input, clerk)).toHaveUserError('NOT_FOUND', ['id']);
    expect((await on.as(clerk).run('query ($id: ID!) { node(id: $id) { id } }', input)).data.node).toBeNull();
    expect((await on.as(anonymous).run('query ($id: ID!) { node(id: $id) { id } }', input)).data.node).toBeNull();
    expect(await linksOf(person)).toHaveLength(1);
  });
});
