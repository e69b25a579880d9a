import { CalendarDate, Changeable, connectionOf, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, ObjectType } from 'type-graphql';
import { CircleMembership, KnowledgeCircle } from '../knowledge-circle/knowledge-circle.type.js';
import { Organisation } from '../organisation/organisation.type.js';
import { Person } from '../person/person.type.js';
import { AccessionState } from './circle-accession.enums.js';

@ObjectType({
  implements: [Node, Changeable],
  description:
    'Toetreding: an authority asks to join a circle, or to found a proposed one. Visible to those who work there, to the circle’s coordinators and to staff.',
})
@Directive('@key(fields: "id")')
export class CircleAccession extends Changeable implements Node {
  id!: string;

  @Field(() => KnowledgeCircle, { description: 'Kenniskring that it wants to be in.' }) circle!: Ref<KnowledgeCircle>;
  @Field(() => Organisation, { description: 'Lokaal bestuur that asks.' }) organisation!: Ref<Organisation>;
  @Field(() => AccessionState, { description: 'Stand.' }) state!: AccessionState;
  @Field(() => String, { nullable: true, description: 'Motivering, when one was given.' }) motivation?: string;
  @Field({ description: 'Gevraagd op.' }) requestedAt!: Date;

  @Field(() => Person, { nullable: true, description: 'Gevraagd door; null when the viewer may not see this person.' })
  requestedBy?: Ref<Person>;

  @Field(() => CalendarDate, { nullable: true, description: 'Verkennend gesprek: day of the talk; null before it.' })
  talkedOn?: string;

  @Field(() => Date, { nullable: true, description: 'Beslist op; null while it is REQUESTED.' }) decidedAt?: Date;
  @Field(() => String, { nullable: true, description: 'Reden van weigering; null unless it was DECLINED.' })
  declineReason?: string;

  @Field(() => CircleMembership, { nullable: true, description: 'Lidmaatschap that it led to; null unless ACCEPTED.' })
  membership?: Ref<CircleMembership>;

  @Field(() => CircleAccession, {
    nullable: true,
    description:
      'Vervangen door: the request with which the authority founds another circle instead, if you may see it.',
  })
  replacedBy?: Ref<CircleAccession>;
}

export const CircleAccessionConnection = connectionOf('CircleAccession', () => CircleAccession);
