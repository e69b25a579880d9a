import type { Audience } from '../event/event.enums.js';
import { memberTypes } from '../membership/member-types.query.js';
import type { Language } from '../person/language.js';
import type { EventTurn } from '../event/event-follower.js';
import { missingPrerequisites } from '../training/missing-prerequisites.query.js';
import { standingColumns } from '../waiting-list/places.js';
import { live } from '../waiting-list/registration-state.enums.js';
import type { Standing } from '../waiting-list/waiting-list.policy.js';
import type { Question } from './answers.policy.js';
import type { AttendanceMode } from './registration.enums.js';
import type { Price } from './registration.policy.js';

/** What decides about a registration. */
export interface RegistrationFacts {
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly language: Language;
  } | null;
  /** Memberships that hold today: the person's own and those of the employers of today. */
  readonly memberships: readonly Audience[];
  readonly prices: readonly Price[];
  readonly questions: readonly Question[];
  /** Whether the person has a registration that is not over. */
  readonly isRegistered: boolean;
  /** Whether the event is for a circle of which the person is none. */
  readonly isOutsider: boolean;
  /** Titles of the trainings that come before, and that the person did not follow. */
  readonly missing: readonly string[];
  readonly standing: Omit<Standing, 'capacity'> & { readonly nextArrival: string };
}

// one statement: while it runs, everybody else who registers for the event waits
const statement = `
  select json_build_object(
    'person', (select json_build_object('id', id, 'name', name, 'email', email, 'language', language) from person where id = $2),
    'memberships', (select coalesce(json_agg(type), '[]') from (${memberTypes('$2', '$5')}) held),
    'prices', (select coalesce(json_agg(json_build_object('audience', audience, 'priceCents', price_cents)), '[]')
      from event_price where event_id = $1),
    'questions', (select coalesce(json_agg(json_build_object('id', id, 'label', label, 'kind', kind, 'options', options,
      'required', required) order by position), '[]') from event_question where event_id = $1),
    'isRegistered', exists (select from registration where event_id = $1 and person_id = $2 and state = any ($3)),
    'isOutsider', (select circle_only and not belongs_to_circle(circle_id, $2, $5) from event where id = $1),
    'missing', (select coalesce(json_agg(title), '[]') from (${missingPrerequisites('$1', '$2')}) missing),
    'standing', (select row_to_json(counted) from (
      select ${standingColumns} from registration one where event_id = $1 and mode = $4) counted)) as facts`;

/** Who wants to come, and how. */
interface Asked {
  readonly personId: string;
  readonly mode: AttendanceMode;
}

/** True until the turn ends. */
export async function registrationFacts(
  { tx, event, now }: EventTurn,
  { personId, mode }: Asked,
): Promise<RegistrationFacts> {
  const [row] = await tx.query<{ facts: RegistrationFacts }[]>(statement, [event.id, personId, live, mode, now]);
  return row!.facts;
}
