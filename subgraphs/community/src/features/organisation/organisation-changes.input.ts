import {
  CalendarDate,
  ExpectedVersion,
  IdempotencyKey,
  IfSent,
  IfValue,
  IsId,
  IsLine,
  KboNumber,
  NisCode,
} from '@lokaal/shared/graphql';
import { IsEnum, IsUrl, Matches, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { OrganisationKind } from './organisation.enums.js';

const web = { protocols: ['https', 'http'], require_protocol: true };
@InputType()
abstract class OrganisationDetailsInput {
  @Field(() => KboNumber, { nullable: true, description: 'Ondernemingsnummer; its check digits must be right.' })
  enterpriseNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'OVO-code: OVO and six digits, for example OVO002949.' })
  @IfValue()
  @Matches(/^OVO\d{6}$/, { message: 'Write OVO and six digits, for example OVO002949.' })
  ovoCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'Moederorganisatie: an organisation that is no part of this one.' })
  @IfValue()
  @IsId('organisation')
  parentId?: string | null;

  @Field(() => String, { nullable: true, description: 'Website: an address that starts with https:// or http://.' })
  @IfValue()
  @MaxLength(300, { message: 'Write at most 300 characters.' })
  @IsUrl(web, { message: 'Write an address that starts with https:// or http://.' })
  website?: string | null;

  @Field(() => String, { nullable: true, description: 'Straat en nummer, at most 200 characters.' })
  @IfValue()
  @IsLine(1, 200)
  street?: string | null;

  @Field(() => String, { nullable: true, description: 'Postcode, at most 12 characters.' })
  @IfValue()
  @IsLine(3, 12)
  postalCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Plaats, at most 100 characters.' })
  @IfValue()
  @IsLine(1, 100)
  locality?: string | null;
}

@InputType({ description: 'Nieuwe organisatie, which is ACTIVE from now on.' })
export class CreateOrganisationInput extends OrganisationDetailsInput {
  @Field(() => OrganisationKind, { description: 'Soort organisatie; it never changes.' })
  @IsEnum(OrganisationKind)
  kind!: OrganisationKind;

  @Field({ description: 'Officiële naam, 2 to 200 characters.' })
  @IsLine(2, 200)
  legalName!: string;

  @Field(() => NisCode, {
    nullable: true,
    description: 'NIS-code of a municipality of today on whose territory it works; needed for MUNICIPALITY and OCMW.',
  })
  nis?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Wijziging van een organisatie: what is not sent stays as it is; null clears.' })
export class UpdateOrganisationInput extends OrganisationDetailsInput {
  @Field(() => ID, { description: 'Organisatie: its id.' })
  @IsId('organisation')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Officiële naam, 2 to 200 characters; cannot be cleared.' })
  @IfSent()
  @IsLine(2, 200)
  legalName?: string;
}

@InputType({ description: 'Ontbinding: it ends without a successor; its record stays readable.' })
export class DissolveOrganisationInput {
  @Field(() => ID, { description: 'Organisatie: its id.' })
  @IsId('organisation')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => CalendarDate, { description: 'Op: first day on which it no longer exists, today at the latest.' })
  on!: string;
}
