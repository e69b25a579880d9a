import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Persoon of the community: here only its key.' })
@Directive('@key(fields: "id", resolvable: false)')
export class Person {
  @Field(() => ID, { description: 'Identificatie of the person.' }) id!: string;
}
