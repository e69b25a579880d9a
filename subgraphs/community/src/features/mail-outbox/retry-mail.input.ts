import { IsUUID } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Nieuwe poging om een mail te bezorgen.' })
export class RetryMailInput {
  @Field(() => ID, { description: 'Mail: the id of an undelivered one.' })
  @IsUUID()
  id!: string;
}
