import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { Given, type Row, signedIn, startCommunity } from '../../../test/given.js';
import { GivenMembership, term } from '../../../test/given-membership.js';

let on: TestSubgraph;
let given: Given;
let memberships: GivenMembership;

const RENEWABLE = 'query ($id: ID!) { membership(id: $id) { renewableFrom } }';
const RENEW = 'mutation ($input: RenewMembershipInput!) { renewMembership(input: $input) { userErrors { code } } }';

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  memberships = new GivenMembership(on);
  await memberships.fees('EFFECTIVE', 2027, [30_000, 3_000]);
});

const renewableFrom = async (person: Row, { id }: Row): Promise<string | null> =>
  (await on.as(signedIn(person)).run(RENEWABLE, { id })).data.membership.renewableFrom;

it('says the first day on which a membership is renewed, and that is the day on which it is', async () => {
  const person = await given.person();
  const membership = await memberships.effectiveApproved(person, term('2026-01-20', '2027-01-20', '2027-04-20'));
  expect(await renewableFrom(person, membership)).toBe('2026-10-22');
  const renew = () => on.as(signedIn(person)).run(RENEW, { input: { id: membership['id'], expectedVersion: 1 } });
  on.clock.set('2026-10-21T09:00:00Z');
  expect(await renew()).toHaveUserError('INVALID_STATE');
  on.clock.set('2026-10-22T09:00:00Z');
  expect((await renew()).data.renewMembership.userErrors).toEqual([]);
});

it.each([
  ['was not approved yet', async (person: Row) => memberships.effective(person)],
  [
    'was cancelled',
    async (person: Row) =>
      memberships.effectiveApproved(person, {
        ...term('2026-01-20', '2027-01-20', '2027-04-20'),
        cancelled_on: '2026-05-01',
      }),
  ],
])('says no day for one that %s', async (_what, membershipOf) => {
  const person = await given.person();
  expect(await renewableFrom(person, await membershipOf(person))).toBeNull();
});
