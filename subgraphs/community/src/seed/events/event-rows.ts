import { addDays, demoSeed, dice, inventedName, type DemoCompany } from '@lokaal/shared/demo';
import { seededId, type SeedRow } from '@lokaal/shared/seeding';
import { fromBrussels } from '../../features/event/wall-clock.js';
import type { DemoEvent, DemoSession } from './demo-event.js';

const moment = (local: string): string => fromBrussels(local).toISOString();
const mark = '(Demonstratiegegeven)';

const eventId = ({ slug }: Pick<DemoEvent, 'slug'>): string => seededId('event', slug);

/** Days before an event when it is entered and published, and when registration opens. */
const enteredBefore = 380;
const publishedBefore = 335;
const opensBefore = 180;

/** What comes within a year is known, the last of it not published yet; what was long ago is archived. */
function statusOf({ status, from, to }: DemoEvent, lastDay: string): string {
  if (status) return status;
  if (from.slice(0, 10) > addDays(lastDay, publishedBefore)) return 'DRAFT';
  return to.slice(0, 10) < addDays(lastDay, -270) ? 'ARCHIVED' : 'PUBLISHED';
}

const before = ({ from }: DemoEvent, days: number): string => moment(`${addDays(from.slice(0, 10), -days)}T09:00`);

export function eventRow(event: DemoEvent, lastDay: string): SeedRow {
  const { venue, circle, from, to } = event;
  const status = statusOf(event, lastDay);
  return {
    id: eventId(event),
    series: event.series,
    edition: event.edition,
    slug: event.slug,
    title: event.title,
    summary: event.summary,
    description: `${event.summary} Het programma, de sprekers en de locatie zijn verzonnen. ${mark}`,
    mode: event.mode,
    starts_at: moment(from),
    ends_at: moment(to),
    venue_name: venue?.name ?? null,
    street: venue?.street ?? null,
    postal_code: venue?.postalCode ?? null,
    locality: venue?.locality ?? null,
    reference_region: circle?.region ?? null,
    online_url: event.mode === 'ON_SITE' ? null : `https://vergaderen.vereniging.example/${event.slug}`,
    circle_id: circle?.id ?? null,
    capacity_on_site: event.onSite ?? null,
    capacity_online: event.online ?? null,
    registration_opens_at: before(event, opensBefore),
    registration_closes_at: moment(`${addDays(from.slice(0, 10), -1)}T18:00`),
    offer_hours: 48,
    themes: event.themes,
    status,
    cancellation_reason: event.status === 'CANCELLED' ? 'De spreker is ziek; een nieuwe datum volgt.' : null,
    published_at: status === 'DRAFT' ? null : before(event, publishedBefore),
    sequence: event.status === 'CANCELLED' ? 1 : 0,
    certificate_hours: event.certificateHours ?? null,
    certificate_minimum_sessions: event.minimumSessions ?? null,
    created_at: before(event, enteredBefore),
    updated_at: before(event, status === 'DRAFT' ? enteredBefore : publishedBefore),
  };
}

export const priceRows = (event: DemoEvent): SeedRow[] =>
  Object.entries(event.prices).map(([audience, cents]) => ({ event_id: eventId(event), audience, price_cents: cents }));

export const questionRows = (event: DemoEvent): SeedRow[] =>
  (event.questions ?? []).map(({ label, kind, options = [], required = false }, index) => ({
    id: seededId('eventquestion', `${event.slug}:${index}`),
    event_id: eventId(event),
    position: index + 1,
    label,
    kind,
    options,
    required,
  }));

const trackId = ({ slug }: DemoEvent, name: string): string => seededId('track', `${slug}:${name}`);
const roomId = ({ slug }: DemoEvent, name: string): string => seededId('room', `${slug}:${name}`);
const sessionId = ({ slug }: DemoEvent, { title }: DemoSession): string => seededId('session', `${slug}:${title}`);

export const trackRows = (event: DemoEvent): SeedRow[] =>
  (event.tracks ?? []).map(({ name, kind }, index) => ({
    id: trackId(event, name),
    event_id: eventId(event),
    name,
    kind,
    position: index + 1,
  }));

export const roomRows = (event: DemoEvent): SeedRow[] =>
  (event.rooms ?? []).map(([name, capacity]) => ({
    id: roomId(event, name),
    event_id: eventId(event),
    name,
    capacity,
  }));

export const exhibitorRows = (event: DemoEvent): SeedRow[] =>
  (event.exhibitors ?? []).map(({ organisationId, name }: DemoCompany, index) => ({
    id: seededId('exhibitor', `${event.slug}:${organisationId}`),
    event_id: eventId(event),
    organisation_id: organisationId,
    stand: `${'ABC'[index % 3]}${Math.floor(index / 3) + 1}`,
    description: `${name} toont er zijn oplossingen voor lokale besturen. ${mark}`,
  }));

export const sessionRows = (event: DemoEvent): SeedRow[] =>
  (event.sessions ?? []).map((session) => {
    const day = session.day === 2 ? addDays(event.from.slice(0, 10), 1) : event.from.slice(0, 10);
    return {
      id: sessionId(event, session),
      event_id: eventId(event),
      track_id: trackId(event, session.track),
      room_id: session.room === undefined ? null : roomId(event, session.room),
      title: session.title,
      description: `${session.title}: met ruimte voor vragen. ${mark}`,
      starts_at: moment(`${day}T${session.from}`),
      ends_at: moment(`${day}T${session.to}`),
      capacity: session.capacity ?? null,
      signup_required: session.signup ?? false,
      vendor_organisation_id: session.company?.organisationId ?? null,
      themes: session.themes ?? [],
      cyfun_categories: session.cyfun ?? [],
      solution_ids: (session.solutions ?? []).map((slug) => seededId('solution', slug)),
      status: 'SCHEDULED',
    };
  });

const functions = [
  'ICT-manager',
  'informatieveiligheidsconsulent',
  'functionaris voor gegevensbescherming',
  'projectleider',
  'architect',
];

/** One speaker a session unless it says otherwise. */
export const speakerRows = (event: DemoEvent): SeedRow[] =>
  (event.sessions ?? []).flatMap((session) =>
    Array.from({ length: session.speakers ?? 1 }, (_, index) => {
      const key = `${event.slug}:${session.title}:${index}`;
      const by = dice(demoSeed, 'speaker', key);
      const from = session.company
        ? `werkt bij ${session.company.name}`
        : `is ${by.pick(functions)} bij een lokaal bestuur`;
      const name = inventedName(by);
      return {
        id: seededId('speaker', key),
        session_id: sessionId(event, session),
        name,
        biography: `${name} ${from}. ${mark}`,
        position: index + 1,
      };
    }),
  );

/** Slides of what is over: half for everybody, half for who was there. */
export const materialRows = (event: DemoEvent, lastDay: string): SeedRow[] =>
  (event.to.slice(0, 10) > lastDay ? [] : (event.sessions ?? []))
    .filter(({ speakers }) => speakers !== 0)
    .map((session, index) => ({
      id: seededId('material', `${event.slug}:${session.title}`),
      session_id: sessionId(event, session),
      title: `Presentatie: ${session.title}`,
      url: `https://bestanden.vereniging.example/${event.slug}/${index + 1}.pdf`,
      access: index % 2 === 0 ? 'PUBLIC' : 'PARTICIPANTS',
    }));
