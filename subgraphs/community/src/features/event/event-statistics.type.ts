import { Field, Int, ObjectType } from 'type-graphql';
import { Audience } from './event.enums.js';

@ObjectType({ description: 'Cijfers of an event for one audience.' })
class AudienceStatistics {
  @Field(() => Audience, { description: 'Doelgroep.' }) audience!: Audience;
  @Field(() => Int, { description: 'Ingeschreven: who has or had a confirmed place.' }) registered!: number;
  @Field(() => Int, { description: 'Aanwezig: who was there.' }) attended!: number;
  @Field(() => Int, { description: 'Opbrengst in euro cents, without VAT: the prices of who registered.' })
  revenueCents!: number;
}

@ObjectType({
  description: 'Cijfers of an event for who keeps it: side by side they compare the editions of a series.',
})
export class EventStatistics {
  @Field(() => Int, { description: 'Wachtend: who waits for a place, or was offered one.' }) waiting!: number;
  @Field(() => Int, { description: 'Geannuleerd: who gave up, or let an offer expire.' }) cancelled!: number;
  @Field(() => Int, { description: 'Opbrengst in euro cents, without VAT: the prices of who registered.' })
  revenueCents!: number;

  @Field(() => Int, {
    description:
      'Organisaties for which who registered worked on the day on which it began; a municipality and its OCMW are two.',
  })
  organisations!: number;

  @Field(() => [AudienceStatistics], { description: 'Per doelgroep from which somebody registered.' })
  byAudience!: AudienceStatistics[];
}
