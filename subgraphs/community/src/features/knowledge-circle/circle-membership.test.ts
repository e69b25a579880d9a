import '../../../../../shared/test/matchers.js';
import type { Answer, TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { createDataSource } from '@lokaal/shared/database';
import { newId } from '@lokaal/shared/ids';
import { contact } from '../../../test/given-membership.js';
import {
  employee,
  Given,
  type GivenOrganisation,
  type Row,
  signedIn,
  staff,
  startCommunity,
  statementsOf,
} from '../../../test/given.js';
import { KeptMails } from '../../../test/kept-mails.js';
import { cohortJob } from '../cohort/cohort-job.js';

let on: TestSubgraph;
let given: Given;
let clerk: Viewer;

const FIELDS = `{ circleMembership { id circle { id } organisation { id } from to active version } userErrors { code field message } }`;
const JOIN = `mutation ($input: JoinKnowledgeCircleInput!) { joinKnowledgeCircle(input: $input) ${FIELDS} }`;
const LEAVE = `mutation ($input: LeaveKnowledgeCircleInput!) { leaveKnowledgeCircle(input: $input) ${FIELDS} }`;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  clerk = staff(await given.person());
});

const join = (viewer: Viewer, circle: Row, organisation: Row, more: object = {}): Promise<Answer> =>
  on.as(viewer).run(JOIN, {
    input: { circleId: circle.id, organisationId: organisation.id, from: '2026-11-02', ...more },
  });
const leave = (viewer: Viewer, { id }: Row, more: object = {}): Promise<Answer> =>
  on.as(viewer).run(LEAVE, { input: { id, expectedVersion: 1, to: '2026-11-02', ...more } });
const memberships = ({ id }: Row) =>
  on.sql(
    `select circle_id, from_date::text as "from", to_date::text as "to" from circle_membership
      where organisation_id = $1 order by from_date`,
    [id],
  );
const cohortOf = async ({ id }: Row): Promise<string[]> =>
  (
    await on.sql<{ source: string }>(
      `select c.source from cohort c join cohort_member m on m.cohort_id = c.id
        where m.organisation_id = $1 and c.family = 'KNOWLEDGE_CIRCLE'`,
      [id],
    )
  ).map(({ source }) => source);

describe('joining', () => {
  it('makes an authority a member from a day on, and its cohort follows at once', async () => {
    const [circle, town] = [await given.circle(), await given.authority()];
    const { data } = await join(clerk, circle, town);
    expect(data.joinKnowledgeCircle).toEqual({
      circleMembership: {
        id: expect.stringMatching(/^circlemember_/),
        circle: { id: circle.id },
        organisation: { id: town.id },
        from: '2026-11-02',
        to: null,
        active: true,
        version: 1,
      },
      userErrors: [],
    });
    expect(await cohortOf(town)).toEqual([circle.id]);
  });

  it('and leaving are told to the contact persons of the authority, but not to who does it, nor of what was', async () => {
    const mails = await KeptMails.of(on);
    const [circle, town] = [await given.circle({ name: 'Zeekust' }), await given.authority()];
    const [one, other, reader] = [
      await given.person({ language: 'EN' }),
      await given.person({ language: 'FR' }),
      await given.person(),
    ];
    for (const person of [one, other]) await given.employment(person, town, { roles: ['MEMBER_CONTACT'] });
    await given.employment(reader, town, { roles: ['READER'] });
    await join(clerk, circle, town, { from: '2020-01-01', to: '2024-01-01' });
    const { data } = await join(clerk, circle, town);
    await leave(contact(other, town), data.joinKnowledgeCircle.circleMembership, { to: '2026-12-01' });
    expect(await mails.to(one.email)).toMatchObject([
      { subject: 'Welcome to knowledge circle Zeekust' },
      { subject: expect.stringContaining('leaves knowledge circle Zeekust') },
    ]);
    expect(await mails.to(other.email)).toMatchObject([
      { subject: 'Bienvenue dans le cercle de connaissances Zeekust' },
    ]);
    expect(await mails.to(reader.email)).toEqual([]);
  });

  it('is done once, however often it is sent', async () => {
    const [circle, town] = [await given.circle(), await given.authority()];
    const answers = await Promise.all([1, 2, 3].map(() => join(clerk, circle, town, { idempotencyKey: 'join' })));
    const ids = answers.map(({ data }) => data.joinKnowledgeCircle.circleMembership.id);
    expect([new Set(ids).size, (await memberships(town)).length]).toEqual([1, 1]);
  });

  it('lets an authority into one of two circles that it joins at once', async () => {
    const town = await given.authority();
    const circles = [];
    for (let index = 0; index < 6; index += 1) circles.push(await given.circle());
    const answers = await Promise.all(circles.map((circle) => join(clerk, circle, town)));
    const refusals = answers.flatMap(({ data }) => data.joinKnowledgeCircle.userErrors);
    expect(refusals).toHaveLength(5);
    for (const refusal of refusals) expect(refusal).toMatchObject({ code: 'ALREADY_EXISTS', field: ['from'] });
    const [only, ...others] = await memberships(town);
    expect([others, await cohortOf(town)]).toEqual([[], [only!['circle_id']]]);
  });

  it.each([
    ['while it is in another circle', { from: '2020-01-01' }, '2026-11-02'],
    ['before it joins another one', { from: '2026-12-01' }, '2026-11-02'],
    ['before it left another one', { from: '2020-01-01', to: '2026-11-03' }, '2026-11-02'],
  ])('is refused %s', async (_when, period, from) => {
    const [circle, town] = [await given.circle(), await given.authority()];
    await given.membership(await given.circle(), town, period);
    expect(await join(clerk, circle, town, { from })).toHaveUserError('ALREADY_EXISTS');
    expect(await memberships(town)).toHaveLength(1);
  });

  it('is possible on the day on which it leaves another one', async () => {
    const [circle, town] = [await given.circle(), await given.authority()];
    await given.membership(await given.circle(), town, { from: '2020-01-01', to: '2026-11-02' });
    expect((await join(clerk, circle, town)).data.joinKnowledgeCircle.userErrors).toEqual([]);
  });

  it('is refused to what is no local authority, ended, or is not there', async () => {
    const circle = await given.circle();
    const gone = await given.authority({ status: 'DISSOLVED' });
    expect(await join(clerk, circle, await given.organisation())).toHaveUserError('BAD_USER_INPUT', ['organisationId']);
    expect(await join(clerk, circle, gone)).toHaveUserError('INVALID_STATE');
    expect(await join(clerk, circle, { id: newId('organisation') })).toHaveUserError('NOT_FOUND', ['organisationId']);
    expect(await join(clerk, { id: newId('circle') }, gone)).toHaveUserError('NOT_FOUND', ['circleId']);
  });

  it('is refused to a proposal, to what ended, and before the circle was founded', async () => {
    const town = await given.authority();
    const of = async (columns: object) => join(clerk, await given.circle({ ...columns }), town);
    expect(await of({ founded_on: null })).toHaveUserError('INVALID_STATE');
    expect(await of({ ended_on: '2024-01-01' })).toHaveUserError('INVALID_STATE');
    expect(await of({ founded_on: '2026-11-03' })).toHaveUserError('BAD_USER_INPUT', ['from']);
    expect(await memberships(town)).toEqual([]);
  });
});

describe('a membership of before', () => {
  const was = { from: '2021-01-01', to: '2023-06-01' };

  it('is written down afterwards, beside the one of today', async () => {
    const [circle, before, town] = [await given.circle(), await given.circle(), await given.authority()];
    await given.membership(circle, town, { from: '2024-01-01' });
    const { data } = await join(clerk, before, town, was);
    expect(data.joinKnowledgeCircle.circleMembership).toMatchObject({ ...was, active: false });
    expect(await memberships(town)).toHaveLength(2);
    expect(await cohortOf(town)).toEqual([circle.id]);
  });

  it('is of a circle and an authority that ended since, until they did', async () => {
    const circle = await given.circle({ ended_on: '2023-06-01' });
    const town = await given.authority({ status: 'DISSOLVED', ended_on: '2023-07-01' });
    expect(await join(clerk, circle, town, { ...was, to: '2023-06-02' })).toHaveUserError('BAD_USER_INPUT', ['to']);
    expect(await join(clerk, circle, town, { from: '2023-06-01', to: '2024-01-01' })).toHaveUserError(
      'BAD_USER_INPUT',
      ['from'],
    );
    expect(await join(clerk, await given.circle(), town, { ...was, to: '2023-08-01' })).toHaveUserError(
      'BAD_USER_INPUT',
      ['to'],
    );
    expect(await memberships(town)).toEqual([]);
    expect((await join(clerk, circle, town, was)).data.joinKnowledgeCircle.userErrors).toEqual([]);
  });

  it('does not overlap another one, and does not end before it begins', async () => {
    const [circle, town] = [await given.circle(), await given.authority()];
    await given.membership(await given.circle(), town, { from: '2023-01-01' });
    expect(await join(clerk, circle, town, was)).toHaveUserError('ALREADY_EXISTS');
    expect(await join(clerk, circle, town, { from: '2021-01-01', to: '2021-01-01' })).toHaveUserError(
      'BAD_USER_INPUT',
      ['to'],
    );
    expect(await memberships(town)).toHaveLength(1);
  });
});

describe('a membership that was written down wrongly', () => {
  const UPDATE = `mutation ($input: UpdateCircleMembershipInput!) { updateCircleMembership(input: $input) ${FIELDS} }`;
  const REMOVE = `mutation ($input: RemoveCircleMembershipInput!) { removeCircleMembership(input: $input) { deletedId userErrors { code field } } }`;
  const update = (viewer: Viewer, { id }: Row, more: object): Promise<Answer> =>
    on.as(viewer).run(UPDATE, { input: { id, expectedVersion: 1, ...more } });
  const remove = (viewer: Viewer, { id }: Row, more: object = {}): Promise<Answer> =>
    on.as(viewer).run(REMOVE, { input: { id, expectedVersion: 1, ...more } });
  let circle: Row;
  let town: GivenOrganisation;
  let membership: Row;
  beforeEach(async () => {
    [circle, town] = [await given.circle(), await given.authority()];
    membership = await given.membership(circle, town, { from: '2020-01-01', to: '2022-01-01' });
    await given.cohorts();
  });

  it('is corrected by staff, and its cohort follows', async () => {
    const { data } = await update(clerk, membership, { from: '2019-01-01' });
    expect(data.updateCircleMembership.circleMembership).toMatchObject({ from: '2019-01-01', to: '2022-01-01' });
    const open = await update(clerk, membership, { to: null, expectedVersion: 2 });
    expect(open.data.updateCircleMembership.circleMembership).toMatchObject({ to: null, active: true, version: 3 });
    expect(await cohortOf(town)).toEqual([circle.id]);
  });

  it.each([
    ['over another one', { to: '2024-01-01' }, 'ALREADY_EXISTS', undefined],
    ['to before the circle was founded', { from: '2009-12-31' }, 'BAD_USER_INPUT', ['from']],
    ['to end before it begins', { to: '2019-01-01' }, 'BAD_USER_INPUT', ['to']],
    ['to begin on no day', { from: null }, 'BAD_USER_INPUT', ['from']],
    ['in another version', { expectedVersion: 7 }, 'CONFLICT', ['expectedVersion']],
  ])('is not corrected %s', async (_how, more, code, field) => {
    await given.membership(await given.circle(), town, { from: '2023-01-01' });
    expect(await update(clerk, membership, more)).toHaveUserError(code, field);
    expect(await memberships(town)).toContainEqual({ circle_id: circle.id, from: '2020-01-01', to: '2022-01-01' });
  });

  it('is gone when it never was', async () => {
    expect(await remove(clerk, membership, { expectedVersion: 2 })).toHaveUserError('CONFLICT', ['expectedVersion']);
    expect((await remove(clerk, membership)).data.removeCircleMembership).toEqual({
      deletedId: membership.id,
      userErrors: [],
    });
    expect(await memberships(town)).toEqual([]);
    expect(await remove(clerk, membership)).toHaveUserError('NOT_FOUND', ['id']);
  });

  it('is told to the contact persons and coordinators, each once and not who corrects it', async () => {
    const [keeper, both, coordinator] = [await given.person(), await given.person(), await given.person()];
    for (const person of [keeper, both]) await given.employment(person, town, { roles: ['MEMBER_CONTACT'] });
    for (const person of [both, coordinator]) await given.coordinator(circle, person);
    await update(clerk, membership, { to: null });
    await remove(clerk, membership, { expectedVersion: 2 });
    const subjects = `select split_part(subject, ' ', -1) as what from outbox_message where recipient = $1
      and subject like 'Lidmaatschap van kenniskring%' order by 1`;
    for (const { email } of [keeper, both, coordinator])
      expect(await on.sql(subjects, [email])).toEqual([{ what: 'geschrapt' }, { what: 'verbeterd' }]);
  });

  it('stays when a request to join led to it', async () => {
    await on.sql(
      `insert into circle_accession (id, circle_id, organisation_id, state, requested_at, decided_at, talked_on, membership_id)
        values ($1, $2, $3, 'ACCEPTED', now(), now(), '2019-12-01', $4)`,
      [newId('circleaccession'), circle.id, town.id, membership.id],
    );
    expect(await remove(clerk, membership)).toHaveUserError('INVALID_STATE');
    expect(await memberships(town)).toHaveLength(1);
  });

  it('is not for its contact persons or coordinators to correct', async () => {
    const coordinator = await given.person();
    await given.coordinator(circle, coordinator);
    for (const viewer of [contact(await given.person(), town), signedIn(coordinator)]) {
      expect(await update(viewer, membership, { to: null })).toHaveUserError('FORBIDDEN');
      expect(await remove(viewer, membership)).toHaveUserError('FORBIDDEN');
    }
    expect(await memberships(town)).toEqual([{ circle_id: circle.id, from: '2020-01-01', to: '2022-01-01' }]);
  });
});

describe('leaving', () => {
  let circle: Row;
  let town: GivenOrganisation;
  let membership: Row;
  beforeEach(async () => {
    [circle, town] = [await given.circle(), await given.authority()];
    membership = await given.membership(circle, town, { from: '2020-01-01' });
    await given.cohorts();
  });

  it('ends a membership on a day, and keeps that it was', async () => {
    const { data } = await leave(clerk, membership);
    expect(data.leaveKnowledgeCircle).toMatchObject({
      circleMembership: { from: '2020-01-01', to: '2026-11-02', active: false, version: 2 },
      userErrors: [],
    });
    expect(await cohortOf(town)).toEqual([]);
  });

  it('on a later day leaves the cohort as it is until then', async () => {
    await leave(clerk, membership, { to: '2026-12-01' });
    expect(await cohortOf(town)).toEqual([circle.id]);
    const db = await createDataSource({ url: on.urls.server, applicationName: 'test', entities: [] });
    try {
      on.clock.set('2026-11-30T23:30:00Z');
      await cohortJob({ db, clock: on.clock }).run();
    } finally {
      await db.destroy();
      on.clock.set('2026-11-02T09:00:00Z');
    }
    expect(await cohortOf(town)).toEqual([]);
  });

  it('may be taken back until that day, when nobody else has the place', async () => {
    await leave(clerk, membership, { to: '2026-12-01' });
    const { data } = await leave(clerk, membership, { to: '2027-12-01', expectedVersion: 2 });
    expect(data.leaveKnowledgeCircle.circleMembership.to).toBe('2027-12-01');
  });

  it('on a later day is refused when it is in another circle by then', async () => {
    await leave(clerk, membership, { to: '2026-12-01' });
    await join(clerk, await given.circle(), town, { from: '2026-12-01' });
    const later = await leave(clerk, membership, { to: '2027-12-01', expectedVersion: 2 });
    expect(later).toHaveUserError('ALREADY_EXISTS', ['to']);
    expect(await memberships(town)).toMatchObject([{ to: '2026-12-01' }, { from: '2026-12-01' }]);
  });

  it.each([
    ['before it began', { to: '2020-01-01' }, 'BAD_USER_INPUT', ['to']],
    ['in another version', { expectedVersion: 2 }, 'CONFLICT', ['expectedVersion']],
  ] as const)('is refused %s', async (_when, more, code, field) => {
    expect(await leave(clerk, membership, more)).toHaveUserError(code, [...field]);
    expect(await memberships(town)).toEqual([{ circle_id: circle.id, from: '2020-01-01', to: null }]);
  });

  it('is refused once it left', async () => {
    await leave(clerk, membership);
    expect(await leave(clerk, membership, { expectedVersion: 2, to: '2026-12-01' })).toHaveUserError('INVALID_STATE');
    expect(await leave(clerk, { id: newId('circlemember') })).toHaveUserError('NOT_FOUND', ['id']);
  });

  it('is for its contact persons from today on, for coordinators and staff on any day, and for nobody else', async () => {
    const [worker, coordinator, other] = [await given.person(), await given.person(), await given.person()];
    await given.coordinator(circle, coordinator);
    await given.coordinator(await given.circle(), other);
    const later = { to: '2026-12-01' };
    expect(await leave(anonymous, membership)).toHaveError('UNAUTHENTICATED');
    expect(await leave(employee(worker, town), membership, later)).toHaveUserError('FORBIDDEN');
    expect(await leave(signedIn(other), membership, later)).toHaveUserError('FORBIDDEN');
    expect(await leave(contact(worker, await given.authority()), membership, later)).toHaveUserError('FORBIDDEN');
    expect(await leave(contact(worker, town), membership, { to: '2026-11-01' })).toHaveUserError('BAD_USER_INPUT', [
      'to',
    ]);
    const own = await leave(contact(worker, town), membership, later);
    expect(own.data.leaveKnowledgeCircle.userErrors).toEqual([]);
    const past = await leave(signedIn(coordinator), membership, { to: '2026-10-01', expectedVersion: 2 });
    expect(past.data.leaveKnowledgeCircle.userErrors).toEqual([]);
  });
});

it('nobody but staff draws an authority into a circle that it did not ask for: fellow members read what it shows there', async () => {
  const [circle, town, coordinator] = [await given.circle(), await given.authority(), await given.person()];
  await given.coordinator(circle, coordinator);
  const others = [signedIn(await given.person()), contact(await given.person(), town), signedIn(coordinator)];
  for (const viewer of others) expect(await join(viewer, circle, town)).toHaveUserError('FORBIDDEN');
  expect(await memberships(town)).toEqual([]);
  expect((await join(clerk, circle, town)).data.joinKnowledgeCircle.userErrors).toEqual([]);
});

describe('authorities without a circle', () => {
  const LIST = `query ($province: Province, $region: String, $kinds: [OrganisationKind!]) {
    authoritiesWithoutCircle(province: $province, referenceRegion: $region, kinds: $kinds, first: 100) {
      nodes { id legalName municipality { nis } } totalCount } }`;
  const ids = async (variables: object): Promise<string[]> =>
    (await on.as(anonymous).run(LIST, { ...variables })).data.authoritiesWithoutCircle.nodes.map(({ id }: Row) => id);

  it('are municipalities of today that are in none, by province and region', async () => {
    const { id: coast } = await given.municipality({ province: 'WEST_VLAANDEREN', reference_region: 'Oostende' });
    const { id: inland } = await given.municipality({ province: 'WEST_VLAANDEREN', reference_region: 'Midwest' });
    const town = (municipality: string, columns: object = {}) =>
      given.organisation({ kind: 'MUNICIPALITY', municipality_id: municipality, ...columns });
    const [alone, away] = [await town(coast), await town(inland)];
    await given.membership(await given.circle(), away, { from: '2020-01-01', to: '2026-11-02' });
    const inside = await town((await given.municipality({ province: 'WEST_VLAANDEREN' })).id);
    await given.membership(await given.circle(), inside);
    await town((await given.municipality({ province: 'WEST_VLAANDEREN' })).id, { status: 'DISSOLVED' });
    const welfare = await given.organisation({ kind: 'OCMW', municipality_id: coast });
    const west = { province: 'WEST_VLAANDEREN' };
    expect((await ids(west)).toSorted()).toEqual([alone.id, away.id].toSorted());
    expect(await ids({ ...west, region: 'Oostende' })).toEqual([alone.id]);
    expect(await ids({ ...west, kinds: ['OCMW'] })).toEqual([welfare.id]);
  });

  it('cost one statement', async () => {
    expect(await statementsOf(() => ids({}))).toBe(1);
  });
});
