import { IdempotencyKey, IsId, IsLine } from '@lokaal/shared/graphql';
import { IsDate, IsInt, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

const latestEdition = 9_999;

@InputType({ description: 'Nieuwe editie: a draft with the set-up of an earlier event.' })
export class CopyEventInput {
  @Field(() => ID, { description: 'Evenement that is copied.' })
  @IsId('event')
  id!: string;

  @Field(() => Int, { description: 'Editie of the new event.' })
  @IsInt()
  @Min(1)
  @Max(latestEdition)
  edition!: number;

  @Field({ description: 'Titel of the new event, 3 to 150 characters.' })
  @IsLine(3, 150)
  title!: string;

  @Field(() => Date, { description: 'Begin; all other times move as much, on the clock of Brussels.' })
  @IsDate()
  startsAt!: Date;

  @Field({
    defaultValue: false,
    description: 'Sessies overnemen: also its sessions that were not cancelled, without speakers.',
  })
  withSessions!: boolean;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}
