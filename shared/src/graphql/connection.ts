import { type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Bladerinformatie: where a page lies within its list (Relay).' })
@Directive('@shareable')
class PageInfo {
  @Field({ description: 'Whether the list goes on after this page.' }) hasNextPage!: boolean;
  @Field({ description: 'Whether the list has something before this page.' }) hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: 'Cursor of the first row of the page.' }) startCursor?: string;
  @Field(() => String, { nullable: true, description: 'Cursor of the last row of the page.' }) endCursor?: string;
}

/** A page of a list of `T`, as a field of a type class sees it. */
export interface Connection<T> {
  readonly nodes: T[];
}

/**
 * The Relay connection type of an entity, for example SolutionConnection with SolutionEdge. Arguments (first, after,
 * last, before, filter, orderBy, search) and facets are added by the schema builder from the entity's read model.
 */
export function connectionOf<T extends object>(name: string, node: () => ClassType<T>): ClassType<Connection<T>> {
  @ObjectType(`${name}Edge`, { description: `A ${name} within a list, with its cursor.` })
  class Edge {
    @Field({ description: 'Place in the list, for `after` and `before`.' }) cursor!: string;
    @Field(node, { description: 'The entity itself.' }) node!: T;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class EntityConnection implements Connection<T> {
    @Field(() => [Edge], { description: 'The rows of the page with their cursors.' }) edges!: Edge[];
    @Field(() => [node()], { description: 'The rows of the page.' }) nodes!: T[];
    @Field(() => PageInfo, { description: 'Where the page lies within the list.' }) pageInfo!: PageInfo;
    @Field(() => Int, {
      description: 'Rows in the whole list under the same filter and search; counted only when selected.',
    })
    totalCount!: number;
  }
  return EntityConnection;
}

/**
 * A field that holds an object of another type class. The alias keeps that class out of the emitted decorator metadata,
 * where type classes that refer to each other would be read before they exist.
 */
export type Ref<T> = T;
