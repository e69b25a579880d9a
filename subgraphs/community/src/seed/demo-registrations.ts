import { addDays, dayBetween, demoSeed, dice, type Dice } from '@lokaal/shared/demo';
import { insertRows, seededId, type SeedRow, type SqlClient } from '@lokaal/shared/seeding';
import type { Audience } from '../features/event/event.enums.js';
import { type Price, priceFor } from '../features/registration/registration.policy.js';
import { answersOf, type DemoQuestion } from './demo-registration-answers.js';
import { demoTicketCode, offerToShown } from './demo-offer.js';

/** What registrations need of an event that was loaded before. */
interface DemoEvent {
  readonly id: string;
  readonly series: string;
  readonly mode: 'ON_SITE' | 'ONLINE' | 'HYBRID';
  readonly status: string;
  /** Days, 'YYYY-MM-DD'. */
  readonly day: string;
  readonly opens: string;
  /** Whether it was held by the last day that the data know, and whether one could register by then. */
  readonly isOver: boolean;
  readonly isOpen: boolean;
  readonly startsAt: string;
  readonly capacityOnSite: number | null;
  readonly capacityOnline: number | null;
  readonly circleId: string | null;
  readonly prices: readonly Price[];
  readonly questions: readonly DemoQuestion[];
}

interface DemoGuest {
  readonly id: string;
  readonly memberships: readonly Audience[];
  /** Circles of the authorities for which the person works. */
  readonly circles: readonly string[];
  /** When the person registered with the association. */
  readonly since: string;
}

/** People at an edition, as the association counts them: ManageIT has twice 200, Shopt IT 300, a webinar about 30. */
const turnout: Readonly<Record<string, number>> = {
  MANAGE_IT: 400,
  SHOPT_IT: 300,
  CYBER_DAY: 130,
  KNOWLEDGE_DAY: 45,
  WEBINAR: 30,
  CIRCLE_MEETING: 9,
  OTHER: 25,
};

const eventsWithTerms = `
  select e.id, series, mode, status, (starts_at at time zone 'Europe/Brussels')::date::text as day, (ends_at at time zone 'Europe/Brussels')::date <= $1 as "isOver",
    (registration_opens_at at time zone 'Europe/Brussels')::date::text as opens, (registration_opens_at at time zone 'Europe/Brussels')::date <= $1 as "isOpen", starts_at::text as "startsAt",
    capacity_on_site as "capacityOnSite", capacity_online as "capacityOnline", circle_id as "circleId",
    (select coalesce(json_agg(json_build_object('audience', audience, 'priceCents', price_cents) order by audience), '[]')
      from event_price where event_id = e.id) as prices,
    (select coalesce(json_agg(json_build_object('id', id, 'kind', kind, 'options', options, 'required', required) order by position), '[]')
      from event_question where event_id = e.id) as questions
  from event e where status in ('PUBLISHED', 'ARCHIVED') order by starts_at, e.id`;

const guestsWithMemberships = `
  select p.id, p.email_confirmed_at::date::text as since, coalesce(array_agg(distinct m.type) filter (where m.type is not null), '{}') as memberships,
    coalesce(array_agg(distinct c.circle_id) filter (where c.circle_id is not null), '{}') as circles
  from person p
    left join employment job on job.person_id = p.id and job.to_date is null
    left join membership m on m.decision = 'APPROVED' and m.cancelled_on is null
      and (m.person_id = p.id or m.organisation_id = job.organisation_id)
    left join circle_membership c on c.organisation_id = job.organisation_id and c.to_date is null
  group by p.id order by p.id`;

/** How many people want to come. One in four of what is to come, where places are few, is wanted by more than it holds; others fill as their day comes. */
function wanted(event: DemoEvent, lastDay: string, by: Dice): number {
  const usual = turnout[event.series] ?? 0;
  if (event.isOver) return usual;
  if (!event.isOpen) return 0;
  const places = event.capacityOnSite ?? event.capacityOnline ?? usual;
  return places < 3 * usual && by.chance(0.25)
    ? Math.ceil(places * 1.12)
    : Math.ceil(usual * 0.8 * elapsed(event, lastDay));
}

/** Which part of the time to register is over. */
const elapsed = ({ opens, day }: DemoEvent, lastDay: string): number =>
  (Date.parse(lastDay) - Date.parse(opens)) / (Date.parse(day) - Date.parse(opens));

interface Draft {
  readonly event: DemoEvent;
  readonly personId: string;
  readonly price: Price;
  readonly mode: 'ON_SITE' | 'ONLINE';
  readonly day: string;
  readonly cancels: boolean;
  readonly comes: boolean;
}

interface Known {
  readonly guests: readonly DemoGuest[];
  readonly lastDay: string;
}

function draftsFor(event: DemoEvent, { guests, lastDay }: Known): Draft[] {
  const by = dice(demoSeed, 'registrations', event.id);
  const [last = lastDay] = [addDays(event.day, -1), lastDay].toSorted();
  const [, first = event.opens] = [addDays(last, -45), event.opens].toSorted();
  const mayCome = guests.filter(
    ({ circles, since }) => since <= first && (event.circleId === null || circles.includes(event.circleId)),
  );
  return by
    .some(mayCome, wanted(event, lastDay, by))
    .flatMap(({ id, memberships }) => {
      const price = priceFor(memberships, event.prices);
      const mode = event.mode === 'HYBRID' ? (by.chance(0.7) ? 'ON_SITE' : 'ONLINE') : event.mode;
      const day = dayBetween(by, first, last);
      return price
        ? [{ event, personId: id, price, mode, day, cancels: by.chance(0.05), comes: by.chance(0.92) } as const]
        : [];
    })
    .toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

interface Line {
  arrivals: number;
  held: number;
}

/** In order of arrival: who has a place, who waits, who was there. */
function rowsOf(event: DemoEvent, drafts: readonly Draft[]): SeedRow[] {
  const lines: Record<Draft['mode'], Line> = { ON_SITE: { arrivals: 0, held: 0 }, ONLINE: { arrivals: 0, held: 0 } };
  return drafts.map((draft) => {
    const line = lines[draft.mode];
    const capacity = (draft.mode === 'ON_SITE' ? event.capacityOnSite : event.capacityOnline) ?? Infinity;
    const isFull = line.held >= capacity;
    const state = stateOf(draft, isFull);
    line.arrivals += 1;
    if (state === 'CONFIRMED' || state === 'ATTENDED' || state === 'NO_SHOW') line.held += 1;
    return rowOf(draft, state, line.arrivals);
  });
}

function stateOf({ event, cancels, comes }: Draft, isFull: boolean): string {
  if (cancels) return 'CANCELLED';
  if (isFull) return event.isOver ? 'NOT_PLACED' : 'WAITLISTED';
  if (!event.isOver) return 'CONFIRMED';
  return comes ? 'ATTENDED' : 'NO_SHOW';
}

function rowOf({ event, personId, price, mode, day }: Draft, state: string, arrival: number): SeedRow {
  const key = `${event.id}:${personId}`;
  return {
    id: seededId('registration', key),
    event_id: event.id,
    person_id: personId,
    mode,
    audience: price.audience,
    price_cents: price.priceCents,
    ticket_code: demoTicketCode(key),
    state,
    arrival,
    offered_at: null,
    offer_expires_at: null,
    cancelled_at: state === 'CANCELLED' ? `${day}T16:00:00Z` : null,
    checked_in_at: state === 'ATTENDED' ? event.startsAt : null,
    created_at: clockTime(day, arrival),
    updated_at: `${day}T16:00:00Z`,
    version: 1,
  };
}

/** Later for who comes later. */
const clockTime = (day: string, arrival: number): string =>
  `${day}T10:${[arrival / 60, arrival % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':')}Z`;

/** Registrations for the events that were loaded before. Who goes where is invented. */
export async function seedRegistrations(client: SqlClient, lastDay: string): Promise<{ registration: number }> {
  const events = (await client.query(eventsWithTerms, [lastDay])).rows as unknown as DemoEvent[];
  const guests = (await client.query(guestsWithMemberships)).rows as unknown as DemoGuest[];
  const drawn = events.map((event) => ({ event, rows: rowsOf(event, draftsFor(event, { guests, lastDay })) }));
  const registered = offerToShown(drawn, lastDay);
  const rows = registered.flatMap((one) => one.rows);
  await insertRows(client, 'registration', rows);
  await insertRows(
    client,
    'registration_answer',
    registered.flatMap(({ event, rows: own }) => answersOf(event.questions, own)),
  );
  return { registration: rows.length };
}
