import { CalendarDate, Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Antwoord op exportMyData.' })
export class ExportMyDataPayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description:
      'Gegevens: a JSON document, to save as a file, with the names of organisations, events and the like beside their ids; null when refused.',
  })
  data?: string;
}

@ObjectType({ description: 'Antwoord op erasePerson.' })
export class ErasePersonPayload extends Payload {
  @Field(() => Date, { nullable: true, description: 'Gewist op; null when refused.' })
  erasedAt?: Date;
}

@ObjectType({ description: 'Antwoord op holdErasure.' })
export class HoldErasurePayload extends Payload {
  @Field(() => CalendarDate, { nullable: true, description: 'Tot: first day without it; null when refused.' })
  until?: string;
}
