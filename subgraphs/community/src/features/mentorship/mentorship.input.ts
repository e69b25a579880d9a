import { ExpectedVersion, IdempotencyKey, IfValue, IsId, IsLine } from '@lokaal/shared/graphql';
import { IsBoolean } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Voorstel van een mentorschap.' })
export class MatchMentorshipInput {
  @Field(() => ID, { description: 'Aanbod of an expert.' })
  @IsId('mentorshipoffer')
  offerId!: string;

  @Field(() => ID, { description: 'Vraag of an authority.' })
  @IsId('mentorshiprequest')
  requestId!: string;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Antwoord op een voorgesteld mentorschap.' })
export class AnswerMentorshipInput {
  @Field(() => ID, { description: 'Mentorschap.' })
  @IsId('mentorship')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field({ description: 'Akkoord: true agrees, false declines.' })
  @IsBoolean()
  agree!: boolean;

  @Field(() => String, { nullable: true, description: 'Reden to decline, 3 to 500 characters.' })
  @IfValue()
  @IsLine(3, 500)
  note?: string | null;
}

@InputType({ description: 'Einde van een mentorschap, today.' })
export class EndMentorshipInput {
  @Field(() => ID, { description: 'Mentorschap.' })
  @IsId('mentorship')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Slotwoord, 3 to 500 characters.' })
  @IfValue()
  @IsLine(3, 500)
  note?: string | null;
}
