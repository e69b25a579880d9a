import type { DemoWorld } from '@lokaal/shared/demo';
import { insertRows, type SeedRow, type SqlClient } from '@lokaal/shared/seeding';
import { seedSessionInvitations } from './demo-session-invitations.js';
import { isAnnounced } from './events/calendar.js';
import { circleMeetings } from './events/circle-meetings.js';
import { cyberDays } from './events/cyber-day.js';
import type { DemoEvent } from './events/demo-event.js';
import {
  eventRow,
  exhibitorRows,
  materialRows,
  priceRows,
  questionRows,
  roomRows,
  sessionRows,
  speakerRows,
  trackRows,
} from './events/event-rows.js';
import { onWorkingDays } from './events/holidays.js';
import { knowledgeDays } from './events/knowledge-days.js';
import { manageIt } from './events/manage-it.js';
import { shoptIt } from './events/shopt-it.js';
import { heldTrainings } from './events/trainings.js';
import { webinars } from './events/webinars.js';

/** What the association organised from 2023 on, and what is known of the year to come, in its proportions. */
const demoEvents = (world: DemoWorld): DemoEvent[] =>
  [
    ...manageIt(world.lastDay),
    ...shoptIt(world),
    ...cyberDays(world.lastDay),
    ...knowledgeDays(world.lastDay),
    ...webinars(world.lastDay),
    ...circleMeetings(world),
    ...heldTrainings(world.lastDay),
  ]
    .filter(isAnnounced(world.lastDay))
    .map(onWorkingDays);

/** The region of a venue, as a service finds it: that of its postal code. */
const regionsOfVenues = `update event e set reference_region = m.reference_region from municipality m
  where e.reference_region is null and e.postal_code = any (m.postal_codes) and m.valid_to is null`;

export async function seedEvents(client: SqlClient, world: DemoWorld) {
  const events = demoEvents(world);
  const all = (rows: (event: DemoEvent) => readonly SeedRow[]): SeedRow[] => events.flatMap(rows);
  const counts = {
    event: await insertRows(
      client,
      'event',
      events.map((event) => eventRow(event, world.lastDay)),
    ),
    event_price: await insertRows(client, 'event_price', all(priceRows)),
    event_question: await insertRows(client, 'event_question', all(questionRows)),
    track: await insertRows(client, 'track', all(trackRows)),
    room: await insertRows(client, 'room', all(roomRows)),
    exhibitor: await insertRows(client, 'exhibitor', all(exhibitorRows)),
    event_session: await insertRows(client, 'event_session', all(sessionRows)),
    session_speaker: await insertRows(client, 'session_speaker', all(speakerRows)),
    session_material: await insertRows(
      client,
      'session_material',
      all((event) => materialRows(event, world.lastDay)),
    ),
    session_invitation: await seedSessionInvitations(client),
  };
  await client.query(regionsOfVenues);
  return counts;
}
