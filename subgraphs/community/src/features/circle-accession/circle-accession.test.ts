import '../../../../../shared/test/matchers.js';
import type { Answer, TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { contact } from '../../../test/given-membership.js';
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
import { KeptMails, reasonIn, signInLink } from '../../../test/kept-mails.js';
import { acceptedMail, declinedMail } from './accession-mails.js';

let on: TestSubgraph;
let kept: KeptMails;
let given: Given;
let clerk: Viewer;
let circle: Row;
let town: GivenOrganisation;
let worker: GivenPerson;
let speaker: Viewer;
let coordinatorPerson: GivenPerson;
let coordinator: Viewer;

const FIELDS = `{ circleAccession { id state motivation requestedAt requestedBy { id } talkedOn decidedAt declineReason version
  circle { id } organisation { id } membership { from to } } userErrors { code field message } }`;
const of = (name: string): string =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) ${FIELDS} }`;
const run = (viewer: Viewer, name: string, input: object): Promise<Answer> => on.as(viewer).run(of(name), { input });

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  clerk = staff(await given.person());
  kept = await KeptMails.of(on);
});

beforeEach(async () => {
  [circle, town, worker] = [
    await given.circle({ name: `Kring ${newId('circle')}` }),
    await given.authority(),
    await given.person(),
  ];
  coordinatorPerson = await given.person();
  await given.coordinator(circle, coordinatorPerson);
  coordinator = signedIn(coordinatorPerson);
  speaker = contact(worker, town);
});

const request = (viewer = speaker, more: object = {}): Promise<Answer> =>
  run(viewer, 'requestCircleAccession', { circleId: circle.id, organisationId: town.id, ...more });
const requested = async (): Promise<Row> => (await request()).data.requestCircleAccession.circleAccession;
const accept = ({ id }: Row, viewer = coordinator, more: object = {}): Promise<Answer> =>
  run(viewer, 'acceptCircleAccession', { id, expectedVersion: 1, talkedOn: '2026-10-30', from: '2026-11-02', ...more });
const decline = ({ id }: Row, viewer = coordinator, more: object = {}): Promise<Answer> =>
  run(viewer, 'declineCircleAccession', { id, expectedVersion: 1, reason: 'De kring is volzet.', ...more });
const withdraw = ({ id }: Row, viewer = speaker, more: object = {}): Promise<Answer> =>
  run(viewer, 'withdrawCircleAccession', { id, expectedVersion: 1, ...more });
const stateOf = async ({ id }: Row) =>
  (await on.sql('select state from circle_accession where id = $1', [id]))[0]!['state'];
const mails = () => on.sql('select subject from outbox_message where recipient = $1', [worker.email]);

describe('asking to join', () => {
  it('is told to the coordinators of the circle, each in the own language', async () => {
    const second = await given.person({ language: 'FR' });
    await given.coordinator(circle, second);
    await request(speaker, { motivation: 'Onze buren zijn er ook.' });
    const [[nl], [fr]] = [await kept.to(coordinatorPerson.email), await kept.to(second.email)];
    expect([nl!.subject, fr!.subject]).toEqual([
      expect.stringContaining('wil toetreden tot kenniskring'),
      expect.stringContaining('souhaite rejoindre le cercle de connaissances'),
    ]);
    expect(nl!.text).toContain('Motivering: Onze buren zijn er ook.');
    expect(nl!.text).toContain(signInLink);
  });

  it('is told to the staff where nobody coordinates the circle', async () => {
    await on.sql('delete from circle_coordinator where circle_id = $1', [circle.id]);
    const member = await given.person();
    await on.sql(`insert into staff_role (person_id, role) values ($1, 'STAFF')`, [member.id]);
    await request();
    const told = await on.sql('select subject from outbox_message where recipient = $1', [member.email]);
    expect(told).toEqual([{ subject: expect.stringContaining('wil toetreden tot kenniskring') }]);
  });

  it('is done by a contact person of the authority', async () => {
    const { data } = await request(speaker, { motivation: 'Onze buren zijn er ook.' });
    expect(data.requestCircleAccession).toMatchObject({
      circleAccession: {
        state: 'REQUESTED',
        motivation: 'Onze buren zijn er ook.',
        requestedAt: '2026-11-02T09:00:00.000Z',
        requestedBy: { id: worker.id },
        circle: { id: circle.id },
        organisation: { id: town.id },
        talkedOn: null,
        membership: null,
      },
      userErrors: [],
    });
  });

  it('is one request, however often it is sent at once', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => request(speaker, { idempotencyKey: circle.id })));
    const ids = answers.map(({ data }) => data.requestCircleAccession.circleAccession.id);
    expect(new Set(ids).size).toBe(1);
  });

  it('waits for one answer at a time, also when two circles are asked at once', async () => {
    const other = await given.circle();
    const answers = await Promise.all([request(), request(speaker, { circleId: other.id })]);
    const refusals = answers.flatMap(({ data }) => data.requestCircleAccession.userErrors);
    expect(refusals).toMatchObject([{ code: 'ALREADY_EXISTS', field: ['organisationId'] }]);
  });

  it('is refused to a member, to a circle that ended, for what is no authority, and for what is not there', async () => {
    await given.membership(circle, town);
    expect(await request()).toHaveUserError('INVALID_STATE');
    const gone = await given.circle({ ended_on: '2024-01-01' });
    expect(await request(speaker, { circleId: gone.id })).toHaveUserError('INVALID_STATE');
    const company = await given.organisation();
    expect(await request(clerk, { organisationId: company.id })).toHaveUserError('BAD_USER_INPUT', ['organisationId']);
    expect(await request(clerk, { circleId: newId('circle') })).toHaveUserError('NOT_FOUND', ['circleId']);
  });
});

describe('a request', () => {
  it('is accepted after the talk: the authority is a member, and who asked is told', async () => {
    const { data } = await accept(await requested());
    expect(data.acceptCircleAccession).toMatchObject({
      circleAccession: {
        state: 'ACCEPTED',
        talkedOn: '2026-10-30',
        membership: { from: '2026-11-02', to: null },
        version: 2,
      },
      userErrors: [],
    });
    expect(await mails()).toEqual([{ subject: expect.stringContaining('Welkom in kenniskring') }]);
  });

  it('is not accepted before the talk, in another version, or while the authority is elsewhere', async () => {
    const one = await requested();
    expect(await accept(one, coordinator, { talkedOn: '2026-11-03', from: '2026-11-03' })).toHaveUserError(
      'BAD_USER_INPUT',
      ['talkedOn'],
    );
    expect(await accept(one, coordinator, { from: '2026-10-29' })).toHaveUserError('BAD_USER_INPUT', ['from']);
    expect(await accept(one, coordinator, { expectedVersion: 2 })).toHaveUserError('CONFLICT');
    await given.membership(await given.circle(), town);
    expect(await accept(one)).toHaveUserError('ALREADY_EXISTS');
    expect([await stateOf(one), await mails()]).toEqual(['REQUESTED', []]);
  });

  it('is accepted or written down elsewhere, whatever comes first, and the other one is refused', async () => {
    for (let round = 0; round < 5; round += 1) {
      town = await given.authority();
      speaker = contact(worker, town);
      const asked = await requested();
      const elsewhere = { circleId: (await given.circle()).id, organisationId: town.id, from: '2026-11-02' };
      const answers = await Promise.all([
        accept(asked),
        on
          .as(clerk)
          .run(
            `mutation ($input: JoinKnowledgeCircleInput!) { joinKnowledgeCircle(input: $input) { userErrors { code field } } }`,
            { input: elsewhere },
          ),
      ]);
      const refusals = answers.flatMap(
        ({ data }) => (data.acceptCircleAccession ?? data.joinKnowledgeCircle).userErrors,
      );
      expect(refusals).toMatchObject([{ code: 'ALREADY_EXISTS', field: ['from'] }]);
    }
  });

  it('to found a proposal waits for its formalisation', async () => {
    circle = await given.circle({ founded_on: null });
    const one = await requested();
    expect(await accept(one, clerk)).toHaveUserError('INVALID_STATE');
    expect(await stateOf(one)).toBe('REQUESTED');
  });

  it('is declined with a reason that who asked is told', async () => {
    const { data } = await decline(await requested());
    expect(data.declineCircleAccession.circleAccession).toMatchObject({
      state: 'DECLINED',
      declineReason: 'De kring is volzet.',
      membership: null,
    });
    expect(await mails()).toEqual([{ subject: expect.stringContaining('Uw vraag aan kenniskring') }]);
  });

  it('is withdrawn by who asked, after which another one may be made', async () => {
    expect((await withdraw(await requested())).data.withdrawCircleAccession.circleAccession.state).toBe('WITHDRAWN');
    expect((await request()).data.requestCircleAccession.userErrors).toEqual([]);
  });

  it('is decided once', async () => {
    const one = await requested();
    const answers = await Promise.all([accept(one), decline(one), withdraw(one)]);
    const refused = answers.flatMap(({ data }) => (Object.values(data)[0] as { userErrors: object[] }).userErrors);
    expect(refused).toHaveLength(2);
    const again = { expectedVersion: 2 };
    for (const answer of [
      await accept(one, clerk, again),
      await decline(one, clerk, again),
      await withdraw(one, clerk, again),
    ])
      expect(answer).toHaveUserError('INVALID_STATE');
  });
});

describe('who may', () => {
  const viewers = async (): Promise<Record<string, Viewer>> => ({
    stranger: signedIn(await given.person()),
    'other contact': contact(await given.person(), await given.authority()),
    colleague: employee(await given.person(), town),
    contact: speaker,
    coordinator,
    staff: clerk,
  });

  it.each([
    ['stranger', false],
    ['other contact', false],
    ['colleague', true],
    ['contact', true],
    ['coordinator', true],
    ['staff', true],
  ])('%s sees a request: %s', async (who, sees) => {
    const { id } = await requested();
    const viewer = (await viewers())[who]!;
    const query = `query ($circle: ID!, $id: ID!) { knowledgeCircle(id: $circle) { accessions { nodes { id } totalCount } }
      node(id: $id) { id } circleAccessions(filter: { circleId: { eq: $circle } }) { totalCount } }`;
    const { data } = await on.as(viewer).run(query, { circle: circle.id, id });
    expect(data).toEqual({
      knowledgeCircle: { accessions: sees ? { nodes: [{ id }], totalCount: 1 } : { nodes: [], totalCount: 0 } },
      node: sees ? { id } : null,
      circleAccessions: { totalCount: sees ? 1 : 0 },
    });
    const { data: nobody } = await on.as(anonymous).run('{ circleAccessions { totalCount } }');
    expect(nobody.circleAccessions.totalCount).toBe(0);
  });

  it.each([
    ['stranger', ['FORBIDDEN', 'NOT_FOUND', 'NOT_FOUND']],
    ['other contact', ['FORBIDDEN', 'NOT_FOUND', 'NOT_FOUND']],
    ['colleague', ['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']],
    ['contact', ['ALREADY_EXISTS', 'FORBIDDEN', 'CONFLICT']],
    ['coordinator', ['FORBIDDEN', 'CONFLICT', 'FORBIDDEN']],
    ['staff', ['ALREADY_EXISTS', 'CONFLICT', 'CONFLICT']],
  ])('%s asks, decides and withdraws: %j', async (who, codes) => {
    const one = await requested();
    const viewer = (await viewers())[who]!;
    const later = { expectedVersion: 9 };
    const answers = [await request(viewer), await decline(one, viewer, later), await withdraw(one, viewer, later)];
    expect(
      answers.map(({ data }) => (Object.values(data)[0] as { userErrors: { code: string }[] }).userErrors[0]?.code),
    ).toEqual(codes);
    expect(await request(anonymous)).toHaveError('UNAUTHENTICATED');
  });
});

it.each(reasonIn('De kring is volzet.'))('a letter in %s names circle, authority and reason', (language, reason) => {
  const facts = { circle: 'Westhoek', authority: 'Stad Ieper', reason: 'De kring is volzet.' };
  const letters = [acceptedMail[language](facts), declinedMail[language](facts)];
  for (const { subject, paragraphs } of letters) {
    expect(subject).toContain('Westhoek');
    expect(paragraphs[0]).toContain('Stad Ieper');
  }
  expect(letters[1]!.paragraphs[1]).toBe(reason);
});

it('costs one statement, with all that hangs below it', async () => {
  const query = `{ circleAccessions { nodes { circle { name } organisation { legalName } requestedBy { name } membership { from } }
    facets { state { value count } } } }`;
  expect(await statementsOf(() => on.as(clerk).run(query))).toBe(1);
});
