import '../../../../../shared/test/matchers.js';
import type { Answer, TestSubgraph } from '../../../../../shared/test/subgraph.js';
import type { Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { type GivenEvent, GivenEvents } from '../../../test/given-event.js';
import {
  employee,
  Given,
  type GivenOrganisation,
  type Row,
  signedIn,
  staff,
  startCommunity,
} from '../../../test/given.js';

let on: TestSubgraph;
let given: Given;
let events: GivenEvents;
let staffer: Viewer;
let stranger: Viewer;
let event: GivenEvent;
let track: Row;
let room: Row;
let company: GivenOrganisation;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  events = new GivenEvents(on);
  staffer = staff(await given.person());
  stranger = signedIn(await given.person());
  company = await given.organisation();
  await on.sql(
    `insert into theme (id, slug, label, description) values ('theme_1', 'nis2', 'NIS2', 'Europese richtlijn.')`,
  );
});

beforeEach(async () => {
  on.clock.set('2026-11-02T09:00:00Z');
  event = await events.event();
  track = await events.track(event);
  room = await events.room(event, { name: 'Zaal 1', capacity: 50 });
});

const SESSION = `{ session { id title description startsAt endsAt capacity signupRequired status sequence version
  cyfunCategories track { id } room { id } vendorOrganisation { id } themes { nodes { slug } }
  speakers { nodes { name biography position person { id } } } materials { nodes { id title url access } }
  invitations { nodes { id person { id } } } } userErrors { code field } }`;
const EVENT = '{ event { sessions { totalCount } } userErrors { code field } }';
const MATERIAL = '{ material { id version title session { id } } userErrors { code field } }';
const selections: Record<string, string> = { removeSession: EVENT, addMaterial: MATERIAL };
function run(viewer: Viewer, name: string, input: object): Promise<Answer> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) ${selections[name] ?? SESSION} }`;
  return on.as(viewer).run(query, { input });
}

const sessionRows = (): Promise<unknown> => on.sql('select * from event_session order by id');
const valid = () => ({
  eventId: event.id,
  trackId: track.id,
  title: 'Netwerksegmentatie',
  startsAt: '2027-03-09T09:00:00Z',
  endsAt: '2027-03-09T10:00:00Z',
});

describe('addSession', () => {
  it('puts a session on the programme, with what it is about', async () => {
    const solution = newId('solution');
    const about = { themes: ['nis2'], cyfunCategories: ['PR.AC', 'ID.AM'], solutionIds: [solution] };
    const input = { ...valid(), ...about, roomId: room.id, capacity: 50, vendorOrganisationId: company.id };
    const { data, errors } = await run(staffer, 'addSession', { ...input, signupRequired: true });
    expect(errors).toBeUndefined();
    expect(data.addSession.session).toMatchObject({
      title: 'Netwerksegmentatie',
      capacity: 50,
      signupRequired: true,
      status: 'SCHEDULED',
      sequence: 0,
      track: { id: track.id },
      room: { id: room.id },
      vendorOrganisation: { id: company.id },
      themes: { nodes: [{ slug: 'nis2' }] },
      cyfunCategories: ['PR.AC', 'ID.AM'],
    });
    const [row] = await on.sql('select solution_ids from event_session where id = $1', [data.addSession.session.id]);
    expect(row).toEqual({ solution_ids: [solution] });
  });

  it.each<[string, () => object, string, string?]>([
    ['that begins before its event', () => ({ startsAt: '2027-03-09T07:59:59Z' }), 'startsAt'],
    ['that ends after its event', () => ({ endsAt: '2027-03-09T16:00:01Z' }), 'endsAt'],
    ['that ends when it begins', () => ({ endsAt: '2027-03-09T09:00:00Z' }), 'endsAt'],
    ['with more places than its room', () => ({ roomId: room.id, capacity: 51 }), 'capacity'],
    ['with no places', () => ({ capacity: 0 }), 'capacity'],
    ['about a category that is none', () => ({ cyfunCategories: ['awareness'] }), 'cyfunCategories'],
    ['about a category that CyFun does not have', () => ({ cyfunCategories: ['PR.AC', 'ID.ZZ'] }), 'cyfunCategories'],
    ['about an unknown theme', () => ({ themes: ['koffie'] }), 'themes'],
    ['about what is no solution', () => ({ solutionIds: [newId('vendor')] }), 'solutionIds'],
    ['on an unknown track', () => ({ trackId: newId('track') }), 'trackId', 'NOT_FOUND'],
    ['in an unknown room', () => ({ roomId: newId('room') }), 'roomId', 'NOT_FOUND'],
    [
      'of an unknown company',
      () => ({ vendorOrganisationId: newId('organisation') }),
      'vendorOrganisationId',
      'NOT_FOUND',
    ],
  ])('refuses a session %s, and writes nothing', async (_, change, field, code = 'BAD_USER_INPUT') => {
    const before = await sessionRows();
    expect(await run(staffer, 'addSession', { ...valid(), ...change() })).toHaveUserError(code, [field]);
    expect(await sessionRows()).toEqual(before);
  });

  it('refuses tracks and rooms of another event, and a vendor that is no company', async () => {
    const other = await events.event();
    const authority = await given.authority();
    for (const [field, id, code] of [
      ['trackId', (await events.track(other)).id, 'NOT_FOUND'],
      ['roomId', (await events.room(other)).id, 'NOT_FOUND'],
      ['vendorOrganisationId', authority.id, 'BAD_USER_INPUT'],
    ] as const)
      expect(await run(staffer, 'addSession', { ...valid(), [field]: id })).toHaveUserError(code, [field]);
  });

  it.each([
    ['begins while another is there', '09:59:59', '11:00:00', [['roomId']]],
    ['ends while another is there', '08:00:00', '09:00:01', [['roomId']]],
    ['lies around another', '08:00:00', '11:00:00', [['roomId']]],
    ['begins when another ends', '10:00:00', '11:00:00', []],
    ['ends when another begins', '08:00:00', '09:00:00', []],
  ])('to a room in which it %s', async (_, from, to, refused) => {
    await events.session(event, { room_id: room.id });
    const times = { startsAt: `2027-03-09T${from}Z`, endsAt: `2027-03-09T${to}Z` };
    const { data } = await run(staffer, 'addSession', { ...valid(), ...times, roomId: room.id });
    expect(data.addSession.userErrors.map(({ field }: { field: string[] }) => field)).toEqual(refused);
  });

  it('to a room that a cancelled session left', async () => {
    await events.session(event, { room_id: room.id, status: 'CANCELLED' });
    const { data } = await run(staffer, 'addSession', { ...valid(), roomId: room.id });
    expect(data.addSession.userErrors).toEqual([]);
  });

  it('takes one of 8 sessions that want one room at once', async () => {
    const want = () => run(staffer, 'addSession', { ...valid(), roomId: room.id });
    const answers = await Promise.all(Array.from({ length: 8 }, want));
    expect(answers.filter(({ data }) => data.addSession.session !== null)).toHaveLength(1);
  });

  it('adds once for equal calls with one idempotencyKey', async () => {
    const call = () => run(staffer, 'addSession', { ...valid(), idempotencyKey: 'sessie' });
    const answers = await Promise.all([call(), call(), call()]);
    expect(new Set(answers.map(({ data }) => data.addSession.session.id)).size).toBe(1);
  });
});

describe('updateSession', () => {
  it('changes what is sent, clears what is null, and leaves the rest', async () => {
    const { id } = await events.session(event, { description: 'Lang', capacity: 20, room_id: room.id });
    const input = { id, expectedVersion: 1, title: 'Andere titel', description: null, cyfunCategories: ['DE.CM'] };
    const { data } = await run(staffer, 'updateSession', input);
    expect(data.updateSession.session).toMatchObject({
      title: 'Andere titel',
      description: null,
      capacity: 20,
      cyfunCategories: ['DE.CM'],
      sequence: 0,
      version: 2,
    });
  });

  it.each([
    [{ capacity: 51 }, 'capacity', 'BAD_USER_INPUT'],
    [{ trackId: newId('track') }, 'trackId', 'NOT_FOUND'],
    [{ title: null }, 'title', 'BAD_USER_INPUT'],
  ])('refuses %j, and writes nothing', async (change, field, code) => {
    const { id } = await events.session(event, { room_id: room.id });
    const before = await sessionRows();
    expect(await run(staffer, 'updateSession', { id, expectedVersion: 1, ...change })).toHaveUserError(code, [field]);
    expect(await sessionRows()).toEqual(before);
  });
});

describe('moveSession', () => {
  it('changes time and room, and raises the sequence of what people have seen', async () => {
    const { id } = await events.session(event);
    const times = { startsAt: '2027-03-09T13:00:00Z', endsAt: '2027-03-09T14:00:00Z' };
    const { data } = await run(staffer, 'moveSession', { id, expectedVersion: 1, ...times, roomId: room.id });
    expect(data.moveSession.session).toMatchObject({
      startsAt: '2027-03-09T13:00:00.000Z',
      endsAt: '2027-03-09T14:00:00.000Z',
      room: { id: room.id },
      sequence: 1,
    });
    const out = await run(staffer, 'moveSession', { id, expectedVersion: 2, roomId: null });
    expect(out.data.moveSession.session).toMatchObject({ room: null, sequence: 2 });
  });

  it('leaves the sequence of a draft', async () => {
    const draft = await events.draft();
    const { id } = await events.session(draft);
    const { data } = await run(staffer, 'moveSession', { id, expectedVersion: 1, endsAt: '2027-03-09T11:00:00Z' });
    expect(data.moveSession.session.sequence).toBe(0);
  });

  it('refuses a room that is taken or too small, and a time outside the event', async () => {
    const small = await events.room(event, { capacity: 10 });
    await events.session(event, { room_id: room.id });
    const { id } = await events.session(event, { capacity: 20 });
    const move = (change: object) => run(staffer, 'moveSession', { id, expectedVersion: 1, ...change });
    expect(await move({ roomId: room.id })).toHaveUserError('BAD_USER_INPUT', ['roomId']);
    expect(await move({ roomId: small.id })).toHaveUserError('BAD_USER_INPUT', ['roomId']);
    expect(await move({ endsAt: '2027-03-09T16:00:01Z' })).toHaveUserError('BAD_USER_INPUT', ['endsAt']);
    expect(await move({ endsAt: '2027-03-09T09:00:00Z' })).toHaveUserError('BAD_USER_INPUT', ['endsAt']);
  });

  it('refuses a session that has begun', async () => {
    const { id } = await events.session(event);
    on.clock.set('2027-03-09T09:00:00Z');
    const later = { id, expectedVersion: 1, startsAt: '2027-03-09T12:00:00Z', endsAt: '2027-03-09T13:00:00Z' };
    expect(await run(staffer, 'moveSession', later)).toHaveUserError('INVALID_STATE');
  });

  it('goes to no moment that is over, while the event is on: offers of it would end before they were made', async () => {
    const session = await events.session(event, { starts_at: '2027-03-09T14:00:00Z', ends_at: '2027-03-09T15:00:00Z' });
    on.clock.set('2027-03-09T12:00:00Z');
    const times = { startsAt: '2027-03-09T10:30:00Z', endsAt: '2027-03-09T11:30:00Z' };
    const refused = await run(staffer, 'moveSession', { id: session.id, expectedVersion: 1, ...times });
    on.clock.set('2026-11-02T09:00:00Z');
    expect(refused).toHaveUserError('BAD_USER_INPUT', ['startsAt']);
  });
});

describe('cancelSession and removeSession', () => {
  it('cancels a session once, and not when it is over', async () => {
    const [one, other] = [await events.session(event), await events.session(event)];
    const { data } = await run(staffer, 'cancelSession', { id: one.id, expectedVersion: 1 });
    expect(data.cancelSession.session).toMatchObject({ status: 'CANCELLED', sequence: 1 });
    const again = { id: one.id, expectedVersion: 2 };
    expect(await run(staffer, 'cancelSession', again)).toHaveUserError('INVALID_STATE');
    on.clock.set('2027-03-09T10:00:00Z');
    const late = { id: other.id, expectedVersion: 1 };
    expect(await run(staffer, 'cancelSession', late)).toHaveUserError('INVALID_STATE');
  });

  it('removes a session of a draft only', async () => {
    const draft = await events.draft();
    const [own, published] = [await events.session(draft), await events.session(event)];
    const { data } = await run(staffer, 'removeSession', { id: own.id, expectedVersion: 1 });
    expect(data.removeSession.event.sessions.totalCount).toBe(0);
    const input = { id: published.id, expectedVersion: 1 };
    expect(await run(staffer, 'removeSession', input)).toHaveUserError('INVALID_STATE');
  });
});

describe('setSpeakers', () => {
  it('takes the place of all speakers, in order, people by their own name unless another is given', async () => {
    const session = await events.session(event);
    await events.speaker(session, { name: 'Vorige' });
    const [one, other] = [await given.person({ name: 'An Peeters' }), await given.person({ name: 'Bo Claes' })];
    const speakers = [
      { personId: one.id },
      { personId: other.id, name: 'Prof. Bo Claes', biography: 'Doceert recht.' },
      { name: 'Gast uit Estland' },
    ];
    const { data } = await run(staffer, 'setSpeakers', { id: session.id, expectedVersion: 1, speakers });
    expect(data.setSpeakers.session.version).toBe(2);
    expect(data.setSpeakers.session.speakers.nodes).toEqual([
      { name: 'An Peeters', biography: null, position: 1, person: { id: one.id } },
      { name: 'Prof. Bo Claes', biography: 'Doceert recht.', position: 2, person: { id: other.id } },
      { name: 'Gast uit Estland', biography: null, position: 3, person: null },
    ]);
  });

  it('refuses nobody, an unknown person, and one person twice', async () => {
    const { id } = await events.session(event);
    const person = await given.person();
    const set = (speakers: object[]) => run(staffer, 'setSpeakers', { id, expectedVersion: 1, speakers });
    expect(await set([{ biography: 'Wie?' }])).toHaveUserError('BAD_USER_INPUT', ['speakers', '0', 'name']);
    const unknown = [{ name: 'An' }, { personId: newId('person') }];
    expect(await set(unknown)).toHaveUserError('NOT_FOUND', ['speakers', '1', 'personId']);
    const twice = [{ personId: person.id }, { personId: person.id }];
    expect(await set(twice)).toHaveUserError('BAD_USER_INPUT', ['speakers', '0', 'personId']);
  });

  it('tells a coordinator no name of whom that coordinator may not see', async () => {
    const circle = await given.circle();
    const coordinator = await given.person();
    await given.coordinator(circle, coordinator);
    const { id } = await events.session(await events.meeting(circle));
    const [shy, open] = [await given.person(), await given.person({ consent_directory: true })];
    const set = (viewer: Viewer, person: Row) =>
      run(viewer, 'setSpeakers', { id, expectedVersion: 1, speakers: [{ personId: person.id }] });
    expect(await set(signedIn(coordinator), shy)).toHaveUserError('NOT_FOUND', ['speakers', '0', 'personId']);
    expect(await on.sql('select from session_speaker where session_id = $1', [id])).toEqual([]);
    expect((await set(signedIn(coordinator), open)).data.setSpeakers.userErrors).toEqual([]);
  });
});

describe('addMaterial and removeMaterial', () => {
  const slides = { title: 'Presentatie', url: 'https://bestanden.example/a.pdf', access: 'PUBLIC' };

  it('adds and removes', async () => {
    const session = await events.session(event);
    const { data } = await run(staffer, 'addMaterial', { sessionId: session.id, ...slides });
    expect(data.addMaterial.material).toMatchObject({ title: 'Presentatie', session: { id: session.id } });
    const input = { id: data.addMaterial.material.id, expectedVersion: 1 };
    expect((await run(staffer, 'removeMaterial', input)).data.removeMaterial.session.materials.nodes).toEqual([]);
  });

  it('refuses an address that is there, one that is no https, and an old version', async () => {
    const session = await events.session(event);
    const material = await events.material(session, { url: slides.url });
    const add = (change: object) => run(staffer, 'addMaterial', { sessionId: session.id, ...slides, ...change });
    expect(await add({})).toHaveUserError('ALREADY_EXISTS', ['url']);
    expect(await add({ url: 'http://bestanden.example/b.pdf' })).toHaveUserError('BAD_USER_INPUT', ['url']);
    const old = { id: material.id, expectedVersion: 2 };
    expect(await run(staffer, 'removeMaterial', old)).toHaveUserError('CONFLICT');
  });
});

describe('inviteToSession and withdrawInvitation', () => {
  it('invites once, and withdraws', async () => {
    const session = await events.privateSession(event);
    const [one, other] = [await given.person(), await given.person()];
    await run(staffer, 'inviteToSession', { sessionId: session.id, personIds: [one.id] });
    const personIds = [one.id, other.id];
    const { data } = await run(staffer, 'inviteToSession', { sessionId: session.id, personIds });
    const { nodes } = data.inviteToSession.session.invitations;
    expect(nodes.map(({ person }: { person: Row }) => person.id)).toEqual(personIds);
    const withdrawn = await run(staffer, 'withdrawInvitation', { id: nodes[0].id });
    expect(withdrawn.data.withdrawInvitation.session.invitations.nodes).toEqual([nodes[1]]);
    expect(await run(staffer, 'withdrawInvitation', { id: nodes[0].id })).toHaveUserError('NOT_FOUND', ['id']);
  });

  it('invites to private sessions only, and people who exist', async () => {
    const person = await given.person();
    const open = { sessionId: (await events.session(event)).id, personIds: [person.id] };
    expect(await run(staffer, 'inviteToSession', open)).toHaveUserError('INVALID_STATE');
    const { id } = await events.privateSession(event);
    const unknown = { sessionId: id, personIds: [person.id, newId('person')] };
    expect(await run(staffer, 'inviteToSession', unknown)).toHaveUserError('NOT_FOUND', ['personIds', '1']);
    expect(await run(staffer, 'inviteToSession', { sessionId: id, personIds: [] })).toHaveUserError('BAD_USER_INPUT');
    expect(await on.sql('select from session_invitation where session_id = $1', [id])).toEqual([]);
  });
});

describe('every change of a session', () => {
  const seen = ({ id }: Row): object => ({ id, expectedVersion: 1 });
  const changes: [string, (session: Row) => Promise<object>][] = [
    ['updateSession', async (session) => seen(session)],
    ['moveSession', async (session) => seen(session)],
    ['cancelSession', async (session) => seen(session)],
    ['removeSession', async (session) => seen(session)],
    ['setSpeakers', async (session) => ({ ...seen(session), speakers: [] })],
    [
      'addMaterial',
      async ({ id }) => ({ sessionId: id, title: 'Dia’s', url: 'https://bestanden.example/x.pdf', access: 'PUBLIC' }),
    ],
    ['removeMaterial', async (session) => seen(await events.material(session))],
    ['inviteToSession', async ({ id }) => ({ sessionId: id, personIds: [(await given.person()).id] })],
    ['withdrawInvitation', async (session) => ({ id: (await events.invitation(session, await given.person())).id })],
  ];

  it.each(changes)('is refused to a stranger: %s', async (name, inputOf) => {
    const input = await inputOf(await events.session(event));
    const before = await sessionRows();
    expect(await run(stranger, name, input)).toHaveUserError('FORBIDDEN');
    expect(await sessionRows()).toEqual(before);
  });

  it.each(changes)(
    'of a private one is refused as if it did not exist, to its company too: %s',
    async (name, inputOf) => {
      const session = await events.privateSession(event, { vendor_organisation_id: company.id });
      const input = await inputOf(session);
      for (const viewer of [stranger, employee(await given.person(), company)])
        expect(await run(viewer, name, input)).toHaveUserError('NOT_FOUND');
    },
  );

  it.each(changes)('is refused once the event was archived: %s', async (name, inputOf) => {
    const input = await inputOf(await events.session(event));
    await on.sql(`update event set status = 'ARCHIVED' where id = $1`, [event.id]);
    expect(await run(staffer, name, input)).toHaveUserError('INVALID_STATE');
  });
});
