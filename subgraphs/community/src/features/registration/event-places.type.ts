import { Field, Int, ObjectType } from 'type-graphql';
import { AttendanceMode } from './registration.enums.js';

@ObjectType({ description: 'Plaatsen of an event in one mode of attendance.' })
export class EventPlaces {
  @Field(() => AttendanceMode, { description: 'Wijze van deelname.' }) mode!: AttendanceMode;
  @Field(() => Int, { nullable: true, description: 'Capaciteit; null is without limit.' }) capacity?: number;
  @Field(() => Int, { nullable: true, description: 'Vrije plaatsen; null is without limit, 0 when it was cancelled.' })
  remaining?: number;
  @Field({ description: 'Volzet: whoever registers now comes on the waiting list.' }) full!: boolean;
}
