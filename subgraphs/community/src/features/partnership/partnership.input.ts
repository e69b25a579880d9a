import { CalendarDate, ExpectedVersion, IdempotencyKey, IfSent, IsId, IsLine, IsProse } from '@lokaal/shared/graphql';
import { Field, ID, InputType } from 'type-graphql';
import { AddressField } from '../editorial/editorial-fields.js';

/** What a partnership may have, and may be without. */
@InputType()
abstract class PartnershipDetailsInput {
  @AddressField('Website')
  website?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Vanaf: first day.' })
  from?: string | null;
}

@InputType({ description: 'Nieuw partnerschap.' })
export class CreatePartnershipInput extends PartnershipDetailsInput {
  @Field({ description: 'Naam of the partner, 2 to 120 characters.' })
  @IsLine(2, 120)
  name!: string;

  @Field({ description: 'Omschrijving, in Dutch, 10 to 2,000 characters.' })
  @IsProse(10, 2_000)
  description!: string;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Wijziging van een partnerschap: what is not sent stays as it is; null clears.' })
export class UpdatePartnershipInput extends PartnershipDetailsInput {
  @Field(() => ID, { description: 'Partnerschap that changes.' })
  @IsId('partnership')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Omschrijving, 10 to 2,000 characters; cannot be cleared.' })
  @IfSent()
  @IsProse(10, 2_000)
  description?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Tot: first day on which it no longer holds.' })
  to?: string | null;
}

@InputType({ description: 'Verwijdering van een partnerschap that was entered wrongly.' })
export class DeletePartnershipInput {
  @Field(() => ID, { description: 'Partnerschap that goes.' })
  @IsId('partnership')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}
