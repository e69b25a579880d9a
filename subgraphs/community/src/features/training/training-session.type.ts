import { Changeable, type Connection, connectionOf, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Event } from '../event/event.type.js';
import { Person } from '../person/person.type.js';
import { Training, TrainingConnection } from './training.type.js';

@ObjectType({
  implements: [Node, Changeable],
  description: `Opleidingssessie: a training as it is held once, by one trainer. Place, price, places, registration,
waiting list and check-in are those of its event.`,
})
@Directive('@key(fields: "id")')
export class TrainingSession extends Changeable implements Node {
  id!: string;

  @Field(() => Training, { description: 'Opleiding that is given.' }) training!: Ref<Training>;
  @Field(() => Event, { description: 'Evenement as which it is held: register for it.' }) event!: Ref<Event>;
  @Field(() => TrainingConnection, {
    description:
      'Ontbrekende voorkennis of the viewer: trainings to follow first. While there is one, registering is refused.',
  })
  missingPrerequisites!: Connection<Training>;

  @Field(() => Date, { description: 'Begin, that of its event.' }) startsAt!: Date;
  @Field(() => Date, { description: 'Einde, that of its event.' }) endsAt!: Date;
  @Field(() => String, { nullable: true, description: 'Lesgever, as the programme prints it.' }) trainerName?: string;
  @Field(() => Person, {
    nullable: true,
    description: 'Lesgever as a person; null for a guest, or when the viewer may not see this person.',
  })
  trainer?: Ref<Person>;
}

export const TrainingSessionConnection = connectionOf('TrainingSession', () => TrainingSession);
