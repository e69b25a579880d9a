import { type Connection } from '@lokaal/shared/graphql';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { type Solution, SolutionConnection } from '../features/solution/solution.type.js';

@ObjectType({ description: 'Sessie of the community: here what the catalogue adds to it.' })
@Directive('@key(fields: "id")')
export class Session {
  @Field(() => ID, { description: 'Identificatie of the session.' }) id!: string;

  @Field(() => [ID], { description: 'Oplossingen that it is about, from the community.' })
  @Directive('@external')
  solutionIds!: string[];

  @Field(() => SolutionConnection, {
    nullable: true,
    description: 'Oplossingen that it is about, as far as the viewer may see them.',
  })
  @Directive('@requires(fields: "solutionIds")')
  solutions?: Connection<Solution>;
}
