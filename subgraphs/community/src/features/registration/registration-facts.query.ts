import { prepared } from '@lokaal/shared/database';
import type { Audience } from '../event/event.enums.js';
import { memberTypes } from '../membership/member-types.query.js';
import type { Language } from '../person/language.js';
import type { EventTurn } from '../event/event-follower.js';
import { missingPrerequisites } from '../training/missing-prerequisites.query.js';
import { standingColumns } from '../waiting-list/places.js';
import { live } from '../waiting-list/registration-state.enums.js';
import type { Standing } from '../waiting-list/waiting-list.policy.js';
import type { Question } from './answers.policy.js';
import { AttendanceMode } from './registration.enums.js';
import type { Price } from './registration.policy.js';

/** What decides about whoever wants to come to an event. */
export interface RegistrationFacts {
  readonly prices: readonly Price[];
  readonly questions: readonly Question[];
  readonly standings: Readonly<Record<AttendanceMode, ModeStanding>>;
  /** In the order in which they were asked for. */
  readonly people: readonly PersonFacts[];
}

/** How things stand among those who come in one mode. */
export type ModeStanding = Omit<Standing, 'capacity'> & {
  /** A whole number as text, as PostgreSQL gives a bigint. */
  readonly nextArrival: string;
};

export interface PersonFacts {
  /** Null: there is none. */
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly language: Language;
  } | null;
  /** Memberships that hold today: the person's own and those of the employers of today. */
  readonly memberships: readonly Audience[];
  /** Whether the person has a registration that is not over. */
  readonly isRegistered: boolean;
  /** Whether the event is for a circle of which the person is none. */
  readonly isOutsider: boolean;
  /** Titles of the trainings that come before, and that the person did not follow. */
  readonly missing: readonly string[];
}

const ofPerson = `json_build_object(
  'person', (select json_build_object('id', id, 'name', name, 'email', email, 'language', language)
    from person where id = asked.id),
  'memberships', (select coalesce(json_agg(type), '[]') from (${memberTypes('asked.id', '$4')}) held),
  'isRegistered', exists (select from registration where event_id = $1 and person_id = asked.id and state = any ($3)),
  'isOutsider', (select circle_only and not belongs_to_circle(circle_id, asked.id, $4) from event where id = $1),
  'missing', (select coalesce(json_agg(title), '[]') from (${missingPrerequisites('$1', 'asked.id')}) missing))`;

// one statement: while it runs, everybody else who registers for the event waits
const text = `
  select json_build_object(
    'prices', (select coalesce(json_agg(json_build_object('audience', audience, 'priceCents', price_cents)), '[]')
      from event_price where event_id = $1),
    'questions', (select coalesce(json_agg(json_build_object('id', id, 'label', label, 'kind', kind, 'options', options,
      'required', required) order by position), '[]') from event_question where event_id = $1),
    'standings', (select json_object_agg(way, counted) from unnest($5::text[]) way, lateral (
      select ${standingColumns} from registration one where event_id = $1 and mode = way) counted),
    'people', (select json_agg(${ofPerson} order by place)
      from unnest($2::text[]) with ordinality as asked (id, place))) as facts`;

const statement = { name: 'registration-facts', text };

/** About these people, by their ids. True until the turn ends. */
export async function registrationFacts(
  { tx, event, now }: EventTurn,
  personIds: readonly string[],
): Promise<RegistrationFacts> {
  const values = [event.id, personIds, live, now, Object.values(AttendanceMode)];
  const [row] = await prepared<{ facts: RegistrationFacts }>(tx, statement, values);
  return row!.facts;
}
