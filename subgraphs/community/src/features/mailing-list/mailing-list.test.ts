import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { Given, signedIn, staff, startCommunity } from '../../../test/given.js';
import { GivenKnowledge } from '../../../test/given-knowledge.js';

let on: TestSubgraph;
let given: Given;
let knowledge: GivenKnowledge;
let editor: Viewer;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  knowledge = new GivenKnowledge(on);
  editor = staff(await given.person());
});

const LIST = 'mailingList { id version slug name description open subscriberCount }';
const mutate = (name: string, input: object, viewer = editor) =>
  on
    .as(viewer)
    .run(
      `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${LIST} userErrors { code field } } }`,
      { input },
    );
const count = async () => (await on.sql<{ n: number }>('select count(*)::integer as n from mailing_list'))[0]?.n;
const list = (slug: string) => ({ slug, name: 'Nieuws over OSLO', description: 'Elke maand het nieuws over OSLO.' });

describe('a mailing list', () => {
  it('is begun by staff, and takes subscriptions at once', async () => {
    const { data } = await mutate('createMailingList', list('oslo'));
    expect(data.createMailingList).toEqual({
      mailingList: { id: expect.any(String), version: 1, ...list('oslo'), open: true, subscriberCount: 0 },
      userErrors: [],
    });
  });

  it('is begun once, however often the call is sent', async () => {
    const calls = Array.from({ length: 5 }, () => ({ ...list('een-keer'), idempotencyKey: 'list-1' }));
    const answers = await Promise.all(calls.map((input) => mutate('createMailingList', input)));
    const ids = answers.map(({ data }) => data.createMailingList.mailingList?.id);
    expect(new Set(ids).size).toBe(1);
  });

  it('has a slug of its own, also when several are begun at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => mutate('createMailingList', list('eigen-sleutel'))),
    );
    const errors = answers.flatMap(({ data }) => data.createMailingList.userErrors);
    expect(errors).toEqual(Array.from({ length: 4 }, () => ({ code: 'ALREADY_EXISTS', field: ['slug'] })));
  });

  it('is closed and opened by staff; who is subscribed stays so', async () => {
    const row = await knowledge.mailingList();
    await knowledge.subscription(row);
    const closed = await mutate('updateMailingList', { id: row.id, expectedVersion: 1, open: false });
    expect(closed.data.updateMailingList.mailingList).toMatchObject({ open: false, subscriberCount: 1, version: 2 });
    const opened = await mutate('updateMailingList', { id: row.id, expectedVersion: 2, open: true });
    expect(opened.data.updateMailingList.mailingList).toMatchObject({ open: true, version: 3 });
  });

  it('is not for others to begin or change', async () => {
    const [row, before] = [await knowledge.mailingList(), await count()];
    const member = signedIn(await given.person());
    expect(await mutate('createMailingList', list('van-een-ander'), member)).toHaveUserError('FORBIDDEN');
    expect(await mutate('updateMailingList', { id: row.id, expectedVersion: 1, open: false }, member)).toHaveUserError(
      'FORBIDDEN',
    );
    expect((await mutate('createMailingList', list('van-niemand'), anonymous)).errors?.[0]?.extensions?.code).toBe(
      'UNAUTHENTICATED',
    );
    expect([await count(), (await on.sql('select open from mailing_list where id = $1', [row.id]))[0]]).toEqual([
      before,
      { open: true },
    ]);
  });

  it.each([
    ['slug', { ...list('Geen Sleutel') }],
    ['name', { ...list('geen-naam'), name: ' ' }],
    ['name', { ...list('met-spatie'), name: 'OSLO ' }],
    ['description', { ...list('te-kort'), description: 'kort' }],
  ])('is refused with a %s that is none', async (field, input) => {
    const before = await count();
    const { data } = await mutate('createMailingList', input);
    expect(data.createMailingList.userErrors[0]).toEqual({ code: 'BAD_USER_INPUT', field: [field] });
    expect(await count()).toBe(before);
  });

  it('is refused when somebody else changed it meanwhile', async () => {
    const row = await knowledge.mailingList();
    await mutate('updateMailingList', { id: row.id, expectedVersion: 1, name: 'Eerst' });
    const second = await mutate('updateMailingList', { id: row.id, expectedVersion: 1, name: 'Daarna' });
    expect(second).toHaveUserError('CONFLICT');
  });
});
