import { IfValue, IsId, IsLine, IsProse } from '@lokaal/shared/graphql';
import { IsDate, IsInt, IsNumber, IsUrl, Max, Min, ValidateNested } from 'class-validator';
import { Field, Float, ID, InputType, Int } from 'type-graphql';

const mostPlaces = 100_000;
const mostHours = 200;
const mostSessions = 50;
const httpsOnly = { protocols: ['https'], require_protocol: true };

@InputType({ description: 'Locatie of an event; it takes the place of the whole location.' })
export class EventVenueInput {
  @Field({ description: 'Naam of the place, 2 to 120 characters.' })
  @IsLine(2, 120)
  name!: string;

  @Field(() => String, { nullable: true, description: 'Straat en nummer.' })
  @IfValue()
  @IsLine(2, 120)
  street?: string | null;

  @Field(() => String, { nullable: true, description: 'Postcode: four digits for Belgium.' })
  @IfValue()
  @IsLine(2, 10)
  postalCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Plaats.' })
  @IfValue()
  @IsLine(1, 80)
  locality?: string | null;
}

/** What an event may have, and may be without. */
@InputType()
export abstract class EventDetailsInput {
  @Field(() => String, { nullable: true, description: 'Samenvatting: one or two sentences, at most 300 characters.' })
  @IfValue()
  @IsLine(1, 300)
  summary?: string | null;

  @Field(() => String, { nullable: true, description: 'Omschrijving, at most 10,000 characters.' })
  @IfValue()
  @IsProse(1, 10_000)
  description?: string | null;

  @Field(() => EventVenueInput, { nullable: true, description: 'Locatie; none for what is online only.' })
  @IfValue()
  @ValidateNested()
  venue?: EventVenueInput | null;

  @Field(() => String, { nullable: true, description: 'Webadres to attend online, starting with https.' })
  @IfValue()
  @IsUrl(httpsOnly, { message: 'Write an address that starts with https://.' })
  onlineUrl?: string | null;

  @Field(() => ID, { nullable: true, description: 'Organisator; none when it is the association itself.' })
  @IfValue()
  @IsId('organisation')
  organiserId?: string | null;

  @Field(() => Int, { nullable: true, description: 'Capaciteit ter plaatse; none is without limit.' })
  @IfValue()
  @IsInt()
  @Min(1)
  @Max(mostPlaces)
  capacityOnSite?: number | null;

  @Field(() => Int, { nullable: true, description: 'Capaciteit online; none is without limit.' })
  @IfValue()
  @IsInt()
  @Min(1)
  @Max(mostPlaces)
  capacityOnline?: number | null;

  @Field(() => Date, { nullable: true, description: 'Inschrijving opent op; none is from publication on.' })
  @IfValue()
  @IsDate()
  registrationOpensAt?: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Inschrijving sluit op, at its end at the latest; none is when it starts.',
  })
  @IfValue()
  @IsDate()
  registrationClosesAt?: Date | null;

  @Field(() => Float, { nullable: true, description: 'Attesturen: hours on its certificate; none: it gives none.' })
  @IfValue()
  @IsNumber({ maxDecimalPlaces: 2, allowNaN: false, allowInfinity: false })
  @Min(0.25)
  @Max(mostHours)
  certificateHours?: number | null;

  @Field(() => Int, { nullable: true, description: 'Sessies that must be attended for the certificate.' })
  @IfValue()
  @IsInt()
  @Min(1)
  @Max(mostSessions)
  certificateMinimumSessions?: number | null;
}
