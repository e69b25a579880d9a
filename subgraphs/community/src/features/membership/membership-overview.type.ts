import { CalendarDate } from '@lokaal/shared/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Province } from '../municipality/municipality.enums.js';
import { OrganisationKind } from '../organisation/organisation.enums.js';
import { MembershipStatus, MembershipType } from './membership.enums.js';

@ObjectType({ description: 'Aantal lidmaatschappen of one type in one status.' })
class StatusCount {
  @Field(() => MembershipType, { description: 'Soort lidmaatschap.' }) type!: MembershipType;
  @Field(() => MembershipStatus, { description: 'Status on the day of the overview.' }) status!: MembershipStatus;
  @Field(() => Int, { description: 'Aantal.' }) count!: number;
}

@ObjectType({ description: 'Aantal leden (ACTIVE or in GRACE) of one type in one province.' })
class ProvinceCount {
  @Field(() => MembershipType, { description: 'Soort lidmaatschap.' }) type!: MembershipType;
  @Field(() => Province, {
    nullable: true,
    description: 'Provincie of the holder or its employer; null when it belongs to no municipality.',
  })
  province?: Province;

  @Field(() => Int, { description: 'Aantal.' }) count!: number;
}

@ObjectType({ description: 'Aantal leden (ACTIVE or in GRACE) of one type by kind of organisation.' })
class OrganisationKindCount {
  @Field(() => MembershipType, { description: 'Soort lidmaatschap.' }) type!: MembershipType;
  @Field(() => OrganisationKind, {
    nullable: true,
    description: 'Soort organisatie: of the holder, or of a person’s employer; null for a person without one.',
  })
  kind?: OrganisationKind;

  @Field(() => Int, { description: 'Aantal.' }) count!: number;
}

@ObjectType({ description: 'Aflopend lidmaatschap: its term ends in the quarter, and it was not renewed.' })
class LapsingMembership {
  @Field(() => ID, { description: 'Identificatie of the membership.' }) id!: string;
  @Field(() => MembershipType, { description: 'Soort lidmaatschap.' }) type!: MembershipType;
  @Field({ description: 'Naam van de houder.' }) holderName!: string;
  @Field(() => CalendarDate, { description: 'Tot: first day after the term.' }) to!: string;
  @Field(() => CalendarDate, { description: 'Respijt tot: first day on which it is expired.' }) graceUntil!: string;
  @Field(() => Int, { description: 'Bijdrage of the term that ends, in euro cents.' }) feeCents!: number;
}

@ObjectType({ description: 'Ledenoverzicht on one day, for staff.' })
export class MembershipOverview {
  @Field(() => CalendarDate, { description: 'Peildatum: today, or the last day of a year that is over.' })
  asOf!: string;

  @Field(() => [StatusCount], { description: 'Aantallen by type and status.' }) byStatus!: StatusCount[];
  @Field(() => [ProvinceCount], { description: 'Leden by type and province.' }) byProvince!: ProvinceCount[];
  @Field(() => [OrganisationKindCount], { description: 'Leden by type and kind of organisation.' })
  byOrganisationKind!: OrganisationKindCount[];

  @Field(() => Int, { description: 'Bijdragen of the terms of those members, in euro cents.' })
  feeCents!: number;

  @Field(() => Int, { description: 'Aantal aflopende: memberships that lapse in the quarter of the day.' })
  lapsingCount!: number;

  @Field(() => [LapsingMembership], {
    description:
      'Aflopende lidmaatschappen of that quarter: the first 100 of lapsingCount. Those of this quarter are all in lapsingMemberships.',
  })
  lapsing!: LapsingMembership[];
}
