import { CalendarDate, connectionOf, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Language } from '../person/language.js';
import { Person } from '../person/person.type.js';
import { ConsentActor, ConsentChannel, ConsentDecision, ConsentPurpose } from './consent.enums.js';

@ObjectType({
  implements: Node,
  description:
    'Toestemmingstekst: what somebody reads before agreeing. It never changes: a new text is a new revision.',
})
@Directive('@key(fields: "id")')
export class ConsentWording extends Node {
  @Field(() => ConsentPurpose, { description: 'Doel: what one agrees to.' }) purpose!: ConsentPurpose;
  @Field(() => Language, { description: 'Taal of the text.' }) language!: Language;
  @Field(() => Int, { description: 'Uitgave: 1 for the first text, more for each later one.' }) revision!: number;
  @Field({ description: 'Tekst to show, whole.' }) text!: string;
  @Field(() => CalendarDate, { description: 'Vanaf: the first day on which it was shown.' }) from!: string;
  @Field({ description: 'Geldend: whether it is the one to show now.' }) current!: boolean;
}

@ObjectType({
  implements: Node,
  description:
    'Toestemming: one decision of a person, as it was written down; the newest counts. Never changed, and gone with the person. Only for the person and for staff.',
})
@Directive('@key(fields: "id")')
export class Consent extends Node {
  @Field(() => Person, { nullable: true, description: 'Persoon who decided.' }) person?: Ref<Person>;
  @Field(() => ConsentPurpose, { description: 'Doel about which the person decided.' }) purpose!: ConsentPurpose;
  @Field(() => ConsentDecision, { description: 'Beslissing.' }) decision!: ConsentDecision;
  @Field(() => Date, { description: 'Beslist op.' }) decidedAt!: Date;
  @Field(() => ConsentActor, { description: 'Door wie it was written down.' }) actor!: ConsentActor;

  @Field(() => Person, {
    nullable: true,
    description: 'Medewerker who wrote it down; null when the person did, or when the viewer may not see this person.',
  })
  recordedBy?: Ref<Person>;

  @Field(() => ConsentChannel, { description: 'Kanaal by which it came.' }) channel!: ConsentChannel;

  @Field(() => ConsentWording, {
    nullable: true,
    description:
      'Tekst that the person agreed to; null when consent was withdrawn, or given before there was a history.',
  })
  wording?: Ref<ConsentWording>;
}

export const ConsentWordingConnection = connectionOf('ConsentWording', () => ConsentWording);
export const ConsentConnection = connectionOf('Consent', () => Consent);
