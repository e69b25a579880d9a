import { ExpectedVersion, IdempotencyKey, IsId } from '@lokaal/shared/graphql';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Aanstelling of a new member of staff.' })
export class AppointStaffInput {
  @Field(() => ID, { description: 'Persoon, whose e-mail address is confirmed.' })
  @IsId('person')
  personId!: string;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Einde van een aanstelling.' })
export class DismissStaffInput {
  @Field(() => ID, { description: 'Aanstelling that ends: its id.' })
  @IsId('staffappointment')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}
