import { Changeable, connectionOf, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Person } from '../person/person.type.js';

@ObjectType({
  implements: [Node, Changeable],
  description: 'Auteur: who wrote a publication or news item, or spoke in a recording, as named there.',
})
@Directive('@key(fields: "id")')
export class Author extends Changeable implements Node {
  id!: string;

  @Field({ description: 'Naam as it stands with the text.' }) name!: string;
  @Field(() => Int, { description: 'Volgorde: place among the authors, from 1.' }) position!: number;

  @Field(() => Person, {
    nullable: true,
    description: 'Persoon in the member directory; null when there is none or the viewer may not see this person.',
  })
  person?: Ref<Person>;
}

export const AuthorConnection = connectionOf('Author', () => Author);
