import '../../../../../shared/test/matchers.js';
import type { Answer, TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { Given, type Row, signedIn, staff, startCommunity } from '../../../test/given.js';

let on: TestSubgraph;
let clerk: Viewer;
let other: Viewer;

const FIELDS =
  '{ membershipBenefit { id type fromYear untilYear title description position version } userErrors { code field } }';
const ADD = `mutation ($input: AddMembershipBenefitInput!) { addMembershipBenefit(input: $input) ${FIELDS} }`;
const UPDATE = `mutation ($input: UpdateMembershipBenefitInput!) { updateMembershipBenefit(input: $input) ${FIELDS} }`;
const REMOVE = `mutation ($input: RemoveMembershipBenefitInput!) {
  removeMembershipBenefit(input: $input) { removedId userErrors { code field } } }`;
const LIST = `query ($filter: MembershipBenefitFilter) {
  membershipBenefits(filter: $filter, orderBy: [{ field: POSITION }]) { nodes { title } } }`;

beforeAll(async () => {
  on = await startCommunity();
  const given = new Given(on);
  [clerk, other] = [staff(await given.person()), signedIn(await given.person())];
});
beforeEach(() => on.sql('delete from membership_benefit'));

const discount = { type: 'EFFECTIVE', fromYear: 2015, title: 'Korting op opleidingen', position: 1 };
const add = (viewer: Viewer, more: object = {}): Promise<Answer> =>
  on.as(viewer).run(ADD, { input: { ...discount, ...more } });
const added = async (more: object = {}): Promise<Row> =>
  (await add(clerk, more)).data.addMembershipBenefit.membershipBenefit;
const update = (viewer: Viewer, { id }: Row, more: object): Promise<Answer> =>
  on.as(viewer).run(UPDATE, { input: { id, expectedVersion: 1, ...more } });
const remove = (viewer: Viewer, { id }: Row, expectedVersion = 1): Promise<Answer> =>
  on.as(viewer).run(REMOVE, { input: { id, expectedVersion } });
const titles = async (filter: object = {}) =>
  (await on.as(anonymous).run(LIST, { filter })).data.membershipBenefits.nodes.map(
    (one: { title: string }) => one.title,
  );

describe('the benefits of a membership', () => {
  it('are set by staff, and read by everybody in their order', async () => {
    await add(clerk, { title: 'Stem in de algemene vergadering', position: 2 });
    const { data } = await add(clerk, { description: 'Op elke opleiding van de vereniging.' });
    expect(data.addMembershipBenefit).toMatchObject({
      membershipBenefit: {
        ...discount,
        untilYear: null,
        description: 'Op elke opleiding van de vereniging.',
        version: 1,
      },
      userErrors: [],
    });
    await add(clerk, { type: 'COMPANY', title: 'Plaats op de beurs' });
    expect(await titles({ type: { eq: 'EFFECTIVE' } })).toEqual([discount.title, 'Stem in de algemene vergadering']);
    expect(await titles()).toHaveLength(3);
  });

  it('end with a year, change and go', async () => {
    const benefit = await added();
    const { data } = await update(clerk, benefit, { untilYear: 2026, title: 'Korting', position: 4 });
    expect(data.updateMembershipBenefit).toMatchObject({
      membershipBenefit: { untilYear: 2026, title: 'Korting', position: 4, version: 2 },
    });
    expect((await remove(clerk, benefit, 2)).data.removeMembershipBenefit).toEqual({
      removedId: benefit.id,
      userErrors: [],
    });
    expect(await titles()).toEqual([]);
  });

  it('are added once for one idempotencyKey', async () => {
    const key = { idempotencyKey: 'een-voordeel-voor-iedereen' };
    expect(await added(key)).toEqual(await added(key));
    expect(await titles()).toHaveLength(1);
  });

  it('are set by nobody else', async () => {
    const benefit = await added();
    expect(await add(other, { title: 'Iets anders' })).toHaveUserError('FORBIDDEN');
    expect(await update(other, benefit, { title: 'Iets anders' })).toHaveUserError('FORBIDDEN');
    expect(await remove(other, benefit)).toHaveUserError('FORBIDDEN');
    expect(await add(anonymous)).toHaveError('UNAUTHENTICATED');
    expect(await titles()).toEqual([discount.title]);
  });

  it('have a title of their own in a year, and end after they began', async () => {
    const benefit = await added();
    expect(await add(clerk)).toHaveUserError('ALREADY_EXISTS', ['title']);
    expect(await add(clerk, { title: ' ' })).toHaveUserError('BAD_USER_INPUT', ['title']);
    expect(await add(clerk, { title: 'Iets anders', fromYear: 1999 })).toHaveUserError('BAD_USER_INPUT', ['fromYear']);
    expect(await update(clerk, benefit, { untilYear: 2014 })).toHaveUserError('BAD_USER_INPUT', ['untilYear']);
    expect(await update(clerk, benefit, { title: null })).toHaveUserError('BAD_USER_INPUT', ['title']);
    expect(await update(clerk, benefit, { title: 'Te laat', expectedVersion: 9 })).toHaveUserError('CONFLICT', [
      'expectedVersion',
    ]);
    expect(await remove(clerk, benefit, 9)).toHaveUserError('CONFLICT', ['expectedVersion']);
    expect(await titles()).toEqual([discount.title]);
  });
});
