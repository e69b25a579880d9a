import type { Asker } from '@lokaal/shared/callers';
import { askAs } from '../../ask-as.js';
import type { SliceDependencies } from '../../slice.js';
import { takingPart } from '../waiting-list/registration-state.enums.js';
import {
  type CalendarEntry,
  entryOfEvent,
  entryOfSession,
  type EventFacts,
  type SessionFacts,
} from './calendar-entry.js';
import { AGENDA, CIRCLE, EVENT, SESSIONS } from './calendar-questions.js';

interface Page<Item> {
  readonly nodes: readonly Item[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface Place {
  readonly state: (typeof takingPart)[number];
}

interface Registered extends Place {
  readonly event: EventFacts | null;
  readonly signups: { readonly nodes: readonly (Place & { readonly session: SessionFacts | null })[] };
}

interface CircleCalendar {
  readonly name: string;
  readonly entries: readonly CalendarEntry[];
}

/** Reads what calendars show through the graph, as whoever asks: what the graph hides from somebody is in no calendar either. */
export class CalendarReader {
  constructor(private readonly on: Pick<SliceDependencies, 'ask'>) {}

  /** Undefined when the viewer sees no such event. */
  async event(asker: Asker, slug: string): Promise<CalendarEntry | undefined> {
    const { event } = await this.ask<{ event: EventFacts | null }>(asker, EVENT, { slug });
    return event ? entryOfEvent(event) : undefined;
  }

  /** Undefined when the viewer sees no such event. */
  async sessions(asker: Asker, slug: string): Promise<CalendarEntry[] | undefined> {
    const sessions = await all<SessionFacts>(async (after) => {
      const variables = { slug, after };
      const { event } = await this.ask<{ event: { sessions: Page<SessionFacts> } | null }>(asker, SESSIONS, variables);
      return event?.sessions;
    });
    return sessions?.map(entryOfSession);
  }

  /** Events and sessions at which the asker has a place, and those that were cancelled. Undefined when there is no asker. */
  async agenda(asker: Asker): Promise<CalendarEntry[] | undefined> {
    const registrations = await all<Registered>(async (after) => {
      const { me } = await this.ask<{ me: { registrations: Page<Registered> } | null }>(asker, AGENDA, { after });
      return me?.registrations;
    });
    const entries = registrations?.flatMap(entriesOf);
    // who registered again has several registrations of one event
    return entries && [...new Map(entries.map((entry) => [entry.id, entry])).values()];
  }

  /** Meetings of a circle; undefined when there is none. */
  async circle(asker: Asker, id: string): Promise<CircleCalendar | undefined> {
    let name = '';
    const events = await all<EventFacts>(async (after) => {
      const answer = await this.ask<{ knowledgeCircle: { name: string } | null; events: Page<EventFacts> }>(
        asker,
        CIRCLE,
        { id, after },
      );
      name = answer.knowledgeCircle?.name ?? '';
      return answer.knowledgeCircle ? answer.events : undefined;
    });
    return events && { name, entries: events.map(entryOfEvent) };
  }

  private ask<Answer>(asker: Asker, query: string, variables: Record<string, unknown>): Promise<Answer> {
    return askAs<Answer>(this.on, asker, { operation: 'calendar', query, variables });
  }
}

/** All pages of a connection; undefined when there is no connection. */
async function all<Item>(read: (after: string | null) => Promise<Page<Item> | undefined>): Promise<Item[] | undefined> {
  const items: Item[] = [];
  let after: string | null = null;
  do {
    const page = await read(after);
    if (!page) return undefined;
    items.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return items;
}

/** A place that was given up is no entry; one that went with its event or session is, so that programs strike it out. */
function entriesOf({ state, event, signups }: Registered): CalendarEntry[] {
  const sessions = signups.nodes.flatMap((one) => {
    const entry = one.session ? entryOfSession(one.session) : undefined;
    return entry && isShown(one.state, entry) ? [entry] : [];
  });
  const entry = event ? entryOfEvent(event) : undefined;
  return entry && isShown(state, entry) ? [entry, ...sessions] : sessions;
}

const isShown = (state: Place['state'], { status }: CalendarEntry): boolean =>
  takingPart.includes(state) || status === 'CANCELLED';
