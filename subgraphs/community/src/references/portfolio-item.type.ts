import { Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Person } from '../features/person/person.type.js';

@ObjectType({ implements: Node, description: 'Portfolio-item of the catalogue: here what the community adds to it.' })
@Directive('@key(fields: "id")')
export class PortfolioItem extends Node {
  @Field(() => ID, { nullable: true, description: 'Identificatie of the referent, from the catalogue.' })
  @Directive('@external')
  referentId?: string;

  @Field(() => Person, {
    nullable: true,
    description:
      'Referent: a person who tells others about it, by own choice; only for whoever is signed in and may see that person.',
  })
  @Directive('@requires(fields: "referentId")')
  referent?: Ref<Person>;
}
