import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import type { Viewer } from '@lokaal/shared/auth';
import {
  Given,
  type GivenPerson,
  type Row,
  signedIn,
  staff,
  startCommunity,
  statementsOf,
} from '../../../test/given.js';
import { GivenKnowledge } from '../../../test/given-knowledge.js';

let on: TestSubgraph;
let given: Given;
let knowledge: GivenKnowledge;
let list: Row;
let person: GivenPerson;
let own: Row;
let office: Viewer;

const MINE = '{ mySubscriptions { nodes { id } totalCount } }';
const NODE = 'query ($id: ID!) { node(id: $id) { id } }';
const END = `mutation ($input: EndMailingListSubscriptionInput!) { endMailingListSubscription(input: $input) {
  subscription { state } userErrors { code field message } } }`;
const ISSUES = 'query ($id: ID!) { node(id: $id) { ... on MailingList { issues { nodes { id } } } } }';

const confirmedAt = { email_confirmed_at: '2026-01-01T00:00:00Z' };

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  knowledge = new GivenKnowledge(on);
  office = staff(await given.person());
});
beforeEach(async () => {
  list = await knowledge.mailingList();
  person = await given.person(confirmedAt);
  // asked for without signing in, and typed in capitals by an older version
  own = await knowledge.subscription(list, { email: person.email.toUpperCase() });
});

const mine = async (of: GivenPerson): Promise<string[]> => {
  const { data } = await on.as(signedIn(of)).run(MINE);
  return data.mySubscriptions.nodes.map(({ id }: Row) => id);
};
const end = (viewer: GivenPerson, { id }: Row) => on.as(signedIn(viewer)).run(END, { input: { id } });
const stateOf = async ({ id }: Row) =>
  (await on.sql('select state from mailing_list_subscription where id = $1', [id]))[0]?.['state'];

const EXPORT = 'mutation ($input: ExportMyDataInput!) { exportMyData(input: $input) { data userErrors { code } } }';
const ERASE = 'mutation ($input: ErasePersonInput!) { erasePerson(input: $input) { userErrors { code } } }';
const dataOf = async ({ id: personId }: GivenPerson): Promise<string> => {
  const { data } = await on.as(office).run(EXPORT, { input: { personId, ground: 'PERSON_ASKED' } });
  return data.exportMyData.data;
};
const erase = ({ id: personId }: GivenPerson) => on.as(office).run(ERASE, { input: { personId, ground: 'DECEASED' } });

describe('a subscription that was made without signing in', () => {
  it('is of who confirmed that address, in one statement, and shows what was sent', async () => {
    const issue = await knowledge.listIssue(list, { sent_at: '2026-10-01T00:00:00Z', recipient_count: 1 });
    expect(await mine(person)).toEqual([own.id]);
    expect(await statementsOf(() => mine(person))).toBe(1);
    const { data } = await on.as(signedIn(person)).run(ISSUES, { id: list.id });
    expect(data.node.issues.nodes).toEqual([{ id: issue.id }]);
  });

  it('is ended by who confirmed that address', async () => {
    expect((await end(person, own)).data.endMailingListSubscription.subscription).toEqual({ state: 'UNSUBSCRIBED' });
    expect(await end(person, own)).toHaveUserError('INVALID_STATE');
  });

  it('does not exist for who never confirmed that address, nor for others', async () => {
    const unconfirmed = await given.person();
    const theirs = await knowledge.subscription(list, { email: unconfirmed.email });
    expect(await mine(unconfirmed)).toEqual([]);
    for (const [viewer, one] of [
      [unconfirmed, theirs],
      [await given.person(confirmedAt), own],
    ] as const) {
      expect((await on.as(signedIn(viewer)).run(NODE, { id: one.id })).data.node).toBeNull();
      expect(await end(viewer, one)).toHaveUserError('NOT_FOUND', ['id']);
      expect(await stateOf(one)).toBe('CONFIRMED');
    }
  });

  it('goes with the data of its owner, and is erased with them', async () => {
    expect(await dataOf(person)).toContain(list.id);
    await erase(person);
    expect(await stateOf(own)).toBeUndefined();
  });
});

describe('a subscription of a mailbox that the person who made it left', () => {
  beforeEach(async () => {
    await on.sql('update mailing_list_subscription set person_id = $2 where id = $1', [own.id, person.id]);
    await on.sql('update person set email = $2 where id = $1', [person.id, `nieuw.${person.email}`]);
  });

  it('is no longer theirs to see or to end, and goes on', async () => {
    expect(await mine(person)).toEqual([]);
    expect((await on.as(signedIn(person)).run(NODE, { id: own.id })).data.node).toBeNull();
    expect(await end(person, own)).toHaveUserError('NOT_FOUND', ['id']);
    expect(await stateOf(own)).toBe('CONFIRMED');
  });

  it('still goes with their data, and is erased with them', async () => {
    expect(await dataOf(person)).toContain(list.id);
    await erase(person);
    expect(await stateOf(own)).toBeUndefined();
  });

  it('is of who has that mailbox now, and of nobody else', async () => {
    const next = await given.person({ ...confirmedAt, email: person.email });
    expect(await mine(next)).toEqual([own.id]);
    expect([await dataOf(next), await dataOf(person)]).toEqual([
      expect.stringContaining(list.id),
      expect.not.stringContaining(list.id),
    ]);
    await erase(person);
    expect(await stateOf(own)).toBe('CONFIRMED');
  });
});
