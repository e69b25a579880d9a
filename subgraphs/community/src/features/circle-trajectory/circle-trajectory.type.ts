import { CalendarDate, Changeable, connectionOf, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, ObjectType } from 'type-graphql';
import { KnowledgeCircle } from '../knowledge-circle/knowledge-circle.type.js';
import { TrajectoryStage } from './circle-trajectory.enums.js';

@ObjectType({
  implements: [Node, Changeable],
  description: 'Traject van een kenniskring: how far it is with one building block (bouwsteen), as a PDCA cycle.',
})
@Directive('@key(fields: "id")')
export class CircleTrajectory extends Changeable implements Node {
  id!: string;

  @Field(() => KnowledgeCircle, { description: 'Kenniskring whose trajectory it is.' }) circle!: Ref<KnowledgeCircle>;

  @Field({ description: 'Bouwsteen: its name, one of buildingBlockNames, until the catalogue owns building blocks.' })
  buildingBlock!: string;

  @Field(() => TrajectoryStage, { description: 'Fase in which it is now: the last one that began.' })
  stage!: TrajectoryStage;

  @Field(() => CalendarDate, { description: 'Verspreiding vanaf: first day of DISSEMINATION.' })
  disseminatedOn!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Adoptie vanaf; null before it.' }) adoptedOn?: string;
  @Field(() => CalendarDate, { nullable: true, description: 'Innovatie vanaf; null before it.' }) innovatedOn?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Standaardisatie vanaf; null before it.' })
  standardisedOn?: string;

  @Field(() => String, { nullable: true, description: 'Nota: what the circle learned of it, in Dutch.' }) note?: string;
}

export const CircleTrajectoryConnection = connectionOf('CircleTrajectory', () => CircleTrajectory);
