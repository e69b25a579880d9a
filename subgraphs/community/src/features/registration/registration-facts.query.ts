import { Audience } from '../event/event.enums.js';
import type { Language } from '../person/language.js';
import { memberTypesOf } from '../membership/member-types.query.js';
import type { EventTurn } from '../event/event-follower.js';
import type { Question } from './answers.policy.js';
import type { Price } from './registration.policy.js';
import { live } from '../waiting-list/registration-state.enums.js';

/** What decides about a registration, beside the places. */
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
}

// one statement: while it runs, everybody else who registers for the event waits
const statement = `
  select json_build_object(
    'person', (select json_build_object('id', id, 'name', name, 'email', email, 'language', language) from person where id = $2),
    'prices', (select coalesce(json_agg(json_build_object('audience', audience, 'priceCents', price_cents)), '[]')
      from event_price where event_id = $1),
    'questions', (select coalesce(json_agg(json_build_object('id', id, 'label', label, 'kind', kind, 'options', options,
      'required', required) order by position), '[]') from event_question where event_id = $1),
    'isRegistered', exists (select from registration where event_id = $1 and person_id = $2 and state = any ($3))) as facts`;

export async function registrationFacts({ tx, event, now }: EventTurn, personId: string): Promise<RegistrationFacts> {
  const [row] = await tx.query<{ facts: Omit<RegistrationFacts, 'memberships'> }[]>(statement, [
    event.id,
    personId,
    live,
  ]);
  return { ...row!.facts, memberships: (await memberTypesOf(tx, personId, now)).map((type) => Audience[type]) };
}
