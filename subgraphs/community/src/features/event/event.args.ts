import { badInput } from '@lokaal/shared/errors';
import { type Among, anyOf, sql } from '@lokaal/shared/read';
import { ArgsType, Field, ID } from 'type-graphql';
import type { EventEntity } from './event.entity.js';
import { EventLifecycle } from './event.enums.js';
import { lifecycleOf } from './event.reads.js';

@ArgsType()
export class EventKey {
  @Field(() => ID, { nullable: true, description: 'Identificatie of the event.' })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'Korte naam of the event, for example manageit-2025.' })
  slug?: string | null;
}

/** The keys that were given, all of which must fit. Throws BAD_USER_INPUT when there is none. */
export function givenKeys({ id, slug }: EventKey): { id?: string; slug?: string } {
  if (id == null && slug == null) throw badInput('Give an id or a slug.', ['id']);
  return { ...(id != null && { id }), ...(slug != null && { slug }) };
}

@ArgsType()
export class EventsArguments {
  @Field(() => [EventLifecycle], {
    nullable: true,
    description:
      'Verloop: only events that stand there in time and take place, for example [ONGOING, UPCOMING]. Cancelled ones are found by their status.',
  })
  lifecycle?: EventLifecycle[] | null;
}

/** The events that the arguments ask for; null asks for all. What was cancelled is no longer to come. */
export const askedEvents: Among<EventEntity> = (_viewer, row, { argument, now }) => {
  const asked = argument('lifecycle', 'text[]');
  return anyOf(sql`${asked} is null`, sql`${row.status} <> 'CANCELLED' and ${lifecycleOf(row, now)} = any(${asked})`);
};
