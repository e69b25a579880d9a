import { connectionOf, Node } from '@lokaal/shared/graphql';
import { Directive, Field, ObjectType } from 'type-graphql';

@ObjectType({
  implements: Node,
  description: 'Gekoppelde aanmelding: an account elsewhere by which you sign in here. Only for you.',
})
@Directive('@key(fields: "id")')
export class ExternalIdentity extends Node {
  @Field({ description: 'Aanbieder: the address of the issuer, as openIdIssuers has it.' }) issuer!: string;
  @Field({ description: 'Onderwerp: how the issuer calls you.' }) subject!: string;
  @Field(() => Date, { description: 'Gekoppeld op.' }) linkedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'Laatst aangemeld op; null when it was not used yet.' })
  lastSignInAt?: Date;
}

export const ExternalIdentityConnection = connectionOf('ExternalIdentity', () => ExternalIdentity);
