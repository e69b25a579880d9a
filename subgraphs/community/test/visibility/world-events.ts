import type { Row } from '../given.js';
import { GivenEvents } from '../given-event.js';
import { GivenTrainings } from '../given-training.js';
import type { NamedRows } from './named-rows.js';
import type { People } from './viewers.js';

export async function addEvents(world: NamedRows, { owner }: People): Promise<void> {
  const programme = new GivenEvents(world.on);
  const online = { mode: 'HYBRID', online_url: 'https://meet.example/zaal' };
  const event = await world.add('Event', programme.event({ capacity_on_site: 2, ...online }));
  const draft = await world.add('Event draft', programme.draft());
  await programme.price(event, 'NON_MEMBER', 100);
  await world.add('Event attended online', programme.event(online));
  const circle = world.row('KnowledgeCircle');
  await world.add('Event meeting', programme.meeting(circle, { capacity_on_site: 1, ...online }));
  await addMessages(world);
  const ready = await world.add('Event draft of the circle', programme.meeting(circle, { status: 'DRAFT' }));
  await programme.price(ready, 'NON_MEMBER', 0);
  await addProgramme(world, event, '');
  await addProgramme(world, draft, ' of a draft');
  const hour = { starts_at: '2027-03-09T14:00:00Z', ends_at: '2027-03-09T15:00:00Z' };
  const vendor = { vendor_organisation_id: world.row('company').id, capacity: 1, signup_required: true };
  const closed = await world.add(
    'Session private',
    programme.privateSession(event, { ...hour, title: 'Besloten overleg', ...vendor }),
  );
  await world.add('SessionSpeaker private', programme.speaker(closed));
  await world.add('SessionMaterial private', programme.material(closed));
  await world.add('SessionInvitation', programme.invitation(closed, owner));
  const access = 'PARTICIPANTS';
  await world.add('SessionMaterial for participants', programme.material(world.row('Session'), { access }));
  const meeting = [world.row('ThinkTank').id, event.id];
  await world.on.sql('insert into think_tank_meeting (think_tank_id, event_id) values ($1, $2)', meeting);
  const [series] = await world.on.sql<Row>('select id from event_series order by position limit 1');
  await world.add('EventSeries', series!);
  const trainings = new GivenTrainings(world.on);
  const training = await world.add('Training', trainings.training());
  await world.add('TrainingSession', trainings.heldAs(training, event));
  await world.add('TrainingSession of a draft', trainings.heldAs(training, draft));
}

async function addMessages(world: NamedRows): Promise<void> {
  const written = { subject: 'Breng uw laptop mee', body: 'Er is stroom aan elke tafel.', states: ['CONFIRMED'] };
  const sent = { recipient_count: 1, sent_at: '2026-11-01T08:00:00Z', sent_by_id: world.row('Person who did not').id };
  for (const [suffix, event] of [
    ['', 'Event'],
    [' of a meeting', 'Event meeting'],
  ] as const)
    await world.insert(`EventMessage${suffix}`, 'event_message', {
      event_id: world.row(event).id,
      ...written,
      ...sent,
    });
}

async function addProgramme(world: NamedRows, event: Row, suffix: string): Promise<void> {
  const programme = new GivenEvents(world.on);
  await world.add(`EventQuestion${suffix}`, programme.question(event));
  await world.add(`Room${suffix}`, programme.room(event));
  await world.add(`Exhibitor${suffix}`, programme.exhibitor(event, world.row('company')));
  const track = await world.add(`Track${suffix}`, programme.track(event));
  const session = await world.add(`Session${suffix}`, programme.session(event, { track_id: track.id, capacity: 20 }));
  await world.add(
    `SessionSpeaker${suffix}`,
    programme.speaker(session, { person_id: world.row('Person who did not').id }),
  );
  await world.add(`SessionMaterial${suffix}`, programme.material(session));
}
