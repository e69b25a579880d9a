import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import {
  employee,
  Given,
  type GivenOrganisation,
  type GivenPerson,
  type Row,
  inRoles,
  signedIn,
  staff,
  startCommunity,
  statementsOf,
} from '../../../test/given.js';
import { GivenCertificates } from '../../../test/given-certificate.js';

const ASK = `query ($id: ID!, $person: ID!) { node(id: $id) { id }
  certificates(filter: { personId: { eq: $person } }) { totalCount }
  person: node(id: $person) { ... on Person { certificates { totalCount } learningRecord { hours } } } }`;
const RECORD = `query ($person: ID!, $year: Int) { person: node(id: $person) { ... on Person {
  learningRecord(year: $year) { attended hours credits certificates categories { category hours } }
  registrations(filter: { state: { eq: ATTENDED } }) { nodes { certificate { valid } event { trainingSession { training { title } } } } } } } }`;

let on: TestSubgraph;
let given: Given;
let certificates: GivenCertificates;
let holder: GivenPerson;
let employer: GivenOrganisation;
let formerEmployer: GivenOrganisation;
let vendor: GivenOrganisation;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  certificates = new GivenCertificates(on);
  [employer, formerEmployer, vendor] = [await given.authority(), await given.authority(), await given.organisation()];
  holder = await given.person({ consent_directory: true });
  await given.employment(holder, employer);
  await given.employment(holder, formerEmployer, { from: '2019-01-01', to: '2025-01-01' });
});

const at = async (organisation: GivenOrganisation, ...roles: string[]): Promise<Viewer> =>
  inRoles(employee(await given.person(), organisation), ...roles);

describe('what somebody learned', () => {
  it.each<[string, boolean, () => Promise<Viewer>]>([
    ['the anonymous', false, async () => anonymous],
    ['another member', false, async () => signedIn(await given.person())],
    ['who works elsewhere', false, () => at(formerEmployer, 'READER')],
    ['who acts for a former employer', false, () => at(formerEmployer, 'ICT_MANAGER', 'MEMBER_CONTACT')],
    ['a vendor', false, () => at(vendor, 'VENDOR_EDITOR', 'MEMBER_CONTACT')],
    ['a colleague who reads', false, () => at(employer, 'READER')],
    ['a colleague who is DPO or CISO', false, () => at(employer, 'DPO', 'CISO', 'PORTFOLIO_EDITOR')],
    ['the ICT manager of the employer', true, () => at(employer, 'ICT_MANAGER')],
    ['the contact person of the employer', true, () => at(employer, 'MEMBER_CONTACT')],
    ['the person', true, async () => signedIn(holder)],
    ['staff', true, async () => staff(await given.person())],
  ])('is for %s: %p', async (_who, isSeen, viewer) => {
    const one = await certificates.certificate(holder);
    const { data } = await on.as(await viewer()).run(ASK, { id: one.id, person: holder.id });
    const seen = {
      node: data.node !== null,
      listed: data.certificates.totalCount > 0,
      ofPerson: (data.person?.certificates.totalCount ?? 0) > 0,
      record: (data.person?.learningRecord ?? null) !== null,
    };
    expect(seen).toEqual({ node: isSeen, listed: isSeen, ofPerson: isSeen, record: isSeen });
  });
});

describe('what somebody learned before', () => {
  const OTHERS = `query ($person: ID!, $id: ID!) { node(id: $id) { id }
    latest: certificates(filter: { personId: { eq: $person } }, orderBy: [{ field: ISSUED_AT, direction: ASC }]) { totalCount nodes { id } }
    person: node(id: $person) { ... on Person { certificates { totalCount nodes { id } }
      registrations(filter: { state: { eq: ATTENDED } }) { nodes { certificate { id } } }
      learningRecord { attended hours certificates } } } }`;
  let person: GivenPerson;
  let before: { readonly id: string };
  let since: { readonly id: string };

  beforeAll(async () => {
    person = await given.person({ consent_directory: true });
    await given.employment(person, formerEmployer, { from: '2019-01-01', to: '2026-10-07' });
    await given.employment(person, employer, { from: '2026-10-07' });
    before = await certificates.certificate(person);
    const event = await certificates.past({ starts_at: '2026-10-20T07:00:00Z', ends_at: '2026-10-20T15:00:00Z' });
    since = await certificates.certificate(person, {
      registration_id: (await certificates.attended(event, person, { created_at: '2026-10-10T08:00:00Z' })).id,
      event_id: event.id,
      starts_on: '2026-10-20',
      ends_on: '2026-10-20',
      issued_at: '2026-10-21T08:00:00Z',
    });
  });

  const seenBy = async (viewer: Viewer, { id }: { readonly id: string }) => {
    const { data } = await on.as(viewer).run(OTHERS, { person: person.id, id });
    expect(data.person.certificates.totalCount).toBe(data.person.certificates.nodes.length);
    expect(data.latest.totalCount).toBe(data.latest.nodes.length);
    return { ...data, record: data.person.learningRecord };
  };

  it('is not a new employer’s, by no path', async () => {
    const seen = await seenBy(await at(employer, 'MEMBER_CONTACT'), before);
    expect([seen.node, seen.latest.nodes, seen.person.certificates.nodes]).toEqual([
      null,
      [{ id: since.id }],
      [{ id: since.id }],
    ]);
    const reached = seen.person.registrations.nodes.map((one: { certificate: unknown }) => one.certificate);
    expect(reached).not.toContainEqual({ id: before.id });
    // the day of what was attended counts, also for the hours without a certificate
    expect(seen.record).toEqual({ attended: 1, hours: 6, certificates: 1 });
  });

  it('is the person’s and staff’s, with all that came after', async () => {
    for (const viewer of [signedIn(person), staff(await given.person())]) {
      const seen = await seenBy(viewer, before);
      expect([seen.node?.id, seen.latest.totalCount, seen.record.certificates]).toEqual([before.id, 2, 2]);
    }
  });
});

describe('a learning record', () => {
  it('adds up hours, credits of each training once, and categories, by year, in one statement', async () => {
    const person = await given.person();
    const training = await certificates.trainings.training({
      title: 'Bewustmaking',
      credits: 3,
      cyfun_categories: ['PR.AT', 'GV.PO'],
    });
    const year = (value: number) => ({ starts_at: `${value}-03-02T08:00:00Z`, ends_at: `${value}-03-02T12:00:00Z` });
    for (const value of [2025, 2026]) {
      const { event } = await certificates.trainings.session(training, { certificate_hours: 3.5, ...year(value) });
      await certificates.attended(event, person);
    }
    await certificates.certificate(person);
    const missed = await certificates.past();
    await certificates.attended(missed, person, { state: 'NO_SHOW', checked_in_at: null });
    const ask = (variables: object = {}) => on.as(signedIn(person)).run(RECORD, { person: person.id, ...variables });
    expect(await statementsOf(ask)).toBe(1);
    const { data } = await ask();
    expect(data.person.learningRecord).toEqual({
      attended: 3,
      hours: 13,
      credits: 3,
      certificates: 1,
      categories: [
        { category: 'GV.PO', hours: 7 },
        { category: 'PR.AT', hours: 7 },
      ],
    });
    expect(data.person.registrations.nodes).toHaveLength(3);
    expect(data.person.registrations.nodes).toContainEqual({
      certificate: { valid: true },
      event: { trainingSession: null },
    });
    const of2025 = await ask({ year: 2025 });
    expect(of2025.data.person.learningRecord).toMatchObject({ attended: 1, hours: 3.5, credits: 3, certificates: 0 });
  });

  it('counts the time of attended sessions in their categories, no longer than the event, and once beside a training', async () => {
    const person = await given.person();
    const attend = async (event: Row, ...sessions: readonly Record<string, unknown>[]) => {
      const registration = await certificates.attended(event, person);
      for (const columns of sessions)
        await certificates.attendedSession(registration, await certificates.trainings.events.session(event, columns));
    };
    const times = (from: number, to: number) => ({
      starts_at: `2026-10-06T${String(from).padStart(2, '0')}:00:00Z`,
      ends_at: `2026-10-06T${String(to).padStart(2, '0')}:00:00Z`,
    });
    const congress = await certificates.past();
    await certificates.trainings.events.session(congress, { ...times(7, 8), cyfun_categories: ['RS.MA'] });
    const both = { ...times(8, 9), cyfun_categories: ['DE.CM', 'PR.AT'] };
    await attend(congress, both, { ...times(9, 11), cyfun_categories: ['PR.AT'] }, times(11, 12));
    await attend(await certificates.past({ certificate_hours: 0.5 }), { ...times(8, 9), cyfun_categories: ['PR.DS'] });
    const training = await certificates.trainings.training({ cyfun_categories: ['PR.AT'] });
    const { event } = await certificates.trainings.session(training, { certificate_hours: 3.5, ...times(7, 15) });
    await attend(event, { ...times(8, 9), cyfun_categories: ['PR.AT'] });
    const { data } = await on.as(signedIn(person)).run(RECORD, { person: person.id });
    expect(data.person.learningRecord).toMatchObject({
      hours: 10,
      categories: [
        { category: 'DE.CM', hours: 1 },
        { category: 'PR.AT', hours: 6.5 },
        { category: 'PR.DS', hours: 0.5 },
      ],
    });
  });

  it('counts nothing of an event at which somebody was at fewer sessions than its certificate takes', async () => {
    const person = await given.person();
    const training = await certificates.trainings.training({ credits: 3, cyfun_categories: ['PR.AT'] });
    const { event } = await certificates.trainings.session(training, {
      starts_at: '2026-10-06T07:00:00Z',
      ends_at: '2026-10-06T15:00:00Z',
      certificate_hours: 6,
      certificate_minimum_sessions: 2,
    });
    const registration = await certificates.attended(event, person);
    const learned = async () => {
      const { data } = await on.as(signedIn(person)).run(RECORD, { person: person.id });
      return data.person.learningRecord;
    };
    const attend = async (from: string, to: string) => {
      const times = { starts_at: `2026-10-06T${from}:00Z`, ends_at: `2026-10-06T${to}:00Z` };
      const session = await certificates.trainings.events.session(event, { ...times, cyfun_categories: ['DE.CM'] });
      await certificates.attendedSession(registration, session);
    };
    await attend('08:00', '09:00');
    expect(await learned()).toEqual({ attended: 0, hours: 0, credits: 0, certificates: 0, categories: [] });
    await attend('09:00', '10:00');
    expect(await learned()).toMatchObject({ attended: 1, hours: 6, credits: 3 });
    expect((await learned()).categories).toEqual([
      { category: 'DE.CM', hours: 2 },
      { category: 'PR.AT', hours: 6 },
    ]);
  });

  it('of somebody who learned nothing yet is empty', async () => {
    const person = await given.person();
    const { data } = await on.as(signedIn(person)).run(RECORD, { person: person.id });
    expect(data.person.learningRecord).toEqual({ attended: 0, hours: 0, credits: 0, certificates: 0, categories: [] });
  });
});
