import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import {
  employee,
  Given,
  type GivenOrganisation,
  type GivenPerson,
  type Row,
  signedIn,
  staff,
  statementsOf,
  startCommunity,
} from '../../../test/given.js';
import { type GivenRegistered, GivenRegistration } from '../../../test/given-registration.js';

let on: TestSubgraph;
let given: Given;
let events: GivenRegistration;
let event: Row;
let stand: Row;
let otherStand: Row;
let company: GivenOrganisation;
let seller: Viewer;
let competitor: Viewer;
let participant: GivenPerson;
let registration: GivenRegistered;

const SCAN = `mutation ($input: ScanParticipantInput!) { scanParticipant(input: $input) {
  scan { id scannedAt participantName participantEmail participantOrganisations } userErrors { code field message } } }`;
const SCANS = `query ($id: ID!) { event(id: $id) { exhibitors(orderBy: { field: STAND }) { nodes {
  scans { totalCount nodes { participantName exhibitor { stand } scannedBy { name } } } } } } }`;

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  on = await startCommunity();
  given = new Given(on);
  events = new GivenRegistration(on);
  company = await given.organisation();
  const other = await given.organisation();
  seller = employee(await given.person(), company);
  competitor = employee(await given.person(), other);
  event = await events.event();
  stand = await events.events.exhibitor(event, company, { stand: 'A1' });
  otherStand = await events.events.exhibitor(event, other, { stand: 'B1' });
  participant = await given.person({ name: 'Dirk Deelnemer' });
  const town = await given.authority({ legal_name: 'Gemeente Voorbeek' });
  await given.employment(participant, town);
  registration = await events.register(event, participant);
});
beforeEach(() => on.clock.set('2026-12-10T10:00:00Z'));

const scan = (viewer: Viewer, exhibitor = stand, { ticketCode } = registration) =>
  on.as(viewer).run(SCAN, { input: { exhibitorId: exhibitor.id, ticketCode } });
const scansFor = async (viewer: Viewer) => {
  const { data } = await on.as(viewer).run(SCANS, { id: event.id });
  return data.event.exhibitors.nodes.map(({ scans }: { scans: { totalCount: number } }) => scans.totalCount);
};

it('a company that scans a ticket at its stand gets to know who it was, once', async () => {
  const first = await scan(seller);
  const again = await scan(seller);
  expect(first.data.scanParticipant.scan).toMatchObject({
    participantName: 'Dirk Deelnemer',
    participantEmail: participant.email,
    participantOrganisations: ['Gemeente Voorbeek'],
  });
  expect(again.data.scanParticipant.scan.id).toBe(first.data.scanParticipant.scan.id);
});

it('staff see the scans of every stand; competitors, members and the anonymous count none of another stand', async () => {
  await scan(seller);
  const counts = [];
  for (const viewer of [seller, competitor, staff(await given.person()), signedIn(await given.person()), anonymous])
    counts.push(await scansFor(viewer));
  expect(counts).toEqual([
    [1, 0],
    [0, 0],
    [1, 0],
    [0, 0],
    [0, 0],
  ]);
});

it('a participant sees by whom the own ticket was scanned', async () => {
  await scan(seller);
  expect(await scansFor(signedIn(participant))).toEqual([1, 0]);
});

it('nobody scans at the stand of another company', async () => {
  expect(await scan(competitor, stand)).toHaveUserError('NOT_FOUND', ['exhibitorId']);
  expect(await scan(staff(participant), stand)).toHaveUserError('NOT_FOUND', ['exhibitorId']);
});

it('a ticket of another event, or of who has no place, is none', async () => {
  on.clock.set('2026-11-02T09:00:00Z');
  const other = await events.register(await events.event(), participant);
  on.clock.set('2026-12-10T10:00:00Z');
  expect(await scan(competitor, otherStand, other)).toHaveUserError('NOT_FOUND', ['ticketCode']);
  expect(await on.sql('select from exhibitor_scan where exhibitor_id = $1', [otherStand.id])).toEqual([]);
});

it.each(['2026-12-10T06:59:00Z', '2026-12-10T16:00:00Z'])(
  'codes cannot be tried out at %s, when the fair is not on',
  async (time) => {
    on.clock.set(time);
    expect(await scan(competitor, otherStand)).toHaveUserError('INVALID_STATE');
  },
);

it('refuses what is no ticket code', async () => {
  expect(await scan(seller, stand, { ...registration, ticketCode: 'x' })).toHaveUserError('BAD_USER_INPUT', [
    'ticketCode',
  ]);
});

it('scans cost one statement, with what hangs below them', async () => {
  expect(await statementsOf(() => on.as(seller).run(SCANS, { id: event.id }))).toBe(1);
});
