import { Changeable, connectionOf, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Session } from '../event-session/session.type.js';
import { Registration } from '../registration/registration.type.js';
import { RegistrationState } from '../waiting-list/registration-state.enums.js';

@ObjectType({
  implements: [Node, Changeable],
  description: `Intekening of a participant for a session of the event.
Never more than its places are CONFIRMED or OFFERED, and nobody is CONFIRMED in two sessions at the same time. Places that come
free are offered in order of arrival, as for the event itself.`,
})
@Directive('@key(fields: "id")')
export class SessionSignup extends Changeable implements Node {
  id!: string;

  @Field(() => Registration, {
    nullable: true,
    description: 'Inschrijving for the event; null when the viewer may not see it.',
  })
  registration?: Ref<Registration>;

  @Field(() => Session, { nullable: true, description: 'Sessie; null when the viewer may not see it.' })
  session?: Ref<Session>;

  @Field(() => RegistrationState, { description: 'Stand: how far it is.' }) state!: RegistrationState;

  @Field(() => Int, {
    nullable: true,
    description:
      'Plaats op de wachtlijst, from 1; null unless it waits. Only for the person, who acts for the organisation, and who keeps the event.',
  })
  waitingPosition?: number;

  @Field(() => Date, { nullable: true, description: 'Aangeboden op: when a place came free for it.' }) offeredAt?: Date;

  @Field(() => Date, {
    nullable: true,
    description:
      'Aanbod geldig tot: from this moment on it is no longer kept; of an offer that was accepted, until when it stood.',
  })
  offerExpiresAt?: Date;

  @Field(() => Date, { nullable: true, description: 'Geannuleerd op.' }) cancelledAt?: Date;
  @Field(() => Date, { nullable: true, description: 'Aangemeld op: when the person came in.' }) checkedInAt?: Date;
}

export const SessionSignupConnection = connectionOf('SessionSignup', () => SessionSignup);
