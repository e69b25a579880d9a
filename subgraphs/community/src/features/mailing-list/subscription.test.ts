import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { Given, type Row, signedIn, staff, startCommunity } from '../../../test/given.js';
import { GivenKnowledge } from '../../../test/given-knowledge.js';
import { KeptMails } from '../../../test/kept-mails.js';
import { createDataSource } from '@lokaal/shared/database';
import { removeListLeftovers } from './list-cleanup.js';

let on: TestSubgraph;
let given: Given;
let knowledge: GivenKnowledge;
let list: Row;
let mails: KeptMails;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  knowledge = new GivenKnowledge(on);
  list = await knowledge.mailingList();
  mails = await KeptMails.of(on);
});
afterEach(() => on.clock.set('2026-11-02T09:00:00Z'));

const mutation = (name: string, more = ''): string =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${more} userErrors { code field message } } }`;

/** As the gateway asks, with the address of the client. */
async function ask(name: string, input: object, { viewer = anonymous as Viewer, from = '', more = '' } = {}) {
  const answer = await on.subgraph.execute({
    query: mutation(name, more),
    variables: { input },
    viewer,
    requestId: 'test',
    ...(from && { clientAddress: from }),
  });
  return JSON.parse(JSON.stringify(answer)) as { data: Record<string, Record<string, unknown>> };
}

const subscribe = (email: string, more: object = {}, caller: object = {}) =>
  ask('subscribeToMailingList', { listId: list.id, email, ...more }, { more: 'mailingList { id }', ...caller });
const confirm = (token: string) => ask('confirmMailingListSubscription', { token }, { more: 'mailingList { id }' });
const unsubscribe = (token: string) => ask('unsubscribeFromMailingList', { token });

let addresses = 0;
const newAddress = (): string => `abonnee${++addresses}@gemeente.example`;

const stateOf = async (email: string): Promise<string | undefined> =>
  (await on.sql<{ state: string }>('select state from mailing_list_subscription where email = $1', [email]))[0]?.state;

async function tokenFor(email: string): Promise<string> {
  const kept = await mails.to(email);
  return /mailing-lists\/confirm\/([\w-]{43})/.exec(kept.at(-1)?.text ?? '')?.[1] ?? '';
}

describe('a subscription to a mailing list', () => {
  it('waits for the owner of the address, who needs no account', async () => {
    const email = newAddress();
    const answer = await subscribe(email);
    expect(answer.data['subscribeToMailingList']).toEqual({ mailingList: { id: list.id }, userErrors: [] });
    expect(await stateOf(email)).toBe('PENDING');
    const confirmed = await confirm(await tokenFor(email));
    expect(confirmed.data['confirmMailingListSubscription']).toEqual({ mailingList: { id: list.id }, userErrors: [] });
    expect(await stateOf(email)).toBe('CONFIRMED');
  });

  it('is answered in the same way when there is one already, and the owner is told', async () => {
    const email = newAddress();
    await knowledge.subscription(list, { email });
    expect(await subscribe(email)).toEqual(await subscribe(newAddress()));
    expect((await mails.to(email)).map(({ subject }) => subject)).toEqual([
      'U bent al ingeschreven op Cyberweerbaarheidswoensdag',
    ]);
    expect(await stateOf(email)).toBe('CONFIRMED');
  });

  it('is one for every spelling of an address, also when it is asked for at once', async () => {
    const email = newAddress();
    await Promise.all([subscribe(email), subscribe(email.toUpperCase()), subscribe(email)]);
    const rows = await on.sql('select 1 from mailing_list_subscription where lower(email) = $1', [email]);
    expect(rows).toHaveLength(1);
    expect(await mails.to(email)).toHaveLength(3);
  });

  it('is confirmed by each link that was mailed, twice too', async () => {
    const email = newAddress();
    await subscribe(email);
    const first = await tokenFor(email);
    await subscribe(email);
    for (const token of [first, first]) expect(await confirm(token)).not.toHaveUserError('INVALID_TOKEN');
    expect(await stateOf(email)).toBe('CONFIRMED');
  });

  it('is not confirmed after three days, nor by anything else than a link', async () => {
    const email = newAddress();
    await subscribe(email);
    const token = await tokenFor(email);
    on.clock.set('2026-11-05T09:00:00Z');
    for (const wrong of [token, token.slice(1), '', 'x'.repeat(43)])
      expect(await confirm(wrong)).toHaveUserError('INVALID_TOKEN', ['token']);
    expect(await stateOf(email)).toBe('PENDING');
  });

  it('is there at once for who is signed in with that very address', async () => {
    const person = await given.person({ email: newAddress(), email_confirmed_at: '2026-01-01T00:00:00Z' });
    await subscribe(person.email, { language: 'FR' }, { viewer: signedIn(person) });
    const { data } = await on
      .as(signedIn(person))
      .run('{ mySubscriptions { nodes { email state language list { name } } totalCount } }');
    expect(data.mySubscriptions).toEqual({
      nodes: [
        { email: person.email, state: 'CONFIRMED', language: 'FR', list: { name: 'Cyberweerbaarheidswoensdag' } },
      ],
      totalCount: 1,
    });
    expect(await mails.to(person.email)).toEqual([]);
  });

  it.each([
    ['another address', { email_confirmed_at: '2026-01-01T00:00:00Z' }, true],
    ['an address that was never confirmed', {}, false],
  ])('is not there at once for %s', async (_name, columns, isOther) => {
    const person = await given.person({ email: newAddress(), ...columns });
    const email = isOther ? newAddress() : person.email;
    await subscribe(email, {}, { viewer: signedIn(person) });
    expect(await stateOf(email)).toBe('PENDING');
  });

  it('is refused for a list that is not there, or takes no more', async () => {
    const closed = await knowledge.mailingList({ open: false });
    const email = newAddress();
    expect(await subscribe(email, { listId: newId('mailinglist') })).toHaveUserError('NOT_FOUND', ['listId']);
    expect(await subscribe(email, { listId: closed.id })).toHaveUserError('INVALID_STATE');
    expect(await subscribe('geen adres')).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(await stateOf(email)).toBeUndefined();
  });

  it('is mailed about five times an hour at most for one caller', async () => {
    const email = newAddress();
    for (let time = 0; time < 7; time++) await subscribe(email);
    expect(await mails.to(email)).toHaveLength(5);
  });

  it.each([
    ['for another list', () => knowledge.mailingList(), '198.51.100.1'],
    ['from elsewhere', () => Promise.resolve(list), '192.0.2.1'],
  ])('is mailed about to who asks %s, however often strangers asked', async (_what, listOf, from) => {
    const [email, { id }] = [newAddress(), await listOf()];
    for (let time = 0; time < 6; time++) await subscribe(email, {}, { from: '198.51.100.1' });
    await subscribe(email, { listId: id }, { from });
    expect(await mails.to(email)).toHaveLength(6);
  });

  it('is asked for twenty times an hour at most from one address, all at once too', async () => {
    const from = '203.0.113.7';
    const answers = [];
    // four at a time: as many as the tests have connections
    for (let round = 0; round < 6; round++)
      answers.push(...(await Promise.all([1, 2, 3, 4].map(() => subscribe(newAddress(), {}, { from })))));
    const refused = answers.filter(({ data }) => JSON.stringify(data).includes('RATE_LIMITED'));
    expect(refused).toHaveLength(4);
    expect(await subscribe(newAddress(), {}, { from: '203.0.113.8' })).not.toHaveUserError('RATE_LIMITED');
    on.clock.set('2026-11-02T10:00:01Z');
    expect(await subscribe(newAddress(), {}, { from })).not.toHaveUserError('RATE_LIMITED');
    const kept = await on.sql<{ origin: string }>('select origin from mailing_list_request');
    expect(JSON.stringify(kept)).not.toContain('203.0.113');
  });

  it('keeps no token, only its hash', async () => {
    const email = newAddress();
    await subscribe(email);
    const token = await tokenFor(email);
    const [{ kept }] = (await on.sql<{ kept: string }>(
      `select string_agg(c::text, ' ') as kept from mailing_list_confirmation as c`,
    )) as [{ kept: string }];
    expect(token).toHaveLength(43);
    expect(kept).not.toContain(token);
  });

  it('is forgotten when nobody confirms it in a week, and a month after it ended', async () => {
    const [pending, ended, kept] = [newAddress(), newAddress(), newAddress()];
    await subscribe(pending);
    await knowledge.subscription(list, {
      email: ended,
      state: 'UNSUBSCRIBED',
      unsubscribed_at: '2026-10-09T09:00:00Z',
    });
    await knowledge.subscription(list, { email: kept });
    const db = await createDataSource({ url: on.urls.server, applicationName: 'test', entities: [] });
    await removeListLeftovers(db, new Date('2026-11-08T09:00:00Z'));
    expect([await stateOf(pending), await stateOf(ended)]).toEqual(['PENDING', 'UNSUBSCRIBED']);
    await removeListLeftovers(db, new Date('2026-11-09T09:00:01Z'));
    await db.destroy();
    expect([await stateOf(pending), await stateOf(ended), await stateOf(kept)]).toEqual([
      undefined,
      undefined,
      'CONFIRMED',
    ]);
  });
});

describe('ending a subscription', () => {
  const end = (id: string, viewer: Viewer) =>
    ask('endMailingListSubscription', { id }, { viewer, more: 'subscription { state }' });

  it('is for its owner and for staff', async () => {
    const owner = await given.person({ email_confirmed_at: '2026-01-01T00:00:00Z' });
    const [own, other] = [
      await knowledge.subscription(list, { email: owner.email }),
      await knowledge.subscription(list),
    ];
    const ended = { subscription: { state: 'UNSUBSCRIBED' }, userErrors: [] };
    expect((await end(own.id, signedIn(owner))).data['endMailingListSubscription']).toEqual(ended);
    expect((await end(other.id, staff(owner))).data['endMailingListSubscription']).toEqual(ended);
    expect(await end(own.id, signedIn(owner))).toHaveUserError('INVALID_STATE');
  });

  it('of somebody else is refused as one that is not there', async () => {
    const stranger = signedIn(await given.person());
    const { id } = await knowledge.subscription(list);
    expect(await end(id, stranger)).toEqual(await end(newId('subscription'), stranger));
    expect(await end(id, stranger)).toHaveUserError('NOT_FOUND');
  });
});

describe('what is seen of a list', () => {
  it('is its number of subscribers for everybody, and addresses for their owners and for staff', async () => {
    const own = await knowledge.mailingList({ name: 'Eigen lijst' });
    const owner = await given.person({ email_confirmed_at: '2026-01-01T00:00:00Z' });
    await knowledge.subscription(own, { email: owner.email });
    await knowledge.subscription(own);
    await knowledge.subscription(own, { state: 'PENDING', confirmed_at: null });
    const query =
      'query ($slug: String!) { mailingList(slug: $slug) { subscriberCount subscriptions { totalCount nodes { email } } } }';
    const [{ slug }] = (await on.sql<{ slug: string }>('select slug from mailing_list where id = $1', [own.id])) as [
      { slug: string },
    ];
    const seen = async (viewer: Viewer) => (await on.as(viewer).run(query, { slug })).data.mailingList;
    const none = { subscriberCount: 2, subscriptions: { totalCount: 0, nodes: [] } };
    expect([await seen(anonymous), await seen(signedIn(await given.person()))]).toEqual([none, none]);
    expect((await seen(signedIn(owner))).subscriptions.nodes).toEqual([{ email: owner.email }]);
    expect((await seen(staff(owner))).subscriptions.totalCount).toBe(3);
  });
});

it('the link of an old confirmation does not bring back who unsubscribed', async () => {
  const email = newAddress();
  await subscribe(email);
  const token = await tokenFor(email);
  await confirm(token);
  const [{ id }] = (await on.sql<Row>('select id from mailing_list_subscription where email = $1', [email])) as [Row];
  await ask('endMailingListSubscription', { id }, { viewer: staff(await given.person()) });
  expect(await confirm(token)).toHaveUserError('INVALID_TOKEN');
  expect(await stateOf(email)).toBe('UNSUBSCRIBED');
  expect(await unsubscribe('niets')).toEqual({ data: { unsubscribeFromMailingList: { userErrors: [] } } });
});
