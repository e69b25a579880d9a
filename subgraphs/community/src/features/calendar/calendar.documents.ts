import type { Asker } from '@lokaal/shared/callers';
import type { DocumentAnswer, DocumentRoute } from '@lokaal/shared/documents';
import type { SliceDependencies } from '../../slice.js';
import { type Calendar, calendarType, writeCalendar } from './calendar-text.js';
import { type OpenedFeed, openFeed, stillBelongs } from './calendar-feed.query.js';
import { CalendarReader } from './calendar-reader.js';

const answer = (calendar: Omit<Calendar, 'method'>, fileName?: string): DocumentAnswer => ({
  status: 200,
  type: calendarType,
  body: writeCalendar({ method: 'PUBLISH', ...calendar }),
  ...(fileName !== undefined && { fileName }),
});

/** One event, for whoever sees it. */
const eventRoute = ({ mailFrom: organizer }: SliceDependencies, calendars: CalendarReader): DocumentRoute => ({
  method: 'GET',
  path: '/calendar/events/:slug.ics',
  answer: async (request, { slug = '' }) => {
    const entry = await calendars.event(request, slug);
    return entry && answer({ organizer, entries: [entry] }, `${slug}.ics`);
  },
});

/** The sessions of an event, as far as the viewer sees them. */
const sessionsRoute = ({ mailFrom: organizer }: SliceDependencies, calendars: CalendarReader): DocumentRoute => ({
  method: 'GET',
  path: '/calendar/events/:slug/sessions.ics',
  answer: async (request, { slug = '' }) => {
    const entries = await calendars.sessions(request, slug);
    return entries && answer({ organizer, entries }, `${slug}-sessies.ics`);
  },
});

/**
 * A feed, for whoever knows its address. Calendar programs do not sign in: it is read as its owner, with the owner's
 * rights of today, whoever asks.
 */
const feedRoute = (on: SliceDependencies, calendars: CalendarReader): DocumentRoute => ({
  method: 'GET',
  path: '/calendar/feeds/:token.ics',
  answer: async (request, { token = '' }) => {
    const feed = await openFeed(on, request, token);
    if (!feed) return undefined;
    const calendar = await calendarOf(feed.circleId, { ...request, viewer: feed.owner }, { on, calendars });
    return calendar && answer({ organizer: on.mailFrom, ...calendar });
  },
});

interface Reading {
  readonly on: SliceDependencies;
  readonly calendars: CalendarReader;
}

/** Of a circle that the owner left the calendar is empty, so that programs take out what they have. */
async function calendarOf(circleId: OpenedFeed['circleId'], owner: Asker, { on, calendars }: Reading) {
  if (circleId === null) {
    const entries = await calendars.agenda(owner);
    return entries && { name: 'Mijn agenda bij Lokaal Digitaal', entries };
  }
  if (!(await stillBelongs(on, owner, circleId))) return { name: 'Kenniskring', entries: [] };
  const circle = await calendars.circle(owner, circleId);
  return circle && { name: `Kenniskring ${circle.name}`, entries: circle.entries };
}

export function calendarRoutes(on: SliceDependencies): DocumentRoute[] {
  const calendars = new CalendarReader(on);
  return [eventRoute(on, calendars), sessionsRoute(on, calendars), feedRoute(on, calendars)];
}
