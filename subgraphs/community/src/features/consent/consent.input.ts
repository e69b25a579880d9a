import { IfValue, IsId } from '@lokaal/shared/graphql';
import { IsEnum, IsIn } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { ConsentChannel, ConsentPurpose } from './consent.enums.js';

const toldToStaff = [ConsentChannel.EMAIL, ConsentChannel.PHONE, ConsentChannel.PAPER];

/** Whose decision it is: of who asks, unless staff write down somebody else's. */
@InputType()
abstract class DecisionInput {
  @Field(() => ID, { nullable: true, description: 'Persoon, by staff only; without it, you yourself.' })
  @IfValue()
  @IsId('person')
  personId?: string | null;

  @Field(() => ConsentChannel, {
    nullable: true,
    description: 'Kanaal by which somebody else told staff: EMAIL, PHONE or PAPER. Not for yourself.',
  })
  @IfValue()
  @IsIn(toldToStaff, { message: 'Say how the person told you: EMAIL, PHONE or PAPER.' })
  channel?: ConsentChannel | null;
}

@InputType({ description: 'Toestemming geven.' })
export class GiveConsentInput extends DecisionInput {
  @Field(() => ID, { description: 'Tekst that the person read, of consentWordings: the current one of its language.' })
  @IsId('consentwording')
  wordingId!: string;
}

@InputType({ description: 'Toestemming intrekken.' })
export class WithdrawConsentInput extends DecisionInput {
  @Field(() => ConsentPurpose, { description: 'Doel to which the person no longer agrees.' })
  @IsEnum(ConsentPurpose)
  purpose!: ConsentPurpose;
}
