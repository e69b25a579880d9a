import { Changeable, connectionOf, type Connection, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, Float, Int, ObjectType } from 'type-graphql';
import { type Theme, ThemeConnection } from '../theme/theme.type.js';
import { TrainingSession, TrainingSessionConnection } from './training-session.type.js';
import { TrainingStatus } from './training.enums.js';

@ObjectType({
  implements: [Node, Changeable],
  description: 'Opleiding: what the association teaches, for example Certified DPO. It is held in sessions.',
})
@Directive('@key(fields: "id")')
export class Training extends Changeable implements Node {
  id!: string;

  @Field({ description: 'Titel.' }) title!: string;
  @Field({ description: 'Omschrijving: what one learns, and for whom it is.' }) description!: string;
  @Field(() => Float, { description: 'Uren: how long it takes; printed on its certificate.' }) hours!: number;
  @Field(() => Int, { description: 'Studiepunten that it gives in the learning record.' }) credits!: number;
  @Field(() => TrainingStatus, { description: 'Status: whether it is still given.' }) status!: TrainingStatus;
  @Field(() => [String], { description: 'CyFun-categorieën to which it contributes, for example PR.AT.' })
  cyfunCategories!: string[];

  @Field(() => ThemeConnection, { description: 'Thema’s that it is about.' }) themes!: Connection<Theme>;
  @Field(() => TrainingConnection, { description: 'Voorkennis: trainings that come before it.' })
  prerequisites!: Connection<Training>;

  @Field(() => TrainingConnection, { description: 'Vervolg: trainings that build on it.' })
  followUps!: Connection<Training>;

  @Field(() => TrainingSessionConnection, { description: 'Sessies, in order of time; drafts only for staff.' })
  sessions!: Connection<TrainingSession>;

  @Field(() => TrainingSession, {
    nullable: true,
    description: 'Eerstvolgende sessie that is published and has not begun; null when none is planned.',
  })
  nextSession?: Ref<TrainingSession>;
}

export const TrainingConnection = connectionOf('Training', () => Training);
