import {
  CalendarDate,
  Changeable,
  connectionOf,
  type Connection,
  NisCode,
  Node,
  type Ref,
} from '@lokaal/shared/graphql';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { PlannedMerger } from '../municipality-merger/planned-merger.type.js';
import { type Organisation, OrganisationConnection } from '../organisation/organisation.type.js';
import { Province } from './municipality.enums.js';

@ObjectType({
  implements: [Node, Changeable],
  description:
    'Gemeente: the territory, not the legal person. One that merged keeps its record, which leads to its successor.',
})
@Directive('@key(fields: "id")')
export class Municipality extends Changeable implements Node {
  id!: string;

  @Field(() => NisCode, { description: 'NIS-code: five digits, given by Statbel.' }) nis!: string;
  @Field({ description: 'Naam of the municipality.' }) name!: string;
  @Field(() => Province, { description: 'Provincie in which it lies.' }) province!: Province;
  @Field(() => [String], { description: 'Postcodes of its territory.' }) postalCodes!: string[];

  @Field(() => Int, {
    nullable: true,
    description: 'Aantal inwoners on populationDate; null when no figure is at hand.',
  })
  population?: number;

  @Field(() => CalendarDate, { nullable: true, description: 'Peildatum: the day on which inhabitants were counted.' })
  populationDate?: string;

  @Field(() => String, { nullable: true, description: 'Referentieregio: one of referenceRegions.' })
  referenceRegion?: string;

  @Field(() => CalendarDate, { description: 'Geldig vanaf: first day of the municipality under this code.' })
  validFrom!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Geldig tot: first day on which it no longer existed; null for a municipality of today.',
  })
  validTo?: string;

  @Field(() => Municipality, { nullable: true, description: 'Opvolger: the municipality that it merged into.' })
  successor?: Ref<Municipality>;

  @Field(() => Municipality, {
    nullable: true,
    description: 'Huidige gemeente: the one at the end of its successors, which is itself while it did not merge.',
  })
  current?: Ref<Municipality>;

  @Field(() => PlannedMerger, {
    nullable: true,
    description: 'Geplande fusie by which it goes on; null when there is none, or you may not see it.',
  })
  plannedMerger?: Ref<PlannedMerger>;

  @Field(() => MunicipalityConnection, { description: 'Voorgangers: municipalities that merged into it.' })
  predecessors!: Connection<Municipality>;

  @Field(() => OrganisationConnection, {
    description: 'Organisaties on its territory: the municipality as a legal person, its OCMW and others.',
  })
  organisations!: Connection<Organisation>;
}

export const MunicipalityConnection = connectionOf('Municipality', () => Municipality);
