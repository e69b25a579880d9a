import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'Opkomst of an event or a session, in numbers: what makes editions comparable. Names are in registrations.',
})
export class EventAttendance {
  @Field(() => Int, { description: 'Ingeschreven: who has or had a confirmed place.' }) registered!: number;
  @Field(() => Int, { description: 'Aangemeld: who came in so far, also before it starts.' }) checkedIn!: number;
  @Field(() => Int, { description: 'Aanwezig: who was there.' }) attended!: number;
  @Field(() => Int, { description: 'Afwezig: who had a place and did not come.' }) noShow!: number;
}
