import { connectionOf, Node } from '@lokaal/shared/graphql';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

@ObjectType({
  implements: Node,
  description:
    'Niet-bezorgde mail: what the mail server did not take. Its text is for its recipient only, so it is not here.',
})
@Directive('@key(fields: "id")')
export class UndeliveredMail extends Node {
  @Field({ description: 'Geadresseerde: the address to which it goes.' }) recipient!: string;
  @Field({ description: 'Onderwerp.' }) subject!: string;
  @Field(() => Int, { description: 'Pogingen: how often it was tried.' }) attempts!: number;
  @Field({ description: 'Laatste fout: what the mail server said last.' }) lastError!: string;
  @Field({ description: 'Geschreven op.' }) writtenAt!: Date;
  @Field(() => Date, { nullable: true, description: 'Volgende poging; null when it was given up.' })
  nextAttemptAt?: Date;

  @Field(() => Date, {
    nullable: true,
    description:
      'Opgegeven op: at once when the mail server refused the recipient or the content for good, else after some four days; null while it is still tried. What was refused for good can be tried again for a week (retryMail).',
  })
  abandonedAt?: Date;
}

export const UndeliveredMailConnection = connectionOf('UndeliveredMail', () => UndeliveredMail);
