import { IsId } from '@lokaal/shared/graphql';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Nieuwe poging om een mail te bezorgen.' })
export class RetryMailInput {
  @Field(() => ID, { description: 'Mail: the id of an undelivered one.' })
  @IsId('mail')
  id!: string;
}
