import { CalendarDate, Changeable, connectionOf, EmailAddress, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Organisation } from '../organisation/organisation.type.js';
import { EmploymentRole } from '../person/employment.enums.js';
import { Employment, Person } from '../person/person.type.js';
import { EmploymentInvitationState } from './employment-invitation.enums.js';

@ObjectType({
  implements: [Node, Changeable],
  description:
    'Uitnodiging tot tewerkstelling: nobody works for an organisation here without having accepted one. Seen by who deals with people at the organisation, by staff, and by who holds the confirmed address.',
})
@Directive('@key(fields: "id")')
export class EmploymentInvitation extends Changeable implements Node {
  id!: string;

  @Field(() => Organisation, { description: 'Organisatie that invites.' }) organisation!: Ref<Organisation>;
  @Field(() => EmailAddress, { description: 'E-mailadres of who is invited.' }) email!: string;
  @Field({ description: 'Functie: the title of the job, in Dutch.' }) functionTitle!: string;
  @Field(() => [EmploymentRole], { description: 'Rollen that the person will have there.' }) roles!: EmploymentRole[];

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Vanaf: first day of the employment; null when that is the day on which it is accepted.',
  })
  from?: string;

  @Field(() => EmploymentInvitationState, { description: 'Stand at this moment.' }) state!: EmploymentInvitationState;

  @Field(() => Person, {
    nullable: true,
    description: 'Uitgenodigd door. Null after erasure, and when the viewer may not see the person.',
  })
  invitedBy?: Ref<Person>;

  @Field({ description: 'Verloopt op: from this moment on it can no longer be accepted.' }) expiresAt!: Date;

  @Field(() => Date, { nullable: true, description: 'Beslist op: when it was accepted, declined or withdrawn.' })
  decidedAt?: Date;

  @Field(() => Employment, {
    nullable: true,
    description: 'Tewerkstelling that came of it; null while it was not accepted.',
  })
  employment?: Ref<Employment>;
}

export const EmploymentInvitationConnection = connectionOf('EmploymentInvitation', () => EmploymentInvitation);
