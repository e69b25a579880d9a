import { type Among, anyOf, sql } from '@lokaal/shared/read';
import { ArgsType, Field } from 'type-graphql';
import type { KnowledgeCircleEntity } from './knowledge-circle.entity.js';
import { CircleStatus } from './knowledge-circle.enums.js';
import { circleStatusToday } from './knowledge-circle.reads.js';

@ArgsType()
export class KnowledgeCirclesArguments {
  @Field(() => [CircleStatus], {
    nullable: true,
    description: 'Statussen, any of which is fine; for example [ACTIVE] leaves out what is proposed or ended.',
  })
  status?: CircleStatus[] | null;
}

/** The circles that the arguments ask for; null asks for all. */
export const askedCircles: Among<KnowledgeCircleEntity> = (_viewer, row, { argument }) => {
  const asked = argument('status', 'text[]');
  return anyOf(sql`${asked} is null`, sql`${circleStatusToday(row)} = any(${asked})`);
};
