import {
  CalendarDate,
  Changeable,
  connectionOf,
  type Connection,
  EmailAddress,
  Node,
  type Ref,
} from '@lokaal/shared/graphql';
import { Args, Directive, Field, ObjectType } from 'type-graphql';
import { type CalendarFeed, CalendarFeedConnection } from '../calendar/calendar-feed.type.js';
import { type Certificate, CertificateConnection } from '../certificate/certificate.type.js';
import { type Consent, ConsentConnection } from '../consent/consent.type.js';
import { LearningRecord, LearningRecordArguments } from '../learning-record/learning-record.type.js';
import { type Membership, MembershipConnection } from '../membership/membership.type.js';
import { type ExternalIdentity, ExternalIdentityConnection } from '../open-id/external-identity.type.js';
import { Organisation } from '../organisation/organisation.type.js';
import { type Registration, RegistrationConnection } from '../registration/registration.type.js';
import { type SessionSignup, SessionSignupConnection } from '../session-signup/session-signup.type.js';
import { EmploymentRole } from './employment.enums.js';
import { Language } from './language.js';

@ObjectType({
  implements: [Node, Changeable],
  description:
    'Persoon: visible to itself and to staff, to colleagues (but not to those who only read), and, when it agreed to be in the member directory, to who belongs to the community: who works for an organisation in it today, effective members and staff. An account alone shows nobody.',
})
@Directive('@key(fields: "id")')
export class Person extends Changeable implements Node {
  id!: string;

  @Field({ description: 'Naam: first and last name.' }) name!: string;

  @Field(() => EmailAddress, {
    nullable: true,
    description:
      'E-mailadres; null unless it is your own, that of a colleague (but not when you only read), or you are staff.',
  })
  email?: string;

  @Field(() => Language, { description: 'Taal in which the person is written to.' }) language!: Language;

  @Field({ description: 'Toestemming ledengids: whether who belongs to the community may see this person.' })
  consentDirectory!: boolean;

  @Field(() => EmploymentConnection, { description: 'Tewerkstellingen: where the person works or worked.' })
  employments!: Connection<Employment>;

  @Field(() => MembershipConnection, {
    description: 'Lidmaatschappen of the person, as far as the viewer may see them: effectief lid.',
  })
  memberships!: Connection<Membership>;

  @Field(() => RegistrationConnection, {
    description: 'Inschrijvingen for events, as far as the viewer may see them: all of your own.',
  })
  registrations!: Connection<Registration>;

  @Field(() => SessionSignupConnection, {
    description: 'Intekeningen for sessions, as far as the viewer may see them: all of your own.',
  })
  sessionSignups!: Connection<SessionSignup>;

  @Field(() => CalendarFeedConnection, { description: 'Agenda-abonnementen: your own; of others it is empty.' })
  calendarFeeds!: Connection<CalendarFeed>;

  @Field(() => CertificateConnection, {
    description: 'Certificaten, newest first; only for the person, who acts for the person’s organisation, and staff.',
  })
  certificates!: Connection<Certificate>;

  @Field(() => ConsentConnection, {
    description: 'Toestemmingen given and withdrawn, newest first; only for the person and for staff.',
  })
  consents!: Connection<Consent>;

  @Field(() => ExternalIdentityConnection, {
    description: 'Gekoppelde aanmeldingen: your accounts elsewhere by which you sign in; of others it is empty.',
  })
  externalIdentities!: Connection<ExternalIdentity>;

  @Field(() => LearningRecord, {
    nullable: true,
    description: 'Leerdossier; null for others than the person, who acts for the person’s organisation, and staff.',
  })
  learningRecord(@Args() _of: LearningRecordArguments): Ref<LearningRecord> | undefined {
    // answered by the read model; a field with arguments must be a method
    return undefined;
  }
}

@ObjectType({
  implements: [Node, Changeable],
  description: 'Tewerkstelling: what a person does for an organisation, and from when to when.',
})
@Directive('@key(fields: "id")')
export class Employment extends Changeable implements Node {
  id!: string;

  @Field(() => Person, { nullable: true, description: 'Persoon; null when the viewer may not see this person.' })
  person?: Ref<Person>;

  @Field(() => Organisation, { description: 'Organisatie for which the person works or worked.' })
  organisation!: Ref<Organisation>;

  @Field({ description: 'Functie: the title of the job, in Dutch.' }) functionTitle!: string;
  @Field(() => [EmploymentRole], { description: 'Rollen at this organisation.' }) roles!: EmploymentRole[];
  @Field(() => CalendarDate, { description: 'Vanaf: first day.' }) from!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Tot: first day on which the person no longer worked there; null while there is no end.',
  })
  to?: string;

  @Field({ description: 'Actief: whether the person works there today.' }) active!: boolean;
}

export const PersonConnection = connectionOf('Person', () => Person);
export const EmploymentConnection = connectionOf('Employment', () => Employment);
