import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { FairPool } from '@lokaal/shared/read';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { Given, signedIn, staff, startCommunity } from '../../../test/given.js';
import { active, expired, GivenMembership, inGrace, term } from '../../../test/given-membership.js';

let on: TestSubgraph;
let given: Given;
let clerk: Viewer;

const OVERVIEW = `query ($year: Int) { membershipOverview(year: $year) { asOf byStatus { type status count }
  byProvince { type province count } byOrganisationKind { type kind count } feeCents
  lapsingCount lapsing { id type holderName to graceUntil feeCents } } }`;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  clerk = staff(await given.person());
  const memberships = new GivenMembership(on);
  const limburg = await given.municipality({ province: 'LIMBURG' });
  const town = await given.organisation({ kind: 'MUNICIPALITY', municipality_id: limburg.id, legal_name: 'Stad Genk' });
  await memberships.accededApproved(town, inGrace);
  await memberships.effectiveApproved(await given.person(), { ...active, employer_id: town.id });
  await memberships.effectiveApproved(
    await given.person({ name: 'Eva Eindigt' }),
    term('2025-12-05', '2026-12-05', '2027-03-05'),
  );
  await memberships.effectiveApproved(await given.person(), expired);
  await memberships.effective(await given.person(), { applied_at: '2026-10-20T09:00:00Z' });
  await memberships.companyApproved(await given.organisation(), { ...active, cancelled_on: '2026-03-01' });
  // renewed in time: it does not lapse, and on the last day of 2025 it was in its earlier term
  const renewed = await memberships.companyApproved(await given.organisation(), {
    ...term('2024-11-20', '2027-11-20', '2028-02-18'),
    from_date: '2026-11-20',
    charged_on: '2026-10-28',
  });
  for (const from of [2024, 2025])
    await on.sql(
      `insert into membership_term (id, membership_id, from_date, to_date, fee_cents) values ($1, $2, $3, $4, 50000)`,
      [newId('membershipterm'), renewed.id, `${from}-11-20`, `${from + 1}-11-20`],
    );
});

const overview = async (viewer: Viewer, year?: number) => on.as(viewer).run(OVERVIEW, { year });

it('counts what there is today, by type, status, province and kind of organisation, and says who lapses this quarter', async () => {
  const { data } = await overview(clerk);
  expect(data.membershipOverview).toEqual({
    asOf: '2026-11-02',
    byStatus: [
      { type: 'ACCEDED', status: 'GRACE', count: 1 },
      { type: 'COMPANY', status: 'ACTIVE', count: 1 },
      { type: 'COMPANY', status: 'CANCELLED', count: 1 },
      { type: 'EFFECTIVE', status: 'ACTIVE', count: 2 },
      { type: 'EFFECTIVE', status: 'APPLIED', count: 1 },
      { type: 'EFFECTIVE', status: 'EXPIRED', count: 1 },
    ],
    byProvince: [
      { type: 'ACCEDED', province: 'LIMBURG', count: 1 },
      { type: 'COMPANY', province: null, count: 1 },
      { type: 'EFFECTIVE', province: 'LIMBURG', count: 1 },
      { type: 'EFFECTIVE', province: null, count: 1 },
    ],
    byOrganisationKind: [
      { type: 'ACCEDED', kind: 'MUNICIPALITY', count: 1 },
      { type: 'COMPANY', kind: 'COMPANY', count: 1 },
      { type: 'EFFECTIVE', kind: 'MUNICIPALITY', count: 1 },
      { type: 'EFFECTIVE', kind: null, count: 1 },
    ],
    feeCents: 50_000 + 25_000 + 25_000,
    lapsingCount: 1,
    lapsing: [
      {
        id: expect.any(String),
        type: 'EFFECTIVE',
        holderName: 'Eva Eindigt',
        to: '2026-12-05',
        graceUntil: '2027-03-05',
        feeCents: 25_000,
      },
    ],
  });
});

it('shows all who lapse this quarter as a list, to staff', async () => {
  const query = '{ lapsingMemberships { nodes { holderName to } totalCount } }';
  const { data } = await on.as(clerk).run(query);
  expect(data.lapsingMemberships).toEqual({ nodes: [{ holderName: 'Eva Eindigt', to: '2026-12-05' }], totalCount: 1 });
  expect((await on.as(anonymous).run(query)).data.lapsingMemberships.totalCount).toBe(0);
});

it('counts a year that is over as it was on its last day', async () => {
  const { data } = await overview(clerk, 2025);
  expect(data.membershipOverview).toMatchObject({
    asOf: '2025-12-31',
    byStatus: [
      { type: 'ACCEDED', status: 'ACTIVE', count: 1 },
      { type: 'COMPANY', status: 'ACTIVE', count: 1 },
      { type: 'EFFECTIVE', status: 'ACTIVE', count: 1 },
      { type: 'EFFECTIVE', status: 'EXPIRED', count: 1 },
    ],
    byProvince: [
      { type: 'ACCEDED', province: 'LIMBURG', count: 1 },
      { type: 'COMPANY', province: null, count: 1 },
      { type: 'EFFECTIVE', province: null, count: 1 },
    ],
    feeCents: 50_000 + 25_000,
    lapsingCount: 0,
  });
});

it('takes one statement', async () => {
  const spy = jest.spyOn(FairPool.prototype, 'use');
  await overview(clerk);
  const statements = spy.mock.calls.length;
  spy.mockRestore();
  expect(statements).toBe(1);
});

it('is for staff, and for years that there are', async () => {
  expect(await overview(anonymous)).toHaveError('UNAUTHENTICATED');
  expect(await overview(signedIn(await given.person()))).toHaveError('FORBIDDEN');
  expect(await overview(clerk, 2027)).toHaveError('BAD_USER_INPUT');
  expect(await overview(clerk, 1999)).toHaveError('BAD_USER_INPUT');
});
