import '../../../../../shared/test/matchers.js';
import type { Answer, TestSubgraph } from '../../../../../shared/test/subgraph.js';
import type { Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { GivenEvents, type GivenEvent } from '../../../test/given-event.js';
import { Given, type Row, signedIn, staff, startCommunity } from '../../../test/given.js';

let on: TestSubgraph;
let given: Given;
let events: GivenEvents;
let staffer: Viewer;
let stranger: Viewer;
let event: GivenEvent;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  events = new GivenEvents(on);
  staffer = staff(await given.person());
  stranger = signedIn(await given.person());
});

beforeEach(async () => {
  on.clock.set('2026-11-02T09:00:00Z');
  event = await events.event();
});

const shown: Record<string, string> = {
  Track: 'track { id name kind position version }',
  Room: 'room { id name capacity version }',
  Exhibitor: 'exhibitor { id stand description organisation { id } version }',
  event: 'event { tracks { nodes { name position } } rooms { nodes { name } } exhibitors { nodes { stand } } }',
};
function run(viewer: Viewer, name: string, input: object): Promise<Answer> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const part = name.startsWith('remove') ? shown['event'] : shown[name.replace(/^(add|update)/, '')];
  return on
    .as(viewer)
    .run(`mutation ($input: ${type}!) { ${name}(input: $input) { ${part} userErrors { code field } } }`, {
      input,
    });
}

describe('tracks', () => {
  it('come last, change, and go to another place', async () => {
    const added: string[] = [];
    for (const name of ['Spoor A', 'Spoor B', 'Spoor C']) {
      const { data } = await run(staffer, 'addTrack', { eventId: event.id, name, kind: 'TECHNICAL' });
      added.push(data.addTrack.track.id);
    }
    const change = { id: added[2], expectedVersion: 1, name: 'Beleid', kind: 'POLICY', position: 1 };
    const { data } = await run(staffer, 'updateTrack', change);
    expect(data.updateTrack.track).toMatchObject({ name: 'Beleid', kind: 'POLICY', position: 1, version: 2 });
    const removed = await run(staffer, 'removeTrack', { id: added[0], expectedVersion: 1 });
    expect(removed.data.removeTrack.event.tracks.nodes.map(({ name }: { name: string }) => name)).toEqual([
      'Beleid',
      'Spoor B',
    ]);
  });

  it('have names of their own, and stay while they have sessions', async () => {
    const track = await events.track(event, { name: 'Spoor A' });
    const same = { eventId: event.id, name: 'Spoor A', kind: 'POLICY' };
    expect(await run(staffer, 'addTrack', same)).toHaveUserError('ALREADY_EXISTS', ['name']);
    await events.session(event, { track_id: track.id });
    const removal = { id: track.id, expectedVersion: 1 };
    expect(await run(staffer, 'removeTrack', removal)).toHaveUserError('INVALID_STATE');
  });
});

describe('rooms', () => {
  it('come, change and go', async () => {
    const { data } = await run(staffer, 'addRoom', { eventId: event.id, name: 'Zaal 1', capacity: 50 });
    const { id } = data.addRoom.room;
    const changed = await run(staffer, 'updateRoom', { id, expectedVersion: 1, capacity: 60 });
    expect(changed.data.updateRoom.room).toMatchObject({ name: 'Zaal 1', capacity: 60, version: 2 });
    const removed = await run(staffer, 'removeRoom', { id, expectedVersion: 2 });
    expect(removed.data.removeRoom.event.rooms.nodes).toEqual([]);
  });

  it('hold their sessions, and stay while they have them', async () => {
    const room = await events.room(event, { capacity: 50 });
    await events.session(event, { room_id: room.id, capacity: 40 });
    const smaller = { id: room.id, expectedVersion: 1, capacity: 39 };
    expect(await run(staffer, 'updateRoom', smaller)).toHaveUserError('BAD_USER_INPUT', ['capacity']);
    expect((await run(staffer, 'updateRoom', { ...smaller, capacity: 40 })).data.updateRoom.userErrors).toEqual([]);
    const removal = { id: room.id, expectedVersion: 2 };
    expect(await run(staffer, 'removeRoom', removal)).toHaveUserError('INVALID_STATE');
  });

  it('have names of their own and hold somebody', async () => {
    await events.room(event, { name: 'Zaal 1' });
    const input = { eventId: event.id, name: 'Zaal 1', capacity: 10 };
    expect(await run(staffer, 'addRoom', input)).toHaveUserError('ALREADY_EXISTS', ['name']);
    const none = { ...input, name: 'Zaal 2', capacity: 0 };
    expect(await run(staffer, 'addRoom', none)).toHaveUserError('BAD_USER_INPUT', ['capacity']);
  });
});

describe('exhibitors', () => {
  it('come, change and go before the event begins', async () => {
    const company = await given.organisation();
    const input = { eventId: event.id, organisationId: company.id, stand: 'A1', description: 'Zaaksystemen' };
    const { data } = await run(staffer, 'addExhibitor', input);
    const { id, organisation } = data.addExhibitor.exhibitor;
    expect(organisation.id).toBe(company.id);
    const changed = await run(staffer, 'updateExhibitor', { id, expectedVersion: 1, stand: 'B2', description: null });
    expect(changed.data.updateExhibitor.exhibitor).toMatchObject({ stand: 'B2', description: null });
    on.clock.set('2027-03-09T08:00:00Z');
    expect(await run(staffer, 'removeExhibitor', { id, expectedVersion: 2 })).toHaveUserError('INVALID_STATE');
    on.clock.set('2027-03-09T07:59:59Z');
    const removed = await run(staffer, 'removeExhibitor', { id, expectedVersion: 2 });
    expect(removed.data.removeExhibitor.event.exhibitors.nodes).toEqual([]);
  });

  it('have one stand each, and no stand has two', async () => {
    const [one, other] = [await given.organisation(), await given.organisation()];
    await events.exhibitor(event, one, { stand: 'A1' });
    const again = { eventId: event.id, organisationId: one.id, stand: 'A2' };
    expect(await run(staffer, 'addExhibitor', again)).toHaveUserError('ALREADY_EXISTS', ['organisationId']);
    const same = { eventId: event.id, organisationId: other.id, stand: 'A1' };
    expect(await run(staffer, 'addExhibitor', same)).toHaveUserError('ALREADY_EXISTS', ['stand']);
    const unknown = { ...same, organisationId: newId('organisation'), stand: 'A3' };
    expect(await run(staffer, 'addExhibitor', unknown)).toHaveUserError('NOT_FOUND', ['organisationId']);
  });
});

describe('every part of a programme', () => {
  type Make = () => Promise<{ readonly input: object }>;
  const seen = async (made: Promise<Row>): Promise<{ input: object }> => ({
    input: { id: (await made).id, expectedVersion: 1 },
  });
  const ofEvent = async (input: object) => ({ input: { eventId: event.id, ...input } });
  const changes: [string, Make][] = [
    ['addTrack', () => ofEvent({ name: 'Nieuw', kind: 'POLICY' })],
    ['updateTrack', () => seen(events.track(event))],
    ['removeTrack', () => seen(events.track(event))],
    ['addRoom', () => ofEvent({ name: 'Nieuw', capacity: 1 })],
    ['updateRoom', () => seen(events.room(event))],
    ['removeRoom', () => seen(events.room(event))],
    ['addExhibitor', async () => ofEvent({ organisationId: (await given.organisation()).id, stand: 'Nieuw' })],
    ['updateExhibitor', async () => seen(events.exhibitor(event, await given.organisation()))],
    ['removeExhibitor', async () => seen(events.exhibitor(event, await given.organisation()))],
  ];

  it.each(changes)('is for who keeps the event: %s', async (name, make) => {
    const { input } = await make();
    expect(await run(stranger, name, input)).toHaveUserError('FORBIDDEN');
    await on.sql(`update event set status = 'DRAFT', published_at = null where id = $1`, [event.id]);
    expect(await run(stranger, name, input)).toHaveUserError('NOT_FOUND');
    expect((await run(staffer, name, input)).data[name].userErrors).toEqual([]);
  });

  it.each(changes)('stands still once the event was cancelled: %s', async (name, make) => {
    const { input } = await make();
    await on.sql(`update event set status = 'CANCELLED', cancellation_reason = 'Ziekte' where id = $1`, [event.id]);
    expect(await run(staffer, name, input)).toHaveUserError('INVALID_STATE');
  });

  it.each(changes.filter(([name]) => !name.startsWith('add')))('has a version: %s', async (name, make) => {
    const { input } = await make();
    expect(await run(staffer, name, { ...input, expectedVersion: 2 })).toHaveUserError('CONFLICT', ['expectedVersion']);
  });

  it.each(changes.filter(([name]) => name.startsWith('add')))('is added once with one key: %s', async (name, make) => {
    const { input } = await make();
    const call = () => run(staffer, name, { ...input, idempotencyKey: name });
    const answers = await Promise.all([call(), call(), call()]);
    const ids = answers.map(({ data }) => Object.values<Row>(data[name])[0]!.id);
    expect(new Set(ids).size).toBe(1);
  });
});
