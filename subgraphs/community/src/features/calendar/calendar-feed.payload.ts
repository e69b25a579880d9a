import { Payload } from '@lokaal/shared/graphql';
import { Field, ID, ObjectType } from 'type-graphql';
import { CalendarFeed } from './calendar-feed.type.js';

@ObjectType({ description: 'Antwoord op createCalendarFeed.' })
export class CreateCalendarFeedPayload extends Payload {
  @Field(() => CalendarFeed, { nullable: true, description: 'Abonnement as it is now; null when none was made.' })
  calendarFeed?: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Adres for a calendar program, shown this once: whoever knows it reads the calendar. Null when the same call made it before.',
  })
  address?: string | null;
}

@ObjectType({ description: 'Antwoord op revokeCalendarFeed.' })
export class RevokeCalendarFeedPayload extends Payload {
  @Field(() => ID, {
    nullable: true,
    description: 'Identificatie of the feed that is gone, with its address; null when nothing was changed.',
  })
  deletedId?: string;
}
