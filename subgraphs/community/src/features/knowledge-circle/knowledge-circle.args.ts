import { allOf, type Among, anyOf, sql } from '@lokaal/shared/read';
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

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Met een regiocoördinator, who belongs here today; false for those without one, where staff decide. For staff: nobody else finds any circle by it.',
  })
  hasCoordinator?: boolean | null;
}

/** The circles that the arguments ask for; null asks for all. */
export const askedCircles: Among<KnowledgeCircleEntity> = (viewer, row, { argument, now }) => {
  const [status, isLed] = [argument('status', 'text[]'), argument('hasCoordinator', 'boolean')];
  const led = sql`exists (select coordinators_of(${row.id}, ${now}))`;
  return allOf(
    anyOf(sql`${status} is null`, sql`${circleStatusToday(row)} = any(${status})`),
    anyOf(sql`${isLed} is null`, allOf(viewer.isStaff, sql`${led} = ${isLed}`)),
  );
};
