import { Changeable, connectionOf, type Connection, EmailAddress, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Language } from '../person/language.js';
import { Person } from '../person/person.type.js';
import { SubscriptionState } from './subscription.enums.js';

@ObjectType({ implements: [Node, Changeable], description: 'Mailinglijst to which everybody can subscribe.' })
@Directive('@key(fields: "id")')
export class MailingList extends Changeable implements Node {
  id!: string;

  @Field({ description: 'Sleutel of the list in a URL.' }) slug!: string;
  @Field({ description: 'Naam, for example Cyberweerbaarheidswoensdag.' }) name!: string;
  @Field({ description: 'Omschrijving: what it sends, and how often.' }) description!: string;
  @Field({ description: 'Open: whether it takes new subscriptions.' }) open!: boolean;
  @Field(() => Int, { description: 'Aantal inschrijvingen that are confirmed.' }) subscriberCount!: number;

  @Field(() => MailingListSubscriptionConnection, { description: 'Inschrijvingen: your own; for staff all of them.' })
  subscriptions!: Connection<MailingListSubscription>;

  @Field(() => MailingListIssueConnection, {
    description: 'Edities: what was sent, for who is subscribed; for staff those in preparation too.',
  })
  issues!: Connection<MailingListIssue>;
}

@ObjectType({ implements: [Node, Changeable], description: 'Inschrijving op een mailinglijst.' })
@Directive('@key(fields: "id")')
export class MailingListSubscription extends Changeable implements Node {
  id!: string;

  @Field(() => MailingList, { description: 'Mailinglijst that it is about.' }) list!: Ref<MailingList>;
  @Field(() => EmailAddress, { description: 'E-mailadres that gets each issue.' }) email!: string;
  @Field(() => Language, { description: 'Taal of what is around each issue.' }) language!: Language;

  @Field(() => Person, {
    nullable: true,
    description: 'Persoon who was signed in when subscribing; null when nobody was.',
  })
  person?: Ref<Person>;

  @Field(() => SubscriptionState, { description: 'Status.' }) state!: SubscriptionState;
  @Field(() => Date, { description: 'Aangevraagd op.' }) requestedAt!: Date;
  @Field(() => Date, { nullable: true, description: 'Bevestigd op.' }) confirmedAt?: Date;
  @Field(() => Date, { nullable: true, description: 'Uitgeschreven op.' }) unsubscribedAt?: Date;
}

@ObjectType({ implements: [Node, Changeable], description: 'Editie: one mail to everybody who is subscribed.' })
@Directive('@key(fields: "id")')
export class MailingListIssue extends Changeable implements Node {
  id!: string;

  @Field(() => MailingList, { description: 'Mailinglijst to which it goes.' }) list!: Ref<MailingList>;
  @Field({ description: 'Onderwerp.' }) subject!: string;
  @Field({ description: 'Tekst; an empty line begins a paragraph.' }) body!: string;
  @Field(() => Date, { nullable: true, description: 'Verzonden op; null while it is being prepared.' }) sentAt?: Date;
  @Field(() => Int, { nullable: true, description: 'Aantal ontvangers; null until it is sent.' })
  recipientCount?: number;
}

export const MailingListConnection = connectionOf('MailingList', () => MailingList);
export const MailingListSubscriptionConnection = connectionOf('MailingListSubscription', () => MailingListSubscription);
const MailingListIssueConnection = connectionOf('MailingListIssue', () => MailingListIssue);
