import { CalendarDate, IfValue, IsId, IsLine } from '@lokaal/shared/graphql';
import { IsEnum, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { RightsGround } from './rights.enums.js';

/** Whom it is about: who asks, unless staff name somebody else. */
@InputType()
abstract class AboutPersonInput {
  @Field(() => ID, { nullable: true, description: 'Persoon, by staff only; without it, you yourself.' })
  @IfValue()
  @IsId('person')
  personId?: string | null;

  @Field(() => RightsGround, { nullable: true, description: 'Grond: needed when staff do it for somebody else.' })
  @IfValue()
  @IsEnum(RightsGround)
  ground?: RightsGround | null;
}

@InputType({ description: 'Inzage: whose data to export; your own when nobody is named.' })
export class ExportMyDataInput extends AboutPersonInput {}

@InputType({ description: 'Wissing: whom to erase; yourself when nobody is named.' })
export class ErasePersonInput extends AboutPersonInput {
  @Field(() => String, {
    nullable: true,
    description:
      'Wachtwoord: type it again to erase yourself. Whoever has none chooses one first, by requestPasswordReset.',
  })
  @IfValue()
  @MaxLength(256)
  password?: string | null;
}

@InputType({ description: 'Uitstel van wissing, while the law asks to keep what is held about somebody.' })
export class HoldErasureInput {
  @Field(() => ID, { description: 'Persoon whose data must stay for now.' })
  @IsId('person')
  personId!: string;

  @Field({ description: 'Reden on which the person can act, such as a dispute that is before a court.' })
  @IsLine(1, 500)
  reason!: string;

  @Field(() => CalendarDate, {
    description: 'Tot: first day on which it no longer holds, at most two years from now; today ends it.',
  })
  until!: string;
}
