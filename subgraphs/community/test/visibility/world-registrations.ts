import type { Row } from '../given.js';
import { GivenEvents } from '../given-event.js';
import type { NamedRows } from './named-rows.js';
import type { People } from './viewers.js';

export async function addRegistrations(world: NamedRows, { owner }: People): Promise<void> {
  const at = { event_id: world.row('Event').id, mode: 'ON_SITE', audience: 'NON_MEMBER', price_cents: 100 };
  const offered = { offered_at: '2026-10-02T09:00:00Z', offer_expires_at: '2026-10-04T09:00:00Z' };
  const came = { ...at, ...offered, state: 'CONFIRMED', checked_in_at: '2026-10-05T09:00:00Z' };
  const open = world.row('Person who agreed');
  const register = (name: string, person: Row, columns: object) =>
    world.insert(`Registration ${name}`, 'registration', { person_id: person.id, ...columns });
  const theirs = await register('of who agreed', open, {
    ...came,
    registered_by_id: open.id,
    arrival: 1,
    ticket_code: ticket('A'),
  });
  const own = await register('colleague', owner, {
    ...came,
    state: 'ATTENDED',
    arrival: 2,
    ticket_code: ticket('B'),
  });
  const online = { ...at, event_id: world.row('Event attended online').id, mode: 'ONLINE', arrival: 1 };
  await register('colleague online', owner, { ...online, state: 'CONFIRMED', ticket_code: ticket('G') });
  const waits = { ...at, state: 'WAITLISTED', arrival: 3, ticket_code: ticket('C') };
  await register('waiting', world.row('Person who did not'), waits);
  const meeting = { ...at, event_id: world.row('Event meeting').id, arrival: 1 };
  const gone = { ...meeting, state: 'CANCELLED', cancelled_at: '2026-10-03T09:00:00Z', ticket_code: ticket('D') };
  await register('given up', open, { ...gone, price_cents: 0, complimentary_reason: 'Spreker' });
  await register('waiting, colleague', owner, {
    ...meeting,
    state: 'WAITLISTED',
    arrival: 2,
    ticket_code: ticket('E'),
  });
  const elsewhere = { ...meeting, state: 'CONFIRMED', arrival: 3, ticket_code: ticket('F') };
  await register('of the company', world.row('Person of the company'), elsewhere);
  const session = { session_id: world.row('Session').id, state: 'CONFIRMED', ...offered };
  const entered = { ...session, checked_in_at: '2026-10-05T09:00:00Z' };
  await world.insert('SessionSignup of who agreed', 'session_signup', {
    ...entered,
    registration_id: theirs.id,
    arrival: 1,
  });
  await world.insert('SessionSignup colleague', 'session_signup', { ...entered, registration_id: own.id, arrival: 2 });
  const left = { ...session, state: 'CANCELLED', cancelled_at: '2026-10-03T09:00:00Z', arrival: 3 };
  await world.insert('SessionSignup given up', 'session_signup', { ...left, registration_id: theirs.id });
  const closed = { session_id: world.row('Session private').id };
  // who was not invited would lose the place
  await new GivenEvents(world.on).invitation(world.row('Session private'), open);
  const inside = { ...closed, registration_id: theirs.id, state: 'CONFIRMED', arrival: 1 };
  await world.insert('SessionSignup private', 'session_signup', inside);
  const queue = { ...closed, registration_id: own.id, state: 'WAITLISTED', arrival: 2 };
  await world.insert('SessionSignup waiting', 'session_signup', queue);
  const about = { registration_id: own.id, event_id: at.event_id, person_id: owner.id, code: certificateCode };
  const days = { starts_on: '2026-03-09', ends_on: '2026-03-09', issued_at: '2026-04-01T09:00:00Z' };
  const certificate = { ...about, ...days, language: 'NL', title: 'Evenement', hours: 6 };
  await world.insert('Certificate', 'certificate', certificate);
  // of before the owner worked for the authority; a registration has one certificate that is valid
  const earlier = { code: certificateCode.replaceAll('0', '1'), starts_on: '2019-03-09', ends_on: '2019-03-09' };
  const revoked = { ...certificate, ...earlier, revoked_at: '2026-04-02T09:00:00Z' };
  await world.insert('Certificate earned before', 'certificate', revoked);
  const stand = { exhibitor_id: world.row('Exhibitor').id, scanned_at: '2026-10-05T09:00:00Z' };
  await world.insert('ExhibitorScan', 'exhibitor_scan', { ...stand, registration_id: own.id });
}

export const certificateCode = '0000-0000-0000-0000-0000-0000-0000';

const ticket = (letter: string): string => letter.repeat(24);
