import {
  AreLines,
  ExpectedVersion,
  IdempotencyKey,
  IfSent,
  IfValue,
  IsId,
  IsLine,
  IsProse,
} from '@lokaal/shared/graphql';
import { ArrayMaxSize, ArrayUnique, IsEnum, IsLocale, IsUrl } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsLicense } from './license.js';
import { DeploymentType, DevelopmentStatus, SolutionKind } from './solution.enums.js';

const mostFunctions = 30;
const httpsOnly = { protocols: ['https'], require_protocol: true };

@InputType({ description: 'Nieuwe oplossing: a draft entry of the catalogue.' })
export class CreateSolutionInput {
  @Field(() => ID, { description: 'Leverancier: id of the vendor that offers it.' })
  @IsId('vendor')
  vendorId!: string;

  @Field({ description: 'Naam of the product or service, 2 to 120 characters.' })
  @IsLine(2, 120)
  name!: string;

  @Field({ description: 'Korte omschrijving: one or two sentences in Dutch, 10 to 300 characters.' })
  @IsLine(10, 300)
  shortDescription!: string;

  @Field(() => String, { nullable: true, description: 'Lange omschrijving in Dutch, at most 10,000 characters.' })
  @IfValue()
  @IsProse(1, 10_000)
  longDescription?: string | null;

  @Field(() => SolutionKind, { description: 'Soort: what kind of thing it is.' })
  @IsEnum(SolutionKind)
  kind!: SolutionKind;

  @Field({ description: 'Licentie: an SPDX expression such as EUPL-1.2, or PROPRIETARY.' })
  @IsLicense()
  license!: string;

  @Field(() => [DeploymentType], { defaultValue: [], description: 'Uitrolvormen: where it can run, each once.' })
  @ArrayUnique({ message: 'Name each deployment type once.' })
  deploymentTypes!: DeploymentType[];

  @Field(() => [String], { defaultValue: [], description: 'Referentiefuncties: which work it supports, at most 30.' })
  @ArrayMaxSize(mostFunctions)
  @ArrayUnique({ message: 'Name each function once.' })
  @AreLines(2, 80)
  functions!: string[];

  @Field(() => [String], { defaultValue: ['nl'], description: 'Talen of its user interface, as BCP 47 codes.' })
  @ArrayMaxSize(mostFunctions)
  @ArrayUnique({ message: 'Name each language once.' })
  @IsLocale({ each: true, message: 'Write languages as BCP 47 codes, for example nl.' })
  languages!: string[];

  @Field(() => DevelopmentStatus, { nullable: true, description: 'Ontwikkelingsfase, as in publiccode.yml.' })
  developmentStatus?: DevelopmentStatus | null;

  @Field(() => String, { nullable: true, description: 'Address of its publiccode.yml, starting with https.' })
  @IfValue()
  @IsUrl(httpsOnly, { message: 'Write an address that starts with https://.' })
  publiccodeUrl?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Wijziging van een oplossing: what is not sent stays as it is; null clears.' })
export class UpdateSolutionInput {
  @Field(() => ID, { description: 'Oplossing: id of the entry.' })
  @IsId('solution')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Naam, 2 to 120 characters; cannot be cleared.' })
  @IfSent()
  @IsLine(2, 120)
  name?: string;

  @Field(() => String, { nullable: true, description: 'Korte omschrijving, 10 to 300 characters; cannot be cleared.' })
  @IfSent()
  @IsLine(10, 300)
  shortDescription?: string;

  @Field(() => String, { nullable: true, description: 'Lange omschrijving in Dutch, at most 10,000 characters.' })
  @IfValue()
  @IsProse(1, 10_000)
  longDescription?: string | null;

  @Field(() => SolutionKind, { nullable: true, description: 'Soort; cannot be cleared.' })
  @IfSent()
  @IsEnum(SolutionKind)
  kind?: SolutionKind;

  @Field(() => String, { nullable: true, description: 'Licentie: SPDX expression or PROPRIETARY; cannot be cleared.' })
  @IfSent()
  @IsLicense()
  license?: string;

  @Field(() => [DeploymentType], { nullable: true, description: 'Uitrolvormen, each once; cannot be cleared.' })
  @IfSent()
  @ArrayUnique({ message: 'Name each deployment type once.' })
  deploymentTypes?: DeploymentType[];

  @Field(() => [String], { nullable: true, description: 'Referentiefuncties, at most 30; cannot be cleared.' })
  @IfSent()
  @ArrayMaxSize(mostFunctions)
  @ArrayUnique({ message: 'Name each function once.' })
  @AreLines(2, 80)
  functions?: string[];

  @Field(() => DevelopmentStatus, { nullable: true, description: 'Ontwikkelingsfase, as in publiccode.yml.' })
  developmentStatus?: DevelopmentStatus | null;

  @Field(() => String, { nullable: true, description: 'Address of its publiccode.yml, starting with https.' })
  @IfValue()
  @IsUrl(httpsOnly, { message: 'Write an address that starts with https://.' })
  publiccodeUrl?: string | null;
}

@InputType({ description: 'Indiening van een oplossing, to be published by staff.' })
export class SubmitSolutionInput {
  @Field(() => ID, { description: 'Oplossing: id of the entry.' })
  @IsId('solution')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}

@InputType({ description: 'Publicatie van een oplossing: from now on everybody sees it.' })
export class PublishSolutionInput extends SubmitSolutionInput {}
