import '../../../../../shared/test/matchers.js';
import { createDataSource } from '@lokaal/shared/database';
import type { Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import type { DataSource } from 'typeorm';
import { closeBeforeDropping } from '../../../../../shared/test/database.js';
import type { Answer, TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { communityEntities } from '../../schema.js';
import {
  employee,
  Given,
  type GivenOrganisation,
  type GivenPerson,
  type Row,
  signedIn,
  staff,
  startCommunity,
  statementsOf,
} from '../../../test/given.js';
import { GivenMembership } from '../../../test/given-membership.js';
import { KeptCalendars } from '../../../test/kept-calendars.js';
import { linking } from '../../../test/other-process.js';
import { KeptMails, signInLink } from '../../../test/kept-mails.js';
import { DueMergers } from './due-mergers.js';

let on: TestSubgraph;
let given: Given;
let mails: KeptMails;
let calendars: KeptCalendars;
let db: DataSource;
let clerk: Viewer;
let clerkPerson: GivenPerson;
let woken = 0;

interface Town extends Row {
  readonly nis: string;
  readonly town: GivenOrganisation;
}

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  mails = await KeptMails.of(on);
  calendars = await KeptCalendars.of(on);
  db = await createDataSource({ url: on.urls.server, applicationName: 'test', entities: communityEntities });
  closeBeforeDropping(() => db.destroy());
  clerkPerson = await given.person({ name: 'Stien Staf' });
  clerk = staff(clerkPerson);
  await on.sql(`insert into staff_role (person_id, role) values ($1, 'STAFF')`, [clerkPerson.id]);
});
afterEach(async () => {
  on.clock.set('2026-11-02T09:00:00Z');
  // what one test leaves undone is no business of the next
  await on.sql(`update planned_merger set state = 'WITHDRAWN', decided_at = now() where state = 'PLANNED'`);
});

const newYear = '2026-12-31T23:00:00Z';
const FIELDS = `plannedMerger { id version on takesEffectOn state decidedAt failure successorNis successorName
  municipalities { nodes { nis } } circle { id } result { id nis } plannedBy { name } withdrawnBy { name } }
  userErrors { code field message }`;
const PLAN = `mutation ($input: PlanMunicipalityMergerInput!) { planMunicipalityMerger(input: $input) { ${FIELDS} } }`;
const WITHDRAW = `mutation ($input: WithdrawPlannedMergerInput!) { withdrawPlannedMerger(input: $input) { ${FIELDS} } }`;
const AMEND = `mutation ($input: AmendPlannedMergerInput!) { amendPlannedMerger(input: $input) { ${FIELDS} } }`;
const SHOWN = `query ($id: ID!) { node(id: $id) { ... on PlannedMerger { state decidedAt failure result { nis validFrom } } } }`;

let lastNis = 45_100;
const freeNis = (): string => String((lastNis += 1));

async function municipality(): Promise<Town> {
  const nis = freeNis();
  const { id } = await given.municipality({ nis, name: `Dorp ${nis}`, province: 'OOST_VLAANDEREN' });
  const town = await given.organisation({ kind: 'MUNICIPALITY', legal_name: `Gemeente ${nis}`, municipality_id: id });
  return { id, nis, town };
}
const pair = async (): Promise<[Town, Town]> => [await municipality(), await municipality()];
async function contactOf({ town }: Town): Promise<GivenPerson> {
  const person = await given.person();
  await given.employment(person, town, { roles: ['MEMBER_CONTACT'] });
  return person;
}

interface Change {
  readonly successor?: object;
  readonly [name: string]: unknown;
}

function plan(towns: readonly Town[], { successor, ...more }: Change = {}, viewer = clerk): Promise<Answer> {
  const municipalities = towns.map(({ nis }) => ({ nis, expectedVersion: 1 }));
  const input = { on: '2027-01-01', municipalities, successor: { nis: freeNis(), name: 'Nieuwland', ...successor } };
  return on.as(viewer).run(PLAN, { input: { ...input, ...more } });
}
async function planned(...asked: Parameters<typeof plan>): Promise<Row & { successorNis: string }> {
  const { data } = await plan(...asked);
  expect(data.planMunicipalityMerger.userErrors).toEqual([]);
  return data.planMunicipalityMerger.plannedMerger;
}
const withdraw = ({ id }: Row, more: object = {}, viewer = clerk): Promise<Answer> =>
  on.as(viewer).run(WITHDRAW, { input: { id, expectedVersion: 1, ...more } });
const amend = ({ id }: Row, more: object = {}, viewer = clerk): Promise<Answer> =>
  on.as(viewer).run(AMEND, { input: { id, expectedVersion: 1, ...more } });
const shown = async ({ id }: Row, viewer = clerk) => (await on.as(viewer).run(SHOWN, { id })).data.node;
const subjectsOf = async ({ email }: GivenPerson) => (await mails.to(email)).map(({ subject }) => subject);
const dueMergers = () => new DueMergers({ db, clock: on.clock, mailWaits: () => void (woken += 1), ...linking });
const run = (): Promise<void> => dueMergers().carryOutAll();
const endOf = async ({ id }: Row) =>
  (await on.sql('select valid_to::text as "to" from municipality where id = $1', [id]))[0]!['to'];
const plans = async (): Promise<number> => (await on.sql('select id from planned_merger')).length;

const registers = ['municipality', 'organisation', 'employment', 'circle_membership', 'membership', 'cohort_member'];
/** All that a merger could write. */
const state = () =>
  on.sql(
    `select ${registers.map((one) => `(select md5(string_agg(t::text, ',' order by t::text)) from ${one} t) as ${one}`).join()}`,
  );

describe('a planned merger', () => {
  it('is checked and written down; nothing of it is done before its day', async () => {
    const [one, two] = await pair();
    const before = await state();
    const { data } = await plan([one, two], { successor: { name: 'Groot-Dorp' } });
    expect(data.planMunicipalityMerger).toMatchObject({
      plannedMerger: {
        id: expect.stringMatching(/^plannedmerger_/),
        version: 1,
        on: '2027-01-01',
        state: 'PLANNED',
        decidedAt: null,
        successorName: 'Groot-Dorp',
        municipalities: { nodes: [{ nis: one.nis }, { nis: two.nis }] },
        result: null,
        plannedBy: { name: 'Stien Staf' },
      },
      userErrors: [],
    });
    on.clock.set('2026-12-31T22:59:00Z');
    await run();
    expect(await state()).toEqual(before);
    expect(await shown(data.planMunicipalityMerger.plannedMerger)).toMatchObject({ state: 'PLANNED' });
  });

  it('takes effect on its day in Brussels, with what was asked for, whatever version its municipalities have then', async () => {
    const [one, two] = await pair();
    const circle = await given.circle();
    const merger = await planned([one, two], { circleId: circle.id, successor: { legalName: 'Stad Nieuwland' } });
    await on.sql('update municipality set version = 9 where id = $1', [one.id]);
    on.clock.set(newYear);
    await run();
    expect(await shown(merger)).toEqual({
      state: 'CARRIED_OUT',
      decidedAt: '2026-12-31T23:00:00.000Z',
      failure: null,
      result: { nis: merger.successorNis, validFrom: '2027-01-01' },
    });
    expect([await endOf(one), await endOf(two)]).toEqual(['2027-01-01', '2027-01-01']);
    const [heir] = await on.sql(
      `select o.legal_name as name, m.circle_id as circle from organisation o
        join circle_membership m on m.organisation_id = o.id where $1 = any(o.predecessor_ids)`,
      [one.town.id],
    );
    expect(heir).toEqual({ name: 'Stad Nieuwland', circle: circle.id });
  });

  it('takes the last day to renew what ends out of the calendars of the contact persons', async () => {
    const [one, two] = await pair();
    const contact = await contactOf(one);
    const membership = await new GivenMembership(on).accededApproved(one.town);
    await planned([one, two]);
    on.clock.set(newYear);
    await run();
    const entry = { uid: membership.id, method: 'CANCEL', status: 'CANCELLED', sequence: 2 };
    expect(await calendars.of(contact)).toContainEqual(expect.objectContaining(entry));
  });

  it('lets who works there work for the successor from its first day on, with the same roles and the records of before', async () => {
    const [one, two] = await pair();
    const [stays, left, comes] = [await given.person(), await given.person(), await given.person()];
    const roles = ['DPO', 'MEMBER_CONTACT'];
    await given.employment(stays, one.town, { roles });
    await given.employment(left, one.town, { to: '2026-10-01' });
    await given.employment(comes, two.town, { from: '2027-02-01' });
    await planned([one, two]);
    on.clock.set(newYear);
    await run();
    const [heir] = await on.sql('select merged_into_id as id from organisation where id = $1', [one.town.id]);
    const of = (person: Row) =>
      on.sql(
        `select organisation_id as at, from_date::text as "from", to_date::text as "to", roles from employment
          where person_id = $1 order by from_date`,
        [person.id],
      );
    expect(await of(stays)).toEqual([
      { at: one.town.id, from: '2020-01-01', to: '2027-01-01', roles },
      { at: heir!['id'], from: '2027-01-01', to: null, roles },
    ]);
    expect(await of(left)).toMatchObject([{ at: one.town.id, to: '2026-10-01' }]);
    expect(await of(comes)).toMatchObject([{ at: heir!['id'], from: '2027-02-01' }]);
  });

  it('lets a DPO whom they shared work once for the successor, with the roles of all; other work stays apart', async () => {
    const [one, two] = await pair();
    const shared = await given.person();
    await given.employment(shared, one.town, { roles: ['DPO', 'READER'] });
    await given.employment(shared, two.town, { roles: ['DPO', 'CISO'], from: '2024-01-01' });
    await given.employment(shared, two.town, { function_title: 'Lesgever', roles: [] });
    await planned([one, two]);
    on.clock.set(newYear);
    await run();
    const query = `{ me { employments { nodes { functionTitle roles from to } } } }`;
    const { nodes } = (await on.as(signedIn(shared)).run(query)).data.me.employments;
    const work = { functionTitle: 'ICT-medewerker', from: '2027-01-01', to: null };
    const todays = nodes.filter(({ to }: { to: string | null }) => to === null);
    expect(todays.toSorted((a: Row, b: Row) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))).toEqual([
      { ...work, roles: ['DPO', 'READER', 'CISO'] },
      { ...work, functionTitle: 'Lesgever', roles: [] },
    ]);
  });

  it('is told once to each contact person, DPO and CISO of what merges, when it is planned and when it took effect, in the own language', async () => {
    const [one, two] = await pair();
    const [both, other, reader] = [await given.person({ language: 'FR' }), await given.person(), await given.person()];
    for (const at of [one.town, two.town]) await given.employment(both, at, { roles: ['MEMBER_CONTACT'] });
    await given.employment(other, two.town, { roles: ['CISO'] });
    await given.employment(reader, one.town, { roles: ['READER'] });
    [woken] = [0];
    await planned([one, two]);
    expect(await mails.to(other.email)).toMatchObject([
      {
        subject: 'De fusie tot Nieuwland is gepland',
        text: expect.stringContaining(
          `Dorp ${one.nis} en Dorp ${two.nis} fuseren tot Nieuwland, met als eerste dag 1 januari 2027.`,
        ),
      },
    ]);
    on.clock.set(newYear);
    await run();
    expect(await subjectsOf(both)).toEqual([
      'La fusion en Nieuwland est prévue',
      'La fusion en Nieuwland est enregistrée',
    ]);
    expect(await mails.to(other.email)).toMatchObject([
      {},
      {
        text: expect.stringContaining(`Dorp ${one.nis} en Dorp ${two.nis} zijn sinds 1 januari 2027 samen Nieuwland.`),
      },
    ]);
    expect(await mails.to(reader.email)).toEqual([]);
    expect(woken).toBeGreaterThan(0);
  });

  it.each([
    ['today', '2026-11-02', '2026-11-16'],
    ['that has come', '2026-09-01', '2026-11-16'],
    ['within the two weeks', '2026-11-15', '2026-11-16'],
    ['two weeks away', '2026-11-16', '2026-11-16'],
    ['later', '2026-11-17', '2026-11-17'],
  ])(
    'with a first day %s takes effect after two weeks at the earliest, with that first day',
    async (_when, day, effect) => {
      const towns = await pair();
      const merger = await planned(towns, { on: day });
      expect(merger).toMatchObject({ on: day, takesEffectOn: effect });
      on.clock.set(new Date(Date.parse(`${effect}T00:00:00+01:00`) - 1000).toISOString());
      await run();
      expect(await endOf(towns[0])).toBeNull();
      on.clock.set(new Date(Date.parse(`${effect}T00:00:00+01:00`)).toISOString());
      await run();
      expect(await endOf(towns[0])).toBe(day);
    },
  );

  it('is carried out late when nobody was there on its day, from its day on, and once', async () => {
    const towns = await pair();
    const merger = await planned(towns);
    on.clock.set('2027-01-04T08:00:00Z');
    await Promise.all([run(), run(), run()]);
    const before = await state();
    await run();
    expect(await state()).toEqual(before);
    expect(await shown(merger)).toMatchObject({ state: 'CARRIED_OUT', result: { validFrom: '2027-01-01' } });
  });

  it('is one of several of that day: each is carried out, also when one of them fails', async () => {
    const [good, bad, last] = [await pair(), await pair(), await pair()];
    const mergers = [await planned(good), await planned(bad), await planned(last)];
    await on.sql(`update municipality set valid_to = '2026-12-15' where id = $1`, [bad[0].id]);
    on.clock.set(newYear);
    await run();
    const states = await Promise.all(mergers.map((one) => shown(one)));
    expect(states.map((one) => one.state)).toEqual(['CARRIED_OUT', 'FAILED', 'CARRIED_OUT']);
  });

  it('that fails on its day writes nothing, is told to staff, says why to staff only, and can be planned anew', async () => {
    const [one, two] = await pair();
    const worker = employee(await given.person(), one.town);
    const merger = await planned([one, two], { successor: { name: 'Mislukt-Dorp' } });
    // reference data that know it better
    await on.sql(`update municipality set valid_to = '2026-12-15' where id = $1`, [two.id]);
    const before = await state();
    [woken] = [0];
    on.clock.set(newYear);
    await run();
    expect(await state()).toEqual(before);
    expect(await shown(merger)).toMatchObject({
      state: 'FAILED',
      failure: expect.stringContaining('ended on 2026-12-15 already'),
      result: null,
    });
    expect(await shown(merger, worker)).toMatchObject({ state: 'FAILED', failure: null });
    const told = (await mails.to(clerkPerson.email)).filter(({ subject }) => subject.includes('Mislukt-Dorp'));
    expect(told).toMatchObject([{ subject: 'De fusie tot Mislukt-Dorp is niet doorgevoerd' }]);
    expect(told[0]!.text).toMatch(/Reden, in het Engels: .* ended on 2026-12-15 already/u);
    expect([told[0]!.text.includes(signInLink), woken > 0]).toEqual([true, true]);
    const again = await plan([one, await municipality()], { on: '2027-06-01' });
    expect(again.data.planMunicipalityMerger.userErrors).toEqual([]);
  });

  it('that fails by what nobody foresaw is told to staff too, and the job says so to the log', async () => {
    const towns = await pair();
    const merger = await planned(towns);
    await on.sql(`alter table municipality add constraint unforeseen check (nis <> '${merger.successorNis}')`);
    try {
      on.clock.set(newYear);
      await expect(run()).rejects.toThrow('unforeseen');
      expect(await shown(merger)).toMatchObject({
        state: 'FAILED',
        failure: expect.stringContaining('the log of the community has it'),
      });
      expect(await endOf(towns[0])).toBeNull();
    } finally {
      await on.sql('alter table municipality drop constraint unforeseen');
    }
  });
});

describe('planning', () => {
  it.each<[string, (towns: [Town, Town]) => Promise<Answer>, string, string[] | undefined]>([
    ['a day before one of them was there', (towns) => plan(towns, { on: '1977-01-01' }), 'BAD_USER_INPUT', ['on']],
    ['one municipality', ([one]) => plan([one]), 'BAD_USER_INPUT', ['municipalities']],
    [
      'a code that is taken',
      async (towns) => plan(towns, { successor: { nis: (await municipality()).nis } }),
      'ALREADY_EXISTS',
      ['successor', 'nis'],
    ],
    [
      'a code of another province',
      (towns) => plan(towns, { successor: { nis: '74105' } }),
      'BAD_USER_INPUT',
      ['successor', 'nis'],
    ],
    [
      'an enterprise number that is taken',
      async (towns) => {
        const enterpriseNumber = given.enterpriseNumber();
        await given.organisation({ enterprise_number: enterpriseNumber });
        return plan(towns, { successor: { enterpriseNumber } });
      },
      'ALREADY_EXISTS',
      undefined,
    ],
    ['a circle that is not there', (towns) => plan(towns, { circleId: newId('circle') }), 'NOT_FOUND', ['circleId']],
    [
      'municipalities in different circles',
      async (towns) => {
        for (const { town } of towns) await given.membership(await given.circle(), town);
        return plan(towns);
      },
      'BAD_USER_INPUT',
      ['circleId'],
    ],
    [
      'a municipality in another version',
      ([one, two]) => plan([], { municipalities: [one, two].map(({ nis }) => ({ nis, expectedVersion: 2 })) }),
      'CONFLICT',
      ['municipalities', '0', 'expectedVersion'],
    ],
    [
      'what is not of staff',
      ([one, two]) => plan([one, two], {}, employee(clerkPerson, one.town)),
      'FORBIDDEN',
      undefined,
    ],
  ])('%s is refused, and nothing is written', async (_what, ask, code, field) => {
    const towns = await pair();
    const [before, written] = [await plans(), endOf(towns[0])];
    expect(await ask(towns)).toHaveUserError(code, field);
    expect([await plans(), await endOf(towns[0])]).toEqual([before, await written]);
  });

  it('twice with one municipality is refused, in a row and at once, and so is a merger of today with it', async () => {
    const [one, two] = await pair();
    const three = await municipality();
    const answers = await Promise.all([plan([one, two]), plan([one, three]), plan([two, three])]);
    const refusals = answers.flatMap(({ data }) => data.planMunicipalityMerger.userErrors);
    expect([refusals.length, (await on.sql(`select from planned_merger where state = 'PLANNED'`)).length]).toEqual([
      2, 1,
    ]);
    expect(await plan([one, two, three])).toHaveUserError('INVALID_STATE');
    const MERGE = `mutation ($input: MergeMunicipalitiesInput!) { mergeMunicipalities(input: $input) { userErrors { code field message } } }`;
    const municipalities = [one, two, three].map(({ nis }) => ({ nis, expectedVersion: 1 }));
    const input = { on: '2026-11-01', municipalities, successor: { nis: freeNis(), name: 'Vandaag' } };
    expect(await on.as(clerk).run(MERGE, { input })).toHaveUserError('INVALID_STATE');
  });

  it('two mergers into one new code at once: one is planned', async () => {
    const [first, second] = [await pair(), await pair()];
    const successor = { nis: freeNis() };
    const answers = await Promise.all([plan(first, { successor }), plan(second, { successor })]);
    expect(answers.flatMap(({ data }) => data.planMunicipalityMerger.userErrors)).toMatchObject([
      { code: 'ALREADY_EXISTS' },
    ]);
  });

  it('the same call is done once', async () => {
    const towns = await pair();
    const more = { successor: { nis: freeNis() }, idempotencyKey: 'fusie' };
    const before = await plans();
    const ids = await Promise.all([1, 2, 3].map(() => planned(towns, more)));
    expect([new Set(ids.map(({ id }) => id)).size, (await plans()) - before]).toEqual([1, 1]);
  });
});

describe('amending', () => {
  const rowOf = async ({ id }: Row) => (await on.sql('select * from planned_merger where id = $1', [id]))[0];
  it('moves the day: two weeks begin again, and who is concerned is told', async () => {
    const towns = await pair();
    const contact = await contactOf(towns[1]);
    const merger = await planned(towns);
    on.clock.set('2026-12-20T09:00:00Z');
    const { data } = await amend(merger, { on: '2026-12-01' });
    expect(data.amendPlannedMerger).toMatchObject({
      plannedMerger: {
        version: 2,
        state: 'PLANNED',
        on: '2026-12-01',
        takesEffectOn: '2027-01-03',
        successorName: 'Nieuwland',
      },
      userErrors: [],
    });
    expect((await mails.to(contact.email)).at(-1)).toMatchObject({
      subject: 'De fusie tot Nieuwland is verplaatst',
      text: expect.stringContaining(
        'nu met als eerste dag 1 december 2026. In Lokaal Digitaal gaat dat in op 3 januari 2027',
      ),
    });
    expect((await mails.to(contact.email)).at(-1)!.text).toContain('tot Nieuwland, met als eerste dag 1 januari 2027.');
    on.clock.set('2027-01-02T09:00:00Z');
    await run();
    expect(await endOf(towns[0])).toBeNull();
    on.clock.set('2027-01-03T09:00:00Z');
    await run();
    expect(await endOf(towns[0])).toBe('2026-12-01');
  });

  it('into another successor is told with the old and the new one and both days, and two weeks begin again', async () => {
    const towns = await pair();
    const contact = await contactOf(towns[1]);
    const merger = await planned(towns);
    on.clock.set('2026-12-28T09:00:00Z');
    const { data } = await amend(merger, { successor: { nis: freeNis(), name: 'Anderland' } });
    expect(data.amendPlannedMerger.plannedMerger).toMatchObject({ on: '2027-01-01', takesEffectOn: '2027-01-11' });
    const { subject, text } = (await mails.to(contact.email)).at(-1)!;
    expect(subject).toBe('De fusie tot Nieuwland wordt een fusie tot Anderland');
    expect(text).toContain(
      'fuseren nu tot Anderland, met als eerste dag 1 januari 2027. In Lokaal Digitaal gaat dat in op 11 januari',
    );
    expect(text).toContain('Eerder gepland: tot Nieuwland, met als eerste dag 1 januari 2027.');
  });

  it('changes names, numbers and circle without another delay, and tells nobody', async () => {
    const towns = await pair();
    const contact = await contactOf(towns[0]);
    const circle = await given.circle();
    const merger = await planned(towns, { circleId: circle.id, successor: { legalName: 'Stad Nieuwland' } });
    on.clock.set('2026-12-30T09:00:00Z');
    const enterpriseNumber = given.enterpriseNumber();
    const successor = { nis: merger.successorNis, name: 'Nieuwerland', enterpriseNumber };
    const { data } = await amend(merger, { successor, circleId: null });
    expect(data.amendPlannedMerger.plannedMerger).toMatchObject({
      takesEffectOn: '2027-01-01',
      successorName: 'Nieuwerland',
      circle: null,
    });
    expect(await rowOf(merger)).toMatchObject({ legal_name: null, enterprise_number: enterpriseNumber });
    expect(await subjectsOf(contact)).toEqual(['De fusie tot Nieuwland is gepland']);
  });

  it('plans again what failed, with its first day', async () => {
    const [one, two] = await pair();
    const merger = await planned([one, two]);
    await on.sql(`update municipality set valid_to = '2026-12-15' where id = $1`, [two.id]);
    on.clock.set(newYear);
    await run();
    await on.sql(`update municipality set valid_to = null where id = $1`, [two.id]);
    const { data } = await amend(merger, { expectedVersion: 2 });
    expect(data.amendPlannedMerger.plannedMerger).toMatchObject({
      state: 'PLANNED',
      failure: null,
      decidedAt: null,
      on: '2027-01-01',
      takesEffectOn: '2027-01-15',
    });
    on.clock.set('2027-01-15T09:00:00Z');
    await run();
    expect(await shown(merger)).toMatchObject({ state: 'CARRIED_OUT', result: { validFrom: '2027-01-01' } });
  });

  it.each<[string, (merger: Row, towns: [Town, Town]) => Promise<Answer>, string, string[] | undefined]>([
    [
      'into a day before one of them was there',
      (merger) => amend(merger, { on: '1977-01-01' }),
      'BAD_USER_INPUT',
      ['on'],
    ],
    ['without a day', (merger) => amend(merger, { on: null }), 'BAD_USER_INPUT', ['on']],
    [
      'into a code that is taken',
      async (merger) => amend(merger, { successor: { nis: (await municipality()).nis, name: 'Nieuwland' } }),
      'ALREADY_EXISTS',
      ['successor', 'nis'],
    ],
    [
      'into a code of another merger',
      async (merger) => {
        const other = await planned(await pair());
        return amend(merger, { successor: { nis: other.successorNis, name: 'Nieuwland' } });
      },
      'ALREADY_EXISTS',
      undefined,
    ],
    [
      'into a circle that is not there',
      (merger) => amend(merger, { circleId: newId('circle') }),
      'NOT_FOUND',
      ['circleId'],
    ],
    ['in another version', (merger) => amend(merger, { expectedVersion: 2 }), 'CONFLICT', ['expectedVersion']],
    ['by others', (merger, [one]) => amend(merger, {}, employee(clerkPerson, one.town)), 'FORBIDDEN', undefined],
  ])('is refused %s, and nothing is written', async (_what, ask, code, field) => {
    const towns = await pair();
    const merger = await planned(towns);
    const before = await rowOf(merger);
    expect(await ask(merger, towns)).toHaveUserError(code, field);
    expect(await rowOf(merger)).toEqual(before);
  });

  it('is refused of what was withdrawn, and of what is not there', async () => {
    const merger = await planned(await pair());
    await withdraw(merger);
    expect(await amend(merger, { expectedVersion: 2, on: '2027-06-01' })).toHaveUserError('INVALID_STATE');
    expect(await amend({ id: newId('plannedmerger') })).toHaveUserError('NOT_FOUND', ['id']);
  });
});

describe('withdrawing', () => {
  it('is done by staff before its day: then it never takes effect, and the municipalities are free', async () => {
    const towns = await pair();
    const contact = await given.person();
    await given.employment(contact, towns[0].town, { roles: ['MEMBER_CONTACT'] });
    const merger = await planned(towns);
    expect((await withdraw(merger)).data.withdrawPlannedMerger.plannedMerger).toMatchObject({
      state: 'WITHDRAWN',
      decidedAt: '2026-11-02T09:00:00.000Z',
      withdrawnBy: { name: 'Stien Staf' },
      version: 2,
    });
    expect((await subjectsOf(contact)).at(-1)).toBe('De fusie tot Nieuwland is ingetrokken');
    on.clock.set(newYear);
    await run();
    expect(await endOf(towns[0])).toBeNull();
    on.clock.set('2026-11-02T09:00:00Z');
    await planned(towns, { on: '2027-06-01' });
  });

  it('takes the day out of the calendars into which planning put it, and where amending moved it', async () => {
    const towns = await pair();
    const contact = await given.person({ language: 'FR' });
    await given.employment(contact, towns[0].town, { roles: ['MEMBER_CONTACT'] });
    const merger = await planned(towns);
    await amend(merger, { on: '2027-06-01' });
    await withdraw(merger, { expectedVersion: 2 });
    const entry = { uid: merger.id, summary: 'Fusion en Nieuwland' };
    const entries = await calendars.of(contact);
    expect(entries.toSorted((one, other) => one.sequence - other.sequence)).toMatchObject([
      { ...entry, method: 'PUBLISH', sequence: 1, status: 'CONFIRMED', start: expect.stringContaining('2027-01-01') },
      { ...entry, method: 'PUBLISH', sequence: 2, status: 'CONFIRMED', start: expect.stringContaining('2027-06-01') },
      { ...entry, method: 'CANCEL', sequence: 3, status: 'CANCELLED', start: expect.stringContaining('2027-06-01') },
    ]);
  });

  it('is refused to others, in another version, and of what is planned no more', async () => {
    const [one, two] = await pair();
    const merger = await planned([one, two]);
    expect(await withdraw(merger, {}, employee(clerkPerson, one.town))).toHaveUserError('FORBIDDEN');
    expect(await withdraw(merger, { expectedVersion: 2 })).toHaveUserError('CONFLICT', ['expectedVersion']);
    expect(await withdraw({ id: newId('plannedmerger') })).toHaveUserError('NOT_FOUND', ['id']);
    await withdraw(merger);
    expect(await withdraw(merger, { expectedVersion: 2 })).toHaveUserError('INVALID_STATE');
  });

  it('as its day comes is one of both: carried out or withdrawn', async () => {
    for (let round = 0; round < 4; round += 1) {
      on.clock.set('2026-11-02T09:00:00Z');
      const towns = await pair();
      const merger = await planned(towns);
      on.clock.set(newYear);
      const job = round % 2 === 0 ? run() : undefined;
      const [answer] = await Promise.all([withdraw(merger), job ?? run()]);
      await run();
      const isWithdrawn = answer.data.withdrawPlannedMerger.userErrors.length === 0;
      expect((await shown(merger)).state).toBe(isWithdrawn ? 'WITHDRAWN' : 'CARRIED_OUT');
      expect((await endOf(towns[0])) === null).toBe(isWithdrawn);
    }
  });
});

it('is seen by staff and by who works for an authority that merges, and by nobody else, in one statement', async () => {
  const [one, two] = await pair();
  const merger = await planned([one, two]);
  const stranger = employee(await given.person(), (await municipality()).town);
  const LIST = `query ($nis: NisCode!) { plannedMergers(filter: { state: { eq: PLANNED } }) { totalCount nodes { id municipalities { nodes { nis } } } }
    municipality(nis: $nis) { plannedMerger { id on } } }`;
  const seenBy = async (viewer: Viewer) => {
    const { data } = await on.as(viewer).run(LIST, { nis: two.nis });
    expect(data.plannedMergers.totalCount).toBe(data.plannedMergers.nodes.length);
    return [data.plannedMergers.nodes.map(({ id }: Row) => id), data.municipality.plannedMerger?.id ?? null];
  };
  expect(await seenBy(clerk)).toEqual([[merger.id], merger.id]);
  expect(await seenBy(employee(await given.person(), one.town))).toEqual([[merger.id], merger.id]);
  const shop = await given.organisation({ municipality_id: one.id });
  expect(await seenBy(employee(await given.person(), shop))).toEqual([[], null]);
  expect(await seenBy(stranger)).toEqual([[], null]);
  expect(await seenBy(signedIn(await given.person()))).toEqual([[], null]);
  const list =
    '{ plannedMergers { nodes { id circle { name } municipalities { nodes { nis } } result { nis } plannedBy { name } } } }';
  expect(await statementsOf(() => on.as(clerk).run(list))).toBe(1);
});
