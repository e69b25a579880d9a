import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Weigering: why a mutation changed nothing, so that a person or a program can act on it.' })
@Directive('@shareable')
export class UserError {
  @Field({ description: 'What kind of refusal it is, for example NOT_FOUND, FORBIDDEN, CONFLICT or BAD_USER_INPUT.' })
  code!: string;

  @Field(() => [String], {
    nullable: true,
    description:
      'Path into the input of the field that it is about, for example ["name"]; null when it is about the whole.',
  })
  field?: readonly string[];

  @Field({ description: 'A sentence that says what is wrong and what can be done.' })
  message!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Wachttijd: whole seconds after which the same may succeed, beside RATE_LIMITED; null otherwise.',
  })
  retryAfter?: number;
}

/** What every mutation answers with: each payload adds the changed entity. */
@ObjectType()
export abstract class Payload {
  @Field(() => [UserError], {
    description: 'Weigeringen: why nothing was changed. Empty when the mutation was carried out.',
  })
  userErrors?: UserError[];
}

/** What a mutation answers with that takes something away. */
@ObjectType()
export abstract class DeletionPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Identificatie of what is gone; null when nothing was changed.' })
  deletedId?: string;
}
