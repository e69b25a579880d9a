import {
  CalendarDate,
  Changeable,
  connectionOf,
  type Connection,
  EmailAddress,
  Node,
  type Ref,
} from '@lokaal/shared/graphql';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Organisation } from '../organisation/organisation.type.js';
import { type Theme, ThemeConnection } from '../theme/theme.type.js';
import { MentorshipState } from './mentorship.enums.js';

@ObjectType({ description: 'Contact: who takes part in a mentorship.' })
export class MentorshipContact {
  @Field({ description: 'Naam.' }) name!: string;

  @Field(() => EmailAddress, { nullable: true, description: 'E-mailadres; null until both agreed, except for staff.' })
  email?: string;
}

@ObjectType({
  implements: [Node, Changeable],
  description:
    'Aanbod van een mentor: an expert of a company. Seen by the expert, by who is matched with it, and by staff.',
})
@Directive('@key(fields: "id")')
export class MentorshipOffer extends Changeable implements Node {
  id!: string;

  @Field(() => MentorshipContact, { nullable: true, description: 'Expert; null after erasure.' })
  expert?: Ref<MentorshipContact>;

  @Field(() => Organisation, { description: 'Bedrijf for which the expert works.' }) organisation!: Ref<Organisation>;
  @Field({ description: 'Titel.' }) title!: string;
  @Field({ description: 'Expertise: what the expert can help with.' }) expertise!: string;
  @Field(() => Int, { description: 'Plaatsen: authorities that the expert helps at once.' }) places!: number;
  @Field({ description: 'Open: whether it can be matched.' }) open!: boolean;
  @Field(() => ThemeConnection, { description: 'Thema’s that it is about.' }) themes!: Connection<Theme>;
}

@ObjectType({
  implements: [Node, Changeable],
  description:
    'Vraag naar een mentor, of a local authority. Seen by who asked, by who is matched with it, and by staff.',
})
@Directive('@key(fields: "id")')
export class MentorshipRequest extends Changeable implements Node {
  id!: string;

  @Field(() => MentorshipContact, { nullable: true, description: 'Vrager; null after erasure.' })
  asker?: Ref<MentorshipContact>;

  @Field(() => Organisation, { description: 'Lokaal bestuur that asks.' }) organisation!: Ref<Organisation>;
  @Field({ description: 'Titel.' }) title!: string;
  @Field({ description: 'Vraag.' }) question!: string;
  @Field({ description: 'Open: whether it can be matched.' }) open!: boolean;
  @Field(() => ThemeConnection, { description: 'Thema’s that it is about.' }) themes!: Connection<Theme>;
}

@ObjectType({
  implements: [Node, Changeable],
  description: 'Mentorschap: an expert of a company who helps a local authority. Seen by both and by staff.',
})
@Directive('@key(fields: "id")')
export class Mentorship extends Changeable implements Node {
  id!: string;

  @Field(() => MentorshipOffer, { nullable: true, description: 'Aanbod.' }) offer?: Ref<MentorshipOffer>;
  @Field(() => MentorshipRequest, { nullable: true, description: 'Vraag.' }) request?: Ref<MentorshipRequest>;
  @Field(() => MentorshipState, { description: 'Status.' }) state!: MentorshipState;
  @Field(() => Date, { nullable: true, description: 'Akkoord van de expert.' }) expertAgreedAt?: Date;
  @Field(() => Date, { nullable: true, description: 'Akkoord van het bestuur.' }) authorityAgreedAt?: Date;
  @Field(() => CalendarDate, { nullable: true, description: 'Gestart op: when both had agreed.' }) startedOn?: string;
  @Field(() => CalendarDate, { nullable: true, description: 'Beëindigd of afgewezen op.' }) endedOn?: string;
  @Field(() => String, { nullable: true, description: 'Slotwoord: why it was declined or how it ended.' })
  closingNote?: string;
}

export const MentorshipConnection = connectionOf('Mentorship', () => Mentorship);
export const MentorshipOfferConnection = connectionOf('MentorshipOffer', () => MentorshipOffer);
export const MentorshipRequestConnection = connectionOf('MentorshipRequest', () => MentorshipRequest);
