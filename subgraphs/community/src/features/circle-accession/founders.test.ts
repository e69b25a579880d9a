import '../../../../../shared/test/matchers.js';
import type { Answer, TestSubgraph } from '../../../../../shared/test/subgraph.js';
import type { Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { contact } from '../../../test/given-membership.js';
import { KeptMails } from '../../../test/kept-mails.js';
import {
  Given,
  type GivenOrganisation,
  type GivenPerson,
  type Row,
  staff,
  startCommunity,
} from '../../../test/given.js';

let on: TestSubgraph;
let given: Given;
let mails: KeptMails;
let clerk: Viewer;
let town: GivenOrganisation;
let other: GivenOrganisation;
let worker: GivenPerson;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  mails = await KeptMails.of(on);
  clerk = staff(await given.person());
});
beforeEach(async () => {
  [town, other, worker] = [await given.authority(), await given.authority(), await given.person()];
});

const run = (name: string, answer: string, input: object, viewer = clerk): Promise<Answer> =>
  on
    .as(viewer)
    .run(
      `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${answer} userErrors { code field message } } }`,
      { input },
    );
const nameOfNew = (): string => `Kring ${newId('circle')}`;
const found = (name = nameOfNew()): Promise<Answer> =>
  run('createKnowledgeCircle', 'knowledgeCircle { id name accessions { nodes { id state organisation { id } } } }', {
    name,
    founderIds: [other.id, town.id],
  });
const ask = async (circle: Row): Promise<Row> =>
  (
    await run(
      'requestCircleAccession',
      'circleAccession { id }',
      { circleId: circle.id, organisationId: town.id },
      contact(worker, town),
    )
  ).data.requestCircleAccession.circleAccession;
const accept = ({ id }: Row) =>
  run('acceptCircleAccession', 'circleAccession { id }', {
    id,
    expectedVersion: 1,
    talkedOn: '2026-10-30',
    from: '2026-11-02',
  });
const requestsOf = ({ id }: Row) =>
  on.sql('select state, replaced_by_id as by from circle_accession where organisation_id = $1 order by created_at', [
    id,
  ]);

describe('a founder that waits for the answer of another circle', () => {
  it('waits no longer: its request is withdrawn, says by which one, and who asked is told', async () => {
    const asked = await ask(await given.circle({ name: nameOfNew() }));
    const { knowledgeCircle } = (await found('Scheldeland')).data.createKnowledgeCircle;
    const next = knowledgeCircle.accessions.nodes.find((one: { organisation: Row }) => one.organisation.id === town.id);
    const query = 'query ($id: ID!) { node(id: $id) { ... on CircleAccession { state decidedAt replacedBy { id } } } }';
    const { data } = await on.as(contact(worker, town)).run(query, { id: asked.id });
    expect(data.node).toEqual({
      state: 'WITHDRAWN',
      decidedAt: '2026-11-02T09:00:00.000Z',
      replacedBy: { id: next.id },
    });
    const [mail] = await mails.to(worker.email);
    expect(mail!.subject).toContain('is ingetrokken');
    expect(mail!.text).toContain('wil kenniskring Scheldeland mee oprichten');
  });

  it('becomes a member of the one that it founds', async () => {
    await ask(await given.circle());
    const { id } = (await found()).data.createKnowledgeCircle.knowledgeCircle;
    const { data } = await run('formaliseKnowledgeCircle', 'knowledgeCircle { organisations { totalCount } }', {
      id,
      expectedVersion: 1,
      talkedOn: '2026-10-30',
      from: '2026-11-02',
    });
    expect(data.formaliseKnowledgeCircle).toEqual({
      knowledgeCircle: { organisations: { totalCount: 2 } },
      userErrors: [],
    });
    expect(await requestsOf(town)).toMatchObject([{ state: 'WITHDRAWN' }, { state: 'ACCEPTED', by: null }]);
  });

  it('keeps its request when the proposal is refused', async () => {
    await ask(await given.circle());
    await given.circle({ name: 'Bezet' });
    expect(await found('Bezet')).toHaveUserError('ALREADY_EXISTS');
    expect(await requestsOf(town)).toEqual([{ state: 'REQUESTED', by: null }]);
  });

  it('is accepted there or founds here, whatever comes first, and never waits for both', async () => {
    for (let round = 0; round < 5; round += 1) {
      town = await given.authority();
      const asked = await ask(await given.circle());
      const founding = round % 2 === 0 ? found() : undefined;
      const [accepted, founded] = await Promise.all([accept(asked), founding ?? found()]);
      const [first, next] = await requestsOf(town);
      expect(next).toEqual({ state: 'REQUESTED', by: null });
      expect(founded.data.createKnowledgeCircle.userErrors).toEqual([]);
      const won = accepted.data.acceptCircleAccession.userErrors.length === 0;
      expect(first!['state']).toBe(won ? 'ACCEPTED' : 'WITHDRAWN');
      other = await given.authority();
    }
  });
});

it('a founder of another proposal is refused by name: that one would lose a founder in silence', async () => {
  await found('Eerste voorstel');
  const answer = await found();
  expect(answer).toHaveUserError('ALREADY_EXISTS', ['founderIds', '0']);
  expect(answer.data.createKnowledgeCircle.userErrors[0].message).toContain('Eerste voorstel');
  expect(await requestsOf(town)).toEqual([{ state: 'REQUESTED', by: null }]);
});

it('founds one of two circles that are proposed at once, and the other proposal is refused', async () => {
  for (let round = 0; round < 5; round += 1) {
    const answers = await Promise.all([found(), found()]);
    const refusals = answers.flatMap(({ data }) => data.createKnowledgeCircle.userErrors);
    expect(refusals).toMatchObject([{ code: 'ALREADY_EXISTS' }]);
    expect(refusals[0].field[0]).toBe('founderIds');
    expect(await requestsOf(town)).toEqual([{ state: 'REQUESTED', by: null }]);
    [town, other] = [await given.authority(), await given.authority()];
  }
});
