import { Changeable, connectionOf, type Connection, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Certificate } from '../certificate/certificate.type.js';
import { Audience } from '../event/event.enums.js';
import { Event } from '../event/event.type.js';
import { Person } from '../person/person.type.js';
import { type SessionSignup, SessionSignupConnection } from '../session-signup/session-signup.type.js';
import { RegistrationState } from '../waiting-list/registration-state.enums.js';
import { AttendanceMode } from './registration.enums.js';

@ObjectType({ description: 'Antwoord van een ingeschrevene on a question of the event.' })
export class RegistrationAnswer {
  @Field(() => ID, { description: 'Identificatie of the question.' }) questionId!: string;
  @Field({ description: 'Vraag as the event asks it.' }) question!: string;
  @Field({ description: 'Antwoord: own words, one of the options, or true or false.' }) answer!: string;
}

@ObjectType({
  implements: [Node, Changeable],
  description: `Inschrijving of a person for an event, in one mode of attendance.
Never more than the capacity of a mode are CONFIRMED or OFFERED. Who comes when there is no place, or when others wait, is
WAITLISTED; a place that comes free is OFFERED to the next in order of arrival, for a set time and never beyond the start.
When the capacity is lowered below what is taken, everybody keeps their place, and none comes free until enough people left.`,
})
@Directive('@key(fields: "id")')
export class Registration extends Changeable implements Node {
  id!: string;

  @Field(() => Event, { description: 'Evenement that it is for.' }) event!: Ref<Event>;

  @Field(() => Person, {
    nullable: true,
    description: 'Persoon who takes part; null when the viewer may not see this person, or the person was erased.',
  })
  person?: Ref<Person>;

  @Field({
    description: 'Naam of who takes part, for everybody who sees the registration; empty once the person was erased.',
  })
  personName!: string;

  @Field(() => Person, {
    nullable: true,
    description: 'Ingeschreven door: the colleague or member of staff who did it; null when people did it themselves.',
  })
  registeredBy?: Ref<Person>;

  @Field(() => AttendanceMode, { description: 'Wijze van deelname.' }) mode!: AttendanceMode;
  @Field(() => RegistrationState, { description: 'Stand: how far it is.' }) state!: RegistrationState;

  @Field(() => Int, {
    nullable: true,
    description:
      'Plaats op de wachtlijst, from 1; null unless it waits. Only for the person, who acts for the organisation, and who keeps the event.',
  })
  waitingPosition?: number;

  @Field(() => Audience, {
    nullable: true,
    description:
      'Doelgroep as which the person registered; only for the person, who acts for the organisation, and who keeps the event.',
  })
  audience?: Audience;

  @Field(() => Int, {
    nullable: true,
    description:
      'Prijs in euro cents, as it was on registration; only for the person, who acts for the organisation, and who keeps the event.',
  })
  priceCents?: number;

  @Field(() => String, {
    nullable: true,
    description:
      'Reden van de gratis plaats; null for a usual one. Only for the person, who acts for the organisation, and who keeps the event.',
  })
  complimentaryReason?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Ticketcode, by which the person is checked in; only for the person and staff.',
  })
  ticketCode?: string;

  @Field(() => [RegistrationAnswer], {
    nullable: true,
    description:
      'Antwoorden; null unless it is the person, who acts for the organisation, or who keeps the event that asks.',
  })
  answers?: RegistrationAnswer[];

  @Field(() => Date, { nullable: true, description: 'Aangeboden op: when a place came free for it.' }) offeredAt?: Date;

  @Field(() => Date, {
    nullable: true,
    description:
      'Aanbod geldig tot: from this moment on it is no longer kept; of an offer that was accepted, until when it stood.',
  })
  offerExpiresAt?: Date;

  @Field(() => Date, { nullable: true, description: 'Geannuleerd op.' }) cancelledAt?: Date;
  @Field(() => Date, { nullable: true, description: 'Aangemeld op: when the person came in.' }) checkedInAt?: Date;

  @Field(() => SessionSignupConnection, { description: 'Intekeningen for sessions of the event.' })
  signups!: Connection<SessionSignup>;

  @Field(() => Certificate, {
    nullable: true,
    description:
      'Certificaat that was issued for it, the valid one if any; null when there is none, or the viewer may not see it.',
  })
  certificate?: Ref<Certificate>;
}

export const RegistrationConnection = connectionOf('Registration', () => Registration);
