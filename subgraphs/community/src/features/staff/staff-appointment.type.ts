import { Changeable, connectionOf, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Person } from '../person/person.type.js';

@ObjectType({
  implements: [Node, Changeable],
  description:
    'Aanstelling: since when, until when and by whom a person is staff of the association (medewerker). Visible to staff, and your own to you.',
})
@Directive('@key(fields: "id")')
export class StaffAppointment extends Changeable implements Node {
  id!: string;

  @Field(() => Person, { nullable: true, description: 'Medewerker who is appointed; staff and the person see who.' })
  person?: Ref<Person>;

  @Field({ description: 'Aangesteld op.' }) appointedAt!: Date;

  @Field(() => Person, {
    nullable: true,
    description: 'Aangesteld door; null for the first member of staff, by configuration, and when you may not see who.',
  })
  appointedBy?: Ref<Person>;

  @Field(() => Date, { nullable: true, description: 'Einde van de aanstelling; null while the person is staff.' })
  dismissedAt?: Date;

  @Field(() => Person, { nullable: true, description: 'Beëindigd door; null while it runs, or you may not see who.' })
  dismissedBy?: Ref<Person>;
}

export const StaffAppointmentConnection = connectionOf('StaffAppointment', () => StaffAppointment);
