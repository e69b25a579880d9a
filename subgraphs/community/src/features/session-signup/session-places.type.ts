import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Plaatsen in een sessie: its own number, else that of its room.' })
export class SessionPlaces {
  @Field(() => Int, { nullable: true, description: 'Capaciteit; null is without limit.' }) capacity?: number;
  @Field(() => Int, { nullable: true, description: 'Vrije plaatsen; null is without limit, 0 when it was cancelled.' })
  remaining?: number;
  @Field({ description: 'Volzet: whoever signs up now comes on the waiting list.' }) full!: boolean;
}
