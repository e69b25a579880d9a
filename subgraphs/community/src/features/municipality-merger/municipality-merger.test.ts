import '../../../../../shared/test/matchers.js';
import type { Answer, TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { until } from '../../../../../shared/test/until.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { GivenKnowledge } from '../../../test/given-knowledge.js';
import { ACCEPT, GivenEmployment } from '../../../test/given-employment.js';
import { contact, GivenMembership } from '../../../test/given-membership.js';
import {
  Given,
  type GivenOrganisation,
  type Row,
  signedIn,
  staff,
  startCommunity,
  statementsOf,
} from '../../../test/given.js';

let on: TestSubgraph;
let given: Given;
let knowledge: GivenKnowledge;
let memberships: GivenMembership;
let clerk: Viewer;

const MERGE = `mutation ($input: MergeMunicipalitiesInput!) { mergeMunicipalities(input: $input) {
  municipality { id nis name province postalCodes population populationDate referenceRegion validFrom validTo version
    predecessors { nodes { nis validTo } } current { nis }
    organisations(orderBy: [{ field: LEGAL_NAME }]) { nodes { id kind legalName status enterpriseNumber predecessorIds
      parent { kind } knowledgeCircle { id } } } }
  userErrors { code field message } } }`;

interface Town {
  readonly nis: string;
  readonly id: string;
  readonly town: GivenOrganisation;
  readonly welfare: GivenOrganisation;
}

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  knowledge = new GivenKnowledge(on);
  memberships = new GivenMembership(on);
  const person = await given.person();
  await on.sql(`insert into staff_role values ($1, 'STAFF')`, [person.id]);
  clerk = staff(person);
});

let lastNis = 44_100;
const freeNis = (): string => String((lastNis += 1));

/** A municipality with its two legal persons. */
async function municipality(columns: object = {}): Promise<Town> {
  const nis = freeNis();
  const { id } = await given.municipality({ nis, province: 'OOST_VLAANDEREN', ...columns });
  const town = await given.organisation({ kind: 'MUNICIPALITY', legal_name: `Gemeente ${nis}`, municipality_id: id });
  const welfare = { kind: 'OCMW', legal_name: `OCMW ${nis}`, municipality_id: id, parent_id: town.id };
  return { nis, id, town, welfare: await given.organisation(welfare) };
}

interface Change {
  readonly successor?: object;
  readonly [name: string]: unknown;
}

function merge(
  towns: readonly Pick<Town, 'nis'>[],
  { successor, ...more }: Change = {},
  viewer = clerk,
): Promise<Answer> {
  const municipalities = towns.map(({ nis }) => ({ nis, expectedVersion: 1 }));
  const input = { on: '2026-11-01', municipalities, successor: { nis: freeNis(), name: 'Nieuwland', ...successor } };
  return on.as(viewer).run(MERGE, { input: { ...input, ...more } });
}
const merged = async (...asked: Parameters<typeof merge>) => {
  const { data } = await merge(...asked);
  expect(data.mergeMunicipalities.userErrors).toEqual([]);
  return data.mergeMunicipalities.municipality;
};
const organisation = async ({ id }: Row) => (await on.sql('select * from organisation where id = $1', [id]))[0]!;

const written = [
  'municipality',
  'organisation',
  'employment',
  'circle_membership',
  'membership',
  'cohort_member',
  'circle_accession',
].map((table) => `(select md5(string_agg(t::text, ',' order by t::text)) from ${table} t) as ${table}`);

/** All that a merger could write. */
const state = () => on.sql(`select ${written.join()}`);

describe('a merger into a new municipality', () => {
  it('has the territory and the legal persons of those that merge', async () => {
    const counted = { population_date: '2026-01-01', reference_region: 'Gent' };
    const one = await municipality({ population: 12_000, postal_codes: ['9900', '9910'], ...counted });
    const two = await municipality({ population: 8_500, postal_codes: ['9910', '9880'], ...counted });
    const nis = freeNis();
    const enterpriseNumber = given.enterpriseNumber();
    const after = await merged([one, two], { successor: { nis, name: 'Aalter-Zuid', enterpriseNumber } });
    expect(after).toEqual({
      id: expect.stringMatching(/^municipality_/),
      nis,
      name: 'Aalter-Zuid',
      province: 'OOST_VLAANDEREN',
      postalCodes: ['9880', '9900', '9910'],
      population: 20_500,
      populationDate: '2026-01-01',
      referenceRegion: 'Gent',
      validFrom: '2026-11-01',
      validTo: null,
      version: 1,
      predecessors: { nodes: [one, two].map((part) => ({ nis: part.nis, validTo: '2026-11-01' })) },
      current: { nis },
      organisations: {
        nodes: [
          {
            id: expect.any(String),
            kind: 'MUNICIPALITY',
            legalName: 'Gemeente Aalter-Zuid',
            status: 'ACTIVE',
            enterpriseNumber,
            predecessorIds: expect.arrayContaining([one.town.id, two.town.id]),
            parent: null,
            knowledgeCircle: null,
          },
          {
            id: expect.any(String),
            kind: 'OCMW',
            legalName: 'OCMW Aalter-Zuid',
            status: 'ACTIVE',
            enterpriseNumber: null,
            predecessorIds: expect.arrayContaining([one.welfare.id, two.welfare.id]),
            parent: { kind: 'MUNICIPALITY' },
            knowledgeCircle: null,
          },
        ],
      },
    });
    expect(await organisation(one.town)).toMatchObject({
      status: 'MERGED',
      merged_into_id: after.organisations.nodes[0].id,
      version: 2,
    });
  });

  it('takes the province from its NIS code, and the inhabitants only when they were counted on one day', async () => {
    const one = await municipality({ population: 10, population_date: '2025-01-01', province: 'ANTWERPEN' });
    const two = await municipality({ population: 20, population_date: '2026-01-01', reference_region: 'Gent' });
    expect(await merged([one, two])).toMatchObject({
      province: 'OOST_VLAANDEREN',
      population: null,
      populationDate: null,
      referenceRegion: null,
    });
  });

  it('has an OCMW only where there was one', async () => {
    const [one, two] = [await municipality(), await municipality()];
    await on.sql('delete from organisation where id = any($1)', [[one.welfare.id, two.welfare.id]]);
    const { organisations } = await merged([one, two]);
    expect(organisations.nodes.map(({ kind }: { kind: string }) => kind)).toEqual(['MUNICIPALITY']);
  });

  it('leads old codes to the municipality of today, over any number of mergers', async () => {
    const [one, two, three] = [await municipality(), await municipality(), await municipality()];
    const first = await merged([one, two]);
    on.clock.set('2026-12-15T09:00:00Z');
    const last = await merged([first, three], { on: '2026-12-01' });
    on.clock.set('2026-11-02T09:00:00Z');
    const query = `query ($nis: NisCode!) { municipality(nis: $nis) { nis successor { nis } current { nis } } }`;
    const old = async (nis: string) => (await on.as(anonymous).run(query, { nis })).data.municipality;
    expect([await old(one.nis), await old(three.nis), await old(last.nis)]).toEqual([
      { nis: one.nis, successor: { nis: first.nis }, current: { nis: last.nis } },
      { nis: three.nis, successor: { nis: last.nis }, current: { nis: last.nis } },
      { nis: last.nis, successor: null, current: { nis: last.nis } },
    ]);
    const town = last.organisations.nodes.find(({ kind }: { kind: string }) => kind === 'MUNICIPALITY');
    const all = [one.town.id, two.town.id, three.town.id, first.organisations.nodes[0].id];
    expect(town.predecessorIds.toSorted()).toEqual(all.toSorted());
    expect(await statementsOf(() => old(one.nis))).toBe(1);
  });

  it('goes on with what else is on the territory, such as an AGB', async () => {
    const [one, two] = [await municipality(), await municipality()];
    const agb = await given.organisation({ kind: 'AGB', municipality_id: one.id, parent_id: one.town.id });
    const gone = await given.organisation({ kind: 'AGB', municipality_id: one.id, status: 'DISSOLVED' });
    const after = await merged([one, two]);
    expect(await organisation(agb)).toMatchObject({
      municipality_id: after.id,
      parent_id: after.organisations.nodes[0].id,
      status: 'ACTIVE',
    });
    expect(await organisation(gone)).toMatchObject({ municipality_id: one.id });
  });
});

describe('a merger into one that survives', () => {
  it('keeps its NIS code and its legal persons, as Antwerpen did', async () => {
    const [large, small] = [await municipality({ name: 'Grootstad' }), await municipality()];
    const after = await merged([large, small], { successor: { nis: large.nis, name: 'Grootstad' } });
    expect(after).toMatchObject({ id: large.id, nis: large.nis, validFrom: '1977-01-01', validTo: null, version: 2 });
    expect(after.organisations.nodes).toMatchObject([
      { id: large.town.id, legalName: `Gemeente ${large.nis}`, predecessorIds: [small.town.id] },
      { id: large.welfare.id, legalName: `OCMW ${large.nis}`, predecessorIds: [small.welfare.id] },
    ]);
    expect(await organisation(large.town)).toMatchObject({ status: 'ACTIVE', merged_into_id: null });
  });

  it('may take a new name', async () => {
    const [large, small] = [await municipality(), await municipality()];
    const after = await merged([large, small], { successor: { nis: large.nis, name: 'Groot-Klein' } });
    expect(after.organisations.nodes).toMatchObject([
      { legalName: 'Gemeente Groot-Klein' },
      { legalName: 'OCMW Groot-Klein' },
    ]);
  });
});

describe('where people hold roles', () => {
  it.each<[string, (towns: readonly [Town, Town]) => GivenOrganisation, { roles: string[]; from?: string }, string]>([
    ['in a municipality', ([one]) => one.town, { roles: ['READER'] }, '0'],
    ['in its OCMW', ([, two]) => two.welfare, { roles: ['MEMBER_CONTACT'] }, '1'],
    ['from a later day on', ([, two]) => two.town, { roles: ['CISO'], from: '2026-12-01' }, '1'],
  ])('%s it is not done at once, and nothing is written', async (_where, at, columns, index) => {
    const towns = [await municipality(), await municipality()] as const;
    await given.employment(await given.person(), at(towns), columns);
    const before = await state();
    expect(await merge(towns)).toHaveUserError('INVALID_STATE', ['municipalities', index, 'nis']);
    expect(await state()).toEqual(before);
  });

  it('nor in the one that survives, whose people would read the records of the others', async () => {
    const [large, small] = [await municipality(), await municipality()];
    await given.employment(await given.person(), large.town, { roles: ['DPO'] });
    const before = await state();
    const successor = { nis: large.nis, name: 'Grootstad' };
    expect(await merge([small, large], { successor })).toHaveUserError('INVALID_STATE', ['municipalities', '1', 'nis']);
    expect(await state()).toEqual(before);
  });

  it('is done at once where who works there has no role any more, or never had', async () => {
    const [one, two] = [await municipality(), await municipality()];
    await given.employment(await given.person(), one.town, { roles: ['DPO'], to: '2026-10-01' });
    await given.employment(await given.person(), two.town, { roles: [] });
    expect(await merged([one, two])).toMatchObject({ validFrom: '2026-11-01' });
  });

  it('is refused to whoever comes second, a role that is given meanwhile or the merger', async () => {
    for (let round = 0; round < 3; round += 1) {
      const towns = [await municipality(), await municipality()];
      const person = await given.person({ email_confirmed_at: '2026-01-01T09:00:00Z' });
      const work = new GivenEmployment(on);
      const { data } = await work.invite(
        clerk,
        { organisation: towns[0]!.town, person },
        { roles: ['MEMBER_CONTACT'] },
      );
      await Promise.all([work.answer(signedIn(person), ACCEPT, data.answer.invitation), merge(towns)]);
      const both = await on.sql(
        `select from employment e join organisation o on o.merged_into_id is not null and $1 = o.id
          join employment_invitation i on i.organisation_id = o.id and i.decision = 'ACCEPTED'
          where e.organisation_id = o.merged_into_id and e.roles <> '{}'`,
        [towns[0]!.town.id],
      );
      expect(both).toEqual([]);
    }
  });

  it('leaves staff no way around the two weeks after a contact person left', async () => {
    const [one, two] = [await municipality(), await municipality()];
    const left = await given.person();
    await given.employment(left, one.town, { roles: ['MEMBER_CONTACT'] });
    await on.sql(`update employment set to_date = '2026-10-01' where person_id = $1`, [left.id]);
    const { organisations } = await merged([one, two]);
    const person = await given.person({ email_confirmed_at: '2026-01-01T09:00:00Z' });
    const work = new GivenEmployment(on);
    const heir = { organisation: organisations.nodes[0], person };
    expect(await work.invite(clerk, heir, { roles: ['MEMBER_CONTACT'] })).toHaveUserError('FORBIDDEN');
  });
});

describe('the knowledge circle', () => {
  const circleOf = async ({ id }: Row) =>
    on.sql(
      `select circle_id as circle, from_date::text as "from", to_date::text as "to" from circle_membership
        where organisation_id = $1 order by from_date`,
      [id],
    );

  it('goes on with the successor when all were in the same one, or in none', async () => {
    const [one, two, circle] = [await municipality(), await municipality(), await given.circle()];
    await given.membership(circle, one.town);
    const { organisations } = await merged([one, two]);
    const [town, welfare] = organisations.nodes;
    expect(await circleOf(one.town)).toEqual([{ circle: circle.id, from: '2020-01-01', to: '2026-11-01' }]);
    expect(await circleOf(town)).toEqual([{ circle: circle.id, from: '2026-11-01', to: null }]);
    expect(await circleOf(welfare)).toEqual([]);
    const cohort = `select count(*)::int from cohort c join cohort_member m on m.cohort_id = c.id where c.source = $1 and m.organisation_id = $2`;
    expect(await on.sql(cohort, [circle.id, town.id])).toEqual([{ count: 1 }]);
  });

  it('is to be chosen when they are in different ones', async () => {
    const [one, two] = [await municipality(), await municipality()];
    const [first, second] = [await given.circle(), await given.circle()];
    await given.membership(first, one.town);
    await given.membership(second, two.town);
    expect(await merge([one, two])).toHaveUserError('BAD_USER_INPUT', ['circleId']);
    const { organisations } = await merged([one, two], { circleId: second.id });
    expect(await circleOf(organisations.nodes[0])).toEqual([{ circle: second.id, from: '2026-11-01', to: null }]);
  });

  it('of one that survives goes on, or is left for another one', async () => {
    const [large, small] = [await municipality(), await municipality()];
    const [stay, other] = [await given.circle(), await given.circle()];
    await given.membership(stay, large.town);
    const successor = { nis: large.nis, name: 'Grootstad' };
    await merged([large, small], { successor });
    expect(await circleOf(large.town)).toEqual([{ circle: stay.id, from: '2020-01-01', to: null }]);
    const next = await municipality();
    const municipalities = [
      { nis: large.nis, expectedVersion: 2 },
      { nis: next.nis, expectedVersion: 1 },
    ];
    await merged([], { successor, municipalities, circleId: other.id });
    expect(await circleOf(large.town)).toEqual([
      { circle: stay.id, from: '2020-01-01', to: '2026-11-01' },
      { circle: other.id, from: '2026-11-01', to: null },
    ]);
  });

  it.each([
    ['that is not there', async () => newId('circle'), 'NOT_FOUND'],
    ['that ended', async () => (await given.circle({ ended_on: '2024-01-01' })).id, 'INVALID_STATE'],
    ['that is a proposal', async () => (await given.circle({ founded_on: null })).id, 'BAD_USER_INPUT'],
  ] as const)('is none %s', async (_what, circle, code) => {
    const towns = [await municipality(), await municipality()];
    expect(await merge(towns, { circleId: await circle() })).toHaveUserError(code);
  });
});

it('takes part once in each project in which one of them did, from that day on', async () => {
  const [one, two] = [await municipality(), await municipality()];
  const [both, later, over, left] = [
    await knowledge.project(),
    await knowledge.project(),
    await knowledge.project({ status: 'DONE', ended_on: '2025-01-01' }),
    await knowledge.project(),
  ];
  await knowledge.participation(both, one.town);
  await knowledge.participation(both, two.town, { to_date: '2027-01-01' });
  await knowledge.participation(later, two.town, { from_date: '2026-12-01', to_date: '2027-02-01' });
  await knowledge.participation(over, one.town);
  await knowledge.participation(left, one.town, { to_date: '2025-01-01' });
  const { organisations } = await merged([one, two]);
  const of = ({ id }: Row) =>
    on.sql(
      `select project_id as project, from_date::text as "from", to_date::text as "to" from project_participation
        where organisation_id = $1 order by from_date`,
      [id],
    );
  expect(await of(organisations.nodes[0])).toEqual([
    { project: both.id, from: '2026-11-01', to: null },
    { project: later.id, from: '2026-12-01', to: '2027-02-01' },
  ]);
  expect(await of(two.town)).toEqual([{ project: both.id, from: '2024-02-01', to: '2026-11-01' }]);
  expect(await of(one.town)).toContainEqual({ project: left.id, from: '2024-02-01', to: '2025-01-01' });
});

describe('a membership of the association', () => {
  it('passes to the successor with its document, and ends for who merged', async () => {
    const [one, two] = [await municipality(), await municipality()];
    await memberships.accededApproved(one.town);
    await memberships.accededApproved(two.town);
    const application = await memberships.acceded(two.welfare);
    const { organisations } = await merged([one, two]);
    const { data } = await on
      .as(anonymous)
      .run('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Organisation { memberAs } } }', {
        ids: [organisations.nodes[0].id, one.town.id, two.town.id],
      });
    expect(data.nodes).toEqual([{ memberAs: 'ACCEDED' }, { memberAs: null }, { memberAs: null }]);
    const [decided] = await on.sql('select decision, rejection_reason from membership where id = $1', [application.id]);
    expect(decided).toEqual({ decision: 'REJECTED', rejection_reason: 'Gefuseerd tot Nieuwland.' });
  });

  it('of one that survives stays its own', async () => {
    const [large, small] = [await municipality(), await municipality()];
    await memberships.accededApproved(large.town);
    await memberships.accededApproved(small.town);
    await merged([large, small], { successor: { nis: large.nis, name: 'Grootstad' } });
    const rows = await on.sql('select cancelled_on::text from membership where organisation_id = $1', [large.town.id]);
    expect(rows).toEqual([{ cancelled_on: null }]);
  });

  it('asked for a circle is passed on too', async () => {
    const [one, two, circle] = [await municipality(), await municipality(), await given.circle()];
    for (const { town } of [one, two])
      await on.sql(
        `insert into circle_accession (id, circle_id, organisation_id, requested_at) values ($1, $2, $3, now())`,
        [newId('circleaccession'), circle.id, town.id],
      );
    const { organisations } = await merged([one, two]);
    const rows = await on.sql(
      `select organisation_id as by, state from circle_accession where circle_id = $1 order by state`,
      [circle.id],
    );
    expect(rows).toEqual([
      { by: organisations.nodes[0].id, state: 'REQUESTED' },
      { by: two.town.id, state: 'WITHDRAWN' },
    ]);
  });
});

describe('a merger is refused, and nothing of it is written,', () => {
  const refusals: readonly (readonly [
    string,
    (towns: Town[]) => Promise<Change> | Change,
    string,
    readonly string[] | undefined,
  ])[] = [
    ['in the future', () => ({ on: '2026-11-03' }), 'BAD_USER_INPUT', ['on']],
    ['before one of them existed', () => ({ on: '1977-01-01' }), 'BAD_USER_INPUT', ['on']],
    [
      'of one municipality',
      ([one]) => ({ municipalities: [{ nis: one!.nis, expectedVersion: 1 }] }),
      'BAD_USER_INPUT',
      ['municipalities'],
    ],
    [
      'of one municipality twice',
      ([one]) => ({ municipalities: [one, one].map((town) => ({ nis: town!.nis, expectedVersion: 1 })) }),
      'BAD_USER_INPUT',
      ['municipalities'],
    ],
    [
      'with one that is not there',
      ([one]) => ({ municipalities: [one!.nis, '44999'].map((nis) => ({ nis, expectedVersion: 1 })) }),
      'NOT_FOUND',
      ['municipalities', '1', 'nis'],
    ],
    [
      'with one that changed since',
      ([one, two]) => ({ municipalities: [one!, two!].map(({ nis }) => ({ nis, expectedVersion: 2 })) }),
      'CONFLICT',
      ['municipalities', '0', 'expectedVersion'],
    ],
    [
      'into a code that another one has',
      async () => ({ successor: { nis: (await municipality()).nis } }),
      'ALREADY_EXISTS',
      ['successor', 'nis'],
    ],
    [
      'into a code of a province in which none of them lies',
      () => ({ successor: { nis: '74104' } }),
      'BAD_USER_INPUT',
      ['successor', 'nis'],
    ],
    ['without a name', () => ({ successor: { name: ' ' } }), 'BAD_USER_INPUT', ['successor', 'name']],
    [
      'with an enterprise number that another one has',
      async () => {
        const enterpriseNumber = given.enterpriseNumber();
        await given.organisation({ enterprise_number: enterpriseNumber });
        return { successor: { ocmwEnterpriseNumber: enterpriseNumber } };
      },
      'ALREADY_EXISTS',
      undefined,
    ],
    [
      'before one of them joined a circle',
      async ([one]) => {
        await given.membership(await given.circle(), one!.town, { from: '2026-11-01' });
        return {};
      },
      'INVALID_STATE',
      undefined,
    ],
  ];

  it.each(refusals)('%s', async (_why, change, code, field) => {
    const towns = [await municipality(), await municipality()];
    const asked = await change(towns);
    const before = await state();
    expect(await merge(towns, asked)).toHaveUserError(code, field && [...field]);
    expect(await state()).toEqual(before);
  });

  it('with one that merged before, into itself or into another one', async () => {
    const [one, two, three] = [await municipality(), await municipality(), await municipality()];
    const after = await merged([one, two]);
    const again = [one, three].map(({ nis }) => ({ nis, expectedVersion: nis === one.nis ? 2 : 1 }));
    expect(await merge([], { municipalities: again })).toHaveUserError('INVALID_STATE');
    const back = { municipalities: [after, three].map(({ nis }) => ({ nis, expectedVersion: 1 })) };
    on.clock.set('2026-12-15T09:00:00Z');
    const into = await merge([], { ...back, on: '2026-12-01', successor: { nis: one.nis } });
    on.clock.set('2026-11-02T09:00:00Z');
    expect(into).toHaveUserError('ALREADY_EXISTS', ['successor', 'nis']);
  });

  it('to who is not of the staff', async () => {
    const towns = [await municipality(), await municipality()];
    const before = await state();
    const person = await given.person();
    for (const viewer of [signedIn(person), contact(person, towns[0]!.town)])
      expect(await merge(towns, {}, viewer)).toHaveUserError('FORBIDDEN');
    expect(await merge(towns, {}, anonymous)).toHaveError('UNAUTHENTICATED');
    expect(await state()).toEqual(before);
  });
});

const waiting = 'select pid from pg_locks where not granted';

describe('mergers at once', () => {
  it('that overlap: one wins, and the other one writes nothing', async () => {
    const towns = [];
    for (let index = 0; index < 4; index += 1) towns.push(await municipality());
    const [middle, ...others] = towns;
    const answers = await Promise.all(others.map((other) => merge([other, middle!])));
    const codes = answers.flatMap(({ data }) =>
      data.mergeMunicipalities.userErrors.map(({ code }: { code: string }) => code),
    );
    expect(codes.every((code) => code === 'CONFLICT' || code === 'INVALID_STATE')).toBe(true);
    expect(codes).toHaveLength(2);
    const ended = await on.sql(`select count(*)::int from municipality where nis = any($1) and valid_to is not null`, [
      towns.map(({ nis }) => nis),
    ]);
    expect(ended).toEqual([{ count: 2 }]);
  });

  it('into one new code: one wins, and who waits for it keeps nobody else waiting', async () => {
    const nis = freeNis();
    const pairs = [];
    for (let index = 0; index < 3; index += 1) pairs.push([await municipality(), await municipality()]);
    await on.sql('begin');
    await given.municipality({ nis });
    const answers = pairs.map((pair) => merge(pair, { successor: { nis } }));
    await until(async () => (await on.sql(waiting)).length === 3);
    const holding = await on.sql(
      `${waiting} intersect select pid from pg_locks where relation = 'organisation'::regclass`,
    );
    await on.sql('rollback');
    const codes = (await Promise.all(answers)).flatMap(({ data }) =>
      data.mergeMunicipalities.userErrors.map(({ code }: { code: string }) => code),
    );
    expect(codes).toEqual(['ALREADY_EXISTS', 'ALREADY_EXISTS']);
    expect(holding).toHaveLength(1);
  });

  it('that are the same call: once', async () => {
    const towns = [await municipality(), await municipality()];
    const call = { idempotencyKey: 'merger', successor: { nis: freeNis() } };
    const answers = await Promise.all([1, 2, 3].map(() => merge(towns, call)));
    expect(new Set(answers.map(({ data }) => data.mergeMunicipalities.municipality?.id)).size).toBe(1);
  });
});

it('while people start to work there and a circle and projects take them in leaves nobody behind', async () => {
  const towns = [await municipality(), await municipality()];
  const circle = await given.circle();
  const work = new GivenEmployment(on);
  const begin: (() => Promise<Answer>)[] = [];
  for (let index = 0; index < 4; index += 1) {
    const person = await given.person({ email_confirmed_at: '2026-01-01T09:00:00Z' });
    const { data } = await work.invite(clerk, { organisation: towns[0]!.town, person });
    begin.push(() => work.answer(signedIn(person), ACCEPT, data.answer.invitation));
  }
  const join = `mutation ($input: JoinKnowledgeCircleInput!) { joinKnowledgeCircle(input: $input) { userErrors { code } } }`;
  const at = { organisationId: towns[0]!.town.id, from: '2026-11-02' };
  const take = `mutation ($input: JoinProjectInput!) { joinProject(input: $input) { userErrors { code } } }`;
  const projects = await Promise.all([1, 2, 3].map(() => knowledge.project()));
  const answers = await Promise.all([
    ...begin.slice(0, 2).map((accept) => accept()),
    merge(towns, { circleId: circle.id }),
    on.as(clerk).run(join, { input: { circleId: circle.id, ...at } }),
    ...projects.map(({ id }) =>
      on.as(clerk).run(take, { input: { projectId: id, organisationId: towns[0]!.town.id } }),
    ),
    ...begin.slice(2).map((accept) => accept()),
  ]);
  expect(answers.filter(({ errors }) => errors)).toEqual([]);
});

it('leaves the register whole: whatever merged is known to its heir, and nothing of today hangs on it', async () => {
  const broken = await on.sql(`
    select 'predecessor' as what, o.id from organisation o join organisation heir on heir.id = o.merged_into_id
      where not (heir.predecessor_ids @> (array[o.id] || o.predecessor_ids))
    union all select 'territory', o.id from organisation o join municipality m on m.id = o.municipality_id
      where o.status = 'ACTIVE' and m.valid_to is not null
    union all select 'employment', e.id from employment e join organisation o on o.id = e.organisation_id
      where o.ended_on is not null and (e.to_date is null or e.to_date > o.ended_on)
    union all select 'circle', c.id from circle_membership c join organisation o on o.id = c.organisation_id
      where o.ended_on is not null and (c.to_date is null or c.to_date > o.ended_on)
    union all select 'project', p.id from project_participation p join organisation o on o.id = p.organisation_id
      where o.ended_on is not null and (p.to_date is null or p.to_date > o.ended_on)
    union all select 'cohort', m.organisation_id from cohort_member m join organisation o on o.id = m.organisation_id
      where o.status <> 'ACTIVE'`);
  expect(broken).toEqual([]);
});
