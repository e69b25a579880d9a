import { Changeable, connectionOf, Node } from '@lokaal/shared/graphql';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { MembershipType } from '../membership/membership.enums.js';

@ObjectType({
  implements: [Node, Changeable],
  description: 'Ledenvoordeel: one thing of the package that members of a type get. Everybody may read it.',
})
@Directive('@key(fields: "id")')
export class MembershipBenefit extends Changeable implements Node {
  id!: string;

  @Field(() => MembershipType, { description: 'Soort lidmaatschap that brings it.' }) type!: MembershipType;
  @Field(() => Int, { description: 'Vanaf: first year in which it holds.' }) fromYear!: number;
  @Field(() => Int, { nullable: true, description: 'Tot en met: last year of it; null until further notice.' })
  untilYear?: number;

  @Field({ description: 'Titel, in Dutch.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'Beschrijving, in Dutch.' }) description?: string;
  @Field(() => Int, { description: 'Volgorde within the package: 1 is the first.' }) position!: number;
}

export const MembershipBenefitConnection = connectionOf('MembershipBenefit', () => MembershipBenefit);
