import { CalendarDate, ExpectedVersion, IdempotencyKey, IfValue, IsId, IsProse } from '@lokaal/shared/graphql';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Vraag om toe te treden tot een kenniskring, or to be a founder of a proposed one.' })
export class RequestCircleAccessionInput {
  @Field(() => ID, { description: 'Kenniskring: its id.' })
  @IsId('circle')
  circleId!: string;

  @Field(() => ID, { description: 'Lokaal bestuur of which you are a contact person.' })
  @IsId('organisation')
  organisationId!: string;

  @Field(() => String, { nullable: true, description: 'Motivering, 3 to 2,000 characters.' })
  @IfValue()
  @IsProse(3, 2_000)
  motivation?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType()
abstract class AccessionVersionInput {
  @Field(() => ID, { description: 'Toetreding: its id.' })
  @IsId('circleaccession')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}

@InputType({ description: 'Aanvaarding, after the exploratory talk.' })
export class AcceptCircleAccessionInput extends AccessionVersionInput {
  @Field(() => CalendarDate, { description: 'Verkennend gesprek: day of the talk, today at the latest.' })
  talkedOn!: string;

  @Field(() => CalendarDate, { description: 'Vanaf: first day as a member, at most a year ahead.' })
  from!: string;
}

@InputType({ description: 'Weigering, with the reason that the authority is told.' })
export class DeclineCircleAccessionInput extends AccessionVersionInput {
  @Field({ description: 'Reden, 3 to 1,000 characters.' })
  @IsProse(3, 1_000)
  reason!: string;
}

@InputType({ description: 'Intrekking while it is REQUESTED.' })
export class WithdrawCircleAccessionInput extends AccessionVersionInput {}
