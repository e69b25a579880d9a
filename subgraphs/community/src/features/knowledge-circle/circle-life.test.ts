import '../../../../../shared/test/matchers.js';
import type { Answer, TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { GivenEvents } from '../../../test/given-event.js';
import {
  employee,
  Given,
  type GivenOrganisation,
  inRoles,
  type Row,
  signedIn,
  staff,
  startCommunity,
  statementsOf,
} from '../../../test/given.js';

let on: TestSubgraph;
let given: Given;
let clerk: Viewer;

const CIRCLE = `knowledgeCircle { id name status foundedOn endedOn description internalNotes referenceRegion version nisCodes
  themes { nodes { slug } } organisations { totalCount } accessions { nodes { id state organisation { id } talkedOn } } }
  userErrors { code field message }`;
const mutation = (name: string): string =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${CIRCLE} } }`;
const run = async (viewer: Viewer, name: string, input: object): Promise<Answer> =>
  on.as(viewer).run(mutation(name), { input });
const count = async (table: string): Promise<number> =>
  Number((await on.sql(`select count(*) from ${table}`))[0]!['count']);

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  clerk = staff(await given.person());
  await on.sql(
    `insert into theme (id, slug, label, description) values ($1, 'informatieveiligheid', 'Informatieveiligheid', 'Veilig.')`,
    [newId('theme')],
  );
});

async function proposal(name: string, founders = 2): Promise<{ circle: Row; founders: GivenOrganisation[] }> {
  const authorities = [];
  for (let index = 0; index < founders; index += 1) authorities.push(await given.authority());
  const answer = await run(clerk, 'createKnowledgeCircle', { name, founderIds: authorities.map(({ id }) => id) });
  return { circle: answer.data.createKnowledgeCircle.knowledgeCircle, founders: authorities };
}

const FORMALISE = { expectedVersion: 1, talkedOn: '2026-10-20', from: '2026-11-01' };

describe('a proposal', () => {
  it('is written down by staff, with the authorities that want to found it', async () => {
    const founders = [await given.authority(), await given.authority({ kind: 'OCMW' })];
    const founderIds = founders.map(({ id }) => id);
    const details = { description: 'Besturen aan de kust.', referenceRegion: 'Oostende', internalNotes: 'Bel eerst.' };
    const input = { name: 'Middenkust', themes: ['informatieveiligheid'], founderIds, ...details };
    const { data } = await run(clerk, 'createKnowledgeCircle', input);
    expect(data.createKnowledgeCircle).toMatchObject({
      knowledgeCircle: {
        name: 'Middenkust',
        status: 'PROPOSED',
        foundedOn: null,
        ...details,
        themes: { nodes: [{ slug: 'informatieveiligheid' }] },
        organisations: { totalCount: 0 },
        accessions: {
          nodes: founderIds.map((id) => ({ state: 'REQUESTED', organisation: { id }, talkedOn: null })),
        },
      },
      userErrors: [],
    });
  });

  it('is made once, however often it is sent', async () => {
    const founderIds = [(await given.authority()).id, (await given.authority()).id];
    const input = { name: 'Eenmalig', founderIds, idempotencyKey: 'a' };
    const answers = await Promise.all([1, 2, 3].map(() => run(clerk, 'createKnowledgeCircle', input)));
    const ids = answers.map(({ data }) => data.createKnowledgeCircle.knowledgeCircle.id);
    expect(new Set(ids).size).toBe(1);
    expect(await run(clerk, 'createKnowledgeCircle', { ...input, name: 'Anders' })).toHaveUserError(
      'IDEMPOTENCY_MISMATCH',
    );
  });

  it.each([
    ['one founder only', (ids: string[]) => ({ founderIds: ids.slice(0, 1) }), 'BAD_USER_INPUT', ['founderIds']],
    ['a founder twice', ([id]: string[]) => ({ founderIds: [id, id] }), 'BAD_USER_INPUT', ['founderIds']],
    ['an unknown theme', (founderIds: string[]) => ({ founderIds, themes: ['koffie'] }), 'BAD_USER_INPUT', ['themes']],
    [
      'a founder that is not there',
      ([id]: string[]) => ({ founderIds: [id, newId('organisation')] }),
      'NOT_FOUND',
      ['founderIds', '1'],
    ],
    ['a name that is taken', (founderIds: string[]) => ({ founderIds, name: 'Bezet' }), 'ALREADY_EXISTS', undefined],
  ] as const)('is refused with %s, and nothing is written', async (_what, change, code, field) => {
    await on.sql(`insert into knowledge_circle (id, name) values ($1, 'Bezet') on conflict do nothing`, [
      newId('circle'),
    ]);
    const ids = [(await given.authority()).id, (await given.authority()).id];
    const before = [await count('knowledge_circle'), await count('circle_accession')];
    const answer = await run(clerk, 'createKnowledgeCircle', { name: 'Nieuw', ...change(ids) });
    expect(answer).toHaveUserError(code, field as string[] | undefined);
    expect([await count('knowledge_circle'), await count('circle_accession')]).toEqual(before);
  });

  it('is refused with a founder that is no local authority, or that ended', async () => {
    const [town, company] = [await given.authority(), await given.organisation()];
    const gone = await given.authority({ status: 'DISSOLVED' });
    const propose = (other: Row) =>
      run(clerk, 'createKnowledgeCircle', { name: 'X1', founderIds: [town.id, other.id] });
    expect(await propose(company)).toHaveUserError('BAD_USER_INPUT', ['founderIds', '1']);
    expect(await propose(gone)).toHaveUserError('INVALID_STATE');
  });

  it('becomes a circle after the talk, with its founders as members from that day, who are told', async () => {
    const { circle, founders } = await proposal('Denderland');
    const speaker = await given.person({ language: 'DE' });
    await given.employment(speaker, founders[0]!, { roles: ['MEMBER_CONTACT'] });
    const { data } = await run(clerk, 'formaliseKnowledgeCircle', { id: circle.id, ...FORMALISE });
    expect(data.formaliseKnowledgeCircle).toMatchObject({
      knowledgeCircle: {
        status: 'ACTIVE',
        foundedOn: '2026-11-01',
        version: 2,
        organisations: { totalCount: 2 },
        accessions: { nodes: founders.map(() => ({ state: 'ACCEPTED', talkedOn: '2026-10-20' })) },
      },
      userErrors: [],
    });
    expect(data.formaliseKnowledgeCircle.knowledgeCircle.nisCodes).toHaveLength(2);
    const told = await on.sql('select subject from outbox_message where recipient = $1', [speaker.email]);
    expect(told).toEqual([{ subject: 'Willkommen im Wissenskreis Denderland' }]);
    const cohort = await on.sql(
      `select count(*)::int as size from cohort c join cohort_member m on m.cohort_id = c.id where c.source = $1`,
      [circle.id],
    );
    expect(cohort).toEqual([{ size: 2 }]);
  });

  it.each([
    ['before the talk', { talkedOn: '2026-11-03', from: '2026-11-04' }, 'BAD_USER_INPUT', ['talkedOn']],
    ['from a day before the talk', { from: '2026-10-19' }, 'BAD_USER_INPUT', ['from']],
    ['as another version', { expectedVersion: 7 }, 'CONFLICT', ['expectedVersion']],
  ] as const)('is not formalised %s', async (what, change, code, field) => {
    const { circle } = await proposal(`Nog niet ${what}`);
    const answer = await run(clerk, 'formaliseKnowledgeCircle', { id: circle.id, ...FORMALISE, ...change });
    expect(answer).toHaveUserError(code, [...field]);
    expect(await on.sql('select founded_on from knowledge_circle where id = $1', [circle.id])).toEqual([
      { founded_on: null },
    ]);
  });

  it('is not formalised with one founder left, nor twice, nor while a founder is in another circle', async () => {
    const left = await proposal('Verlaten');
    await on.sql(`update circle_accession set state = 'WITHDRAWN', decided_at = now() where organisation_id = $1`, [
      left.founders[0]!.id,
    ]);
    expect(await run(clerk, 'formaliseKnowledgeCircle', { id: left.circle.id, ...FORMALISE })).toHaveUserError(
      'INVALID_STATE',
    );
    const torn = await proposal('Elders');
    await on.sql(`update organisation set legal_name = 'Gemeente die elders is' where id = $1`, [torn.founders[1]!.id]);
    await given.membership(await given.circle({ name: 'Waar hij is' }), torn.founders[1]!);
    const refused = await run(clerk, 'formaliseKnowledgeCircle', { id: torn.circle.id, ...FORMALISE });
    expect(refused).toHaveUserError('ALREADY_EXISTS', ['from']);
    const [{ message }] = refused.data.formaliseKnowledgeCircle.userErrors;
    expect(message).toContain('Gemeente die elders is is in knowledge circle Waar hij is');
    const done = await proposal('Gedaan');
    await run(clerk, 'formaliseKnowledgeCircle', { id: done.circle.id, ...FORMALISE });
    const again = { id: done.circle.id, ...FORMALISE, expectedVersion: 2 };
    expect(await run(clerk, 'formaliseKnowledgeCircle', again)).toHaveUserError('INVALID_STATE');
  });
});

describe('a circle', () => {
  it('follows from its members and days what it is', async () => {
    const [one, two] = [await given.authority(), await given.authority()];
    const circle = await given.circle({ name: 'Toestand', founded_on: '2020-01-01', ended_on: '2027-06-01' });
    await given.membership(circle, one, { from: '2020-01-01', to: '2027-06-01' });
    await given.membership(circle, two, { from: '2021-01-01', to: '2027-01-01' });
    const statusOn = async (day: string): Promise<string> => {
      on.clock.set(`${day}T12:00:00Z`);
      const query = 'query ($id: ID!) { knowledgeCircle(id: $id) { status } }';
      return (await on.as(anonymous).run(query, { id: circle.id })).data.knowledgeCircle.status;
    };
    const days = ['2019-12-31', '2020-06-01', '2021-01-01', '2026-12-31', '2027-01-01', '2027-06-01'];
    const statuses = [];
    for (const day of days) statuses.push(await statusOn(day));
    on.clock.set('2026-11-02T09:00:00Z');
    expect(statuses).toEqual(['PROPOSED', 'DORMANT', 'ACTIVE', 'ACTIVE', 'DORMANT', 'ENDED']);
  });

  it('is found by its status', async () => {
    await given.circle({ name: 'Voorbij', founded_on: '2020-01-01', ended_on: '2024-01-01' });
    const query = `query ($status: [CircleStatus!]) { knowledgeCircles(status: $status, first: 100) { nodes { name status } } }`;
    const names = async (status: string[] | null): Promise<string[]> =>
      (await on.as(anonymous).run(query, { status })).data.knowledgeCircles.nodes.map(
        (one: { name: string }) => one.name,
      );
    const [ended, all] = [await names(['ENDED']), await names(null)];
    expect(ended).toContain('Voorbij');
    expect(ended).not.toContain('Denderland');
    expect(all).toEqual(expect.arrayContaining(['Voorbij', 'Denderland']));
  });

  it('is changed by its coordinators, also its name in the cohort', async () => {
    const { circle } = await proposal('Oude naam');
    await run(clerk, 'formaliseKnowledgeCircle', { id: circle.id, ...FORMALISE });
    const person = await given.person();
    await given.coordinator(circle, person);
    const changes = { name: 'Nieuwe naam', themes: ['informatieveiligheid'], description: null };
    const answer = await run(signedIn(person), 'updateKnowledgeCircle', {
      id: circle.id,
      expectedVersion: 2,
      ...changes,
    });
    expect(answer.data.updateKnowledgeCircle).toMatchObject({
      knowledgeCircle: { name: 'Nieuwe naam', themes: { nodes: [{ slug: 'informatieveiligheid' }] }, version: 3 },
      userErrors: [],
    });
    expect(await on.sql('select label from cohort where source = $1', [circle.id])).toEqual([
      { label: 'Kenniskring Nieuwe naam' },
    ]);
  });

  it('is not changed in another version, once it ended, or to nothing', async () => {
    const [circle, gone] = [await given.circle(), await given.circle({ ended_on: '2024-01-01' })];
    const change = (one: Row, more: object) =>
      run(clerk, 'updateKnowledgeCircle', { id: one.id, expectedVersion: 1, description: 'Anders.', ...more });
    expect(await change(circle, { expectedVersion: 2 })).toHaveUserError('CONFLICT', ['expectedVersion']);
    expect(await change(circle, { name: null })).toHaveUserError('BAD_USER_INPUT', ['name']);
    expect(await change(circle, { name: 'Bezet' })).toHaveUserError('ALREADY_EXISTS');
    expect(await change(gone, {})).toHaveUserError('INVALID_STATE');
    expect(await change({ id: newId('circle') }, {})).toHaveUserError('NOT_FOUND', ['id']);
  });

  it('ends with its memberships and open requests', async () => {
    const { circle } = await proposal('Eindigt');
    await run(clerk, 'formaliseKnowledgeCircle', { id: circle.id, ...FORMALISE });
    const end = { id: circle.id, expectedVersion: 2, on: '2026-11-02' };
    const { data } = await run(clerk, 'endKnowledgeCircle', end);
    expect(data.endKnowledgeCircle).toMatchObject({
      knowledgeCircle: { status: 'ENDED', endedOn: '2026-11-02', organisations: { totalCount: 0 } },
      userErrors: [],
    });
    expect(await on.sql('select count(*)::int from cohort where source = $1', [circle.id])).toEqual([{ count: 0 }]);
    expect(await run(clerk, 'endKnowledgeCircle', { ...end, expectedVersion: 3 })).toHaveUserError('INVALID_STATE');
  });

  it('tells each contact person and coordinator once that it ends, also of who asked to join', async () => {
    const circle = await given.circle({ name: 'Dooft uit' });
    const [town, other, asks] = [await given.authority(), await given.authority(), await given.authority()];
    for (const member of [town, other]) await given.membership(circle, member);
    await on.sql(
      `insert into circle_accession (id, circle_id, organisation_id, requested_at) values ($1, $2, $3, now())`,
      [newId('circleaccession'), circle.id, asks.id],
    );
    const [ofTwo, ofAsker, coordinator, left] = [
      await given.person(),
      await given.person(),
      await given.person(),
      await given.person(),
    ];
    for (const member of [town, other]) await given.employment(ofTwo, member, { roles: ['MEMBER_CONTACT'] });
    await given.employment(ofAsker, asks, { roles: ['MEMBER_CONTACT'] });
    await given.employment(left, town, { roles: ['MEMBER_CONTACT'], to: '2026-01-01' });
    for (const keeper of [coordinator, ofTwo]) await given.coordinator(circle, keeper);
    await run(clerk, 'endKnowledgeCircle', { id: circle.id, expectedVersion: 1, on: '2026-11-02' });
    const told = `select count(*)::int from outbox_message where recipient = $1 and subject = 'Kenniskring Dooft uit eindigt'`;
    const counts = [];
    for (const { email } of [ofTwo, ofAsker, coordinator, left]) counts.push(...(await on.sql(told, [email])));
    expect(counts).toEqual([{ count: 1 }, { count: 1 }, { count: 1 }, { count: 0 }]);
  });

  it('does not end before it was founded, nor before somebody joins it', async () => {
    const circle = await given.circle({ founded_on: '2026-05-01' });
    const end = { id: circle.id, expectedVersion: 1 };
    expect(await run(clerk, 'endKnowledgeCircle', { ...end, on: '2026-05-01' })).toHaveUserError('BAD_USER_INPUT', [
      'on',
    ]);
    await given.membership(circle, await given.authority(), { from: '2026-12-01' });
    expect(await run(clerk, 'endKnowledgeCircle', { ...end, on: '2026-11-01' })).toHaveUserError('INVALID_STATE');
  });
});

describe('a coordinator', () => {
  const coordinators = async ({ id }: Row) =>
    on.sql('select person_id from circle_coordinator where circle_id = $1', [id]);

  it('is appointed once and dismissed by staff', async () => {
    const [circle, person] = [await given.circle(), await given.person()];
    await given.employment(person, await given.authority());
    const input = { circleId: circle.id, personId: person.id };
    expect((await run(clerk, 'appointCoordinator', input)).data.appointCoordinator.userErrors).toEqual([]);
    expect(await coordinators(circle)).toEqual([{ person_id: person.id }]);
    expect(await run(clerk, 'appointCoordinator', input)).toHaveUserError('ALREADY_EXISTS', ['personId']);
    expect((await run(clerk, 'dismissCoordinator', input)).data.dismissCoordinator.userErrors).toEqual([]);
    expect(await coordinators(circle)).toEqual([]);
    expect(await run(clerk, 'dismissCoordinator', input)).toHaveUserError('NOT_FOUND', ['personId']);
  });

  it('is nobody who left, or has an account alone', async () => {
    const [circle, left] = [await given.circle(), await given.person()];
    await given.employment(left, await given.authority(), { to: '2026-11-02' });
    for (const { id: personId } of [left, await given.person()]) {
      const answer = await run(clerk, 'appointCoordinator', { circleId: circle.id, personId });
      expect(answer).toHaveUserError('INVALID_STATE', ['personId']);
    }
    expect(await coordinators(circle)).toEqual([]);
  });

  it('is a person that is there, of a circle that is', async () => {
    const [circle, person] = [await given.circle(), await given.person()];
    const appoint = (input: object) =>
      run(clerk, 'appointCoordinator', { circleId: circle.id, personId: person.id, ...input });
    expect(await appoint({ personId: newId('person') })).toHaveUserError('NOT_FOUND', ['personId']);
    expect(await appoint({ circleId: newId('circle') })).toHaveUserError('NOT_FOUND', ['circleId']);
    const gone = await given.circle({ ended_on: '2024-01-01' });
    expect(await appoint({ circleId: gone.id })).toHaveUserError('INVALID_STATE');
  });
});

describe('who may do what', () => {
  let circle: Row;
  let viewers: Record<'anonymous' | 'stranger' | 'contact' | 'coordinator' | 'staff', Viewer>;
  beforeAll(async () => {
    circle = await given.circle({ name: 'Rechten', internal_notes: 'Alleen onder ons.' });
    const town = await given.authority();
    await given.membership(circle, town);
    const [stranger, worker, coordinator] = [await given.person(), await given.person(), await given.person()];
    await given.coordinator(circle, coordinator);
    await given.coordinator(await given.circle(), stranger);
    viewers = {
      anonymous,
      stranger: signedIn(stranger),
      contact: inRoles(employee(worker, town), 'MEMBER_CONTACT'),
      coordinator: signedIn(coordinator),
      staff: clerk,
    };
  });

  it.each([
    ['anonymous', null],
    ['stranger', null],
    ['contact', null],
    ['coordinator', 'Alleen onder ons.'],
    ['staff', 'Alleen onder ons.'],
  ] as const)('%s reads its internal notes as %j', async (who, notes) => {
    const query = 'query ($id: ID!) { knowledgeCircle(id: $id) { internalNotes } }';
    const { data } = await on.as(viewers[who]).run(query, { id: circle.id });
    expect(data.knowledgeCircle.internalNotes).toBe(notes);
  });

  it.each([
    ['createKnowledgeCircle', ['staff']],
    ['updateKnowledgeCircle', ['coordinator', 'staff']],
    ['formaliseKnowledgeCircle', ['staff']],
    ['endKnowledgeCircle', ['staff']],
    ['appointCoordinator', ['staff']],
    ['dismissCoordinator', ['staff']],
  ] as const)('%s is for %j', async (name, allowed) => {
    const ids = { id: circle.id, expectedVersion: 99 };
    const inputs: Record<string, object> = {
      createKnowledgeCircle: { name: 'Mag niet', founderIds: [newId('organisation'), newId('organisation')] },
      updateKnowledgeCircle: ids,
      formaliseKnowledgeCircle: { ...ids, talkedOn: '2026-01-01', from: '2026-01-01' },
      endKnowledgeCircle: { ...ids, on: '2026-11-02' },
      appointCoordinator: { circleId: newId('circle'), personId: newId('person') },
      dismissCoordinator: { circleId: newId('circle'), personId: newId('person') },
    };
    for (const who of ['stranger', 'contact', 'coordinator', 'staff'] as const) {
      const { data } = await run(viewers[who], name, inputs[name]!);
      const codes = data[name].userErrors.map(({ code }: { code: string }) => code);
      expect([who, codes.includes('FORBIDDEN')]).toEqual([who, !(allowed as readonly string[]).includes(who)]);
    }
    expect(await run(anonymous, name, inputs[name]!)).toHaveError('UNAUTHENTICATED');
  });
});

describe('a map of circles', () => {
  const MAP = `query { knowledgeCircles(first: 100) { nodes { name status nisCodes themes { nodes { slug } }
    meetings(first: 2) { nodes { title } totalCount } trajectories { totalCount } } facets { themeSlugs { value count } } } }`;

  it('has the NIS code of a municipality once, also when its OCMW is in another circle', async () => {
    const territory = await given.municipality({ nis: '34022' });
    const town = await given.organisation({ kind: 'MUNICIPALITY', municipality_id: territory.id });
    const welfare = await given.organisation({ kind: 'OCMW', municipality_id: territory.id });
    const [former, zone] = [await given.authority(), await given.organisation({ kind: 'POLICE_ZONE' })];
    const circle = await given.circle({ name: 'Kaart' });
    const other = await given.circle({ name: 'Kaart van het OCMW' });
    await given.membership(other, welfare);
    for (const one of [town, zone]) await given.membership(circle, one);
    await given.membership(circle, former, { from: '2020-01-01', to: '2024-01-01' });
    const query = 'query ($id: ID!) { knowledgeCircle(id: $id) { nisCodes organisations { totalCount } } }';
    const shown = async ({ id }: Row) => (await on.as(anonymous).run(query, { id })).data.knowledgeCircle;
    expect(await shown(circle)).toEqual({ nisCodes: ['34022'], organisations: { totalCount: 2 } });
    expect(await shown(other)).toEqual({ nisCodes: [], organisations: { totalCount: 1 } });
  });

  it('costs one statement for all of them', async () => {
    expect(await statementsOf(() => on.as(anonymous).run(MAP))).toBe(1);
  });

  it('shows meetings that are published, and to its coordinators those that are not', async () => {
    const [circle, events] = [await given.circle(), new GivenEvents(on)];
    await events.meeting(circle, { title: 'Vergadering' });
    await events.meeting(circle, { title: 'In opmaak', status: 'DRAFT' });
    const person = await given.person();
    await given.coordinator(circle, person);
    const query =
      'query ($id: ID!) { knowledgeCircle(id: $id) { meetings(orderBy: [{ field: TITLE }]) { nodes { title } } } }';
    const titles = async (viewer: Viewer): Promise<string[]> =>
      (await on.as(viewer).run(query, { id: circle.id })).data.knowledgeCircle.meetings.nodes.map(
        ({ title }: { title: string }) => title,
      );
    expect([await titles(anonymous), await titles(signedIn(person))]).toEqual([
      ['Vergadering'],
      ['In opmaak', 'Vergadering'],
    ]);
  });
});
