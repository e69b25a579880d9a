import {
  CalendarDate,
  Changeable,
  connectionOf,
  type Connection,
  KboNumber,
  NisCode,
  Node,
  type Ref,
} from '@lokaal/shared/graphql';
import { Directive, Field, ObjectType } from 'type-graphql';
import { KnowledgeCircle } from '../knowledge-circle/knowledge-circle.type.js';
import { Municipality, MunicipalityConnection } from '../municipality/municipality.type.js';
import { Person } from '../person/person.type.js';
import { PlannedMergerState } from './planned-merger.enums.js';

@ObjectType({
  implements: [Node, Changeable],
  description:
    'Geplande fusie van gemeenten: it takes effect by itself, two weeks after who is concerned was told at the earliest. Visible to who works for an authority that merges, and to staff.',
})
@Directive('@key(fields: "id")')
export class PlannedMerger extends Changeable implements Node {
  id!: string;

  @Field(() => CalendarDate, { description: 'Op: first day of the municipality after the merger.' }) on!: string;

  @Field(() => CalendarDate, {
    description:
      'Uitgevoerd vanaf: the day on which it takes effect here by itself. That first day, or the end of the two weeks in which who is concerned can object, whichever comes later.',
  })
  takesEffectOn!: string;

  @Field(() => PlannedMergerState, { description: 'Stand.' }) state!: PlannedMergerState;

  @Field(() => MunicipalityConnection, { description: 'Gemeenten die fuseren, the surviving one too.' })
  municipalities!: Connection<Municipality>;

  @Field(() => NisCode, { description: 'NIS-code of the municipality after the merger.' }) successorNis!: string;
  @Field({ description: 'Naam of the municipality after the merger.' }) successorName!: string;

  @Field(() => String, { nullable: true, description: 'Referentieregio after the merger, when one was asked for.' })
  referenceRegion?: string;

  @Field(() => String, { nullable: true, description: 'Officiële naam after the merger, when one was asked for.' })
  legalName?: string;

  @Field(() => KboNumber, {
    nullable: true,
    description: 'Ondernemingsnummer of the municipality, when it is a new one.',
  })
  enterpriseNumber?: string;

  @Field(() => KboNumber, { nullable: true, description: 'Ondernemingsnummer of its OCMW, when it is a new one.' })
  ocmwEnterpriseNumber?: string;

  @Field(() => KnowledgeCircle, {
    nullable: true,
    description: 'Kenniskring after the merger, when one was asked for.',
  })
  circle?: Ref<KnowledgeCircle>;

  @Field(() => Date, {
    nullable: true,
    description: 'Doorgevoerd, ingetrokken of mislukt op; null while it is planned.',
  })
  decidedAt?: Date;

  @Field(() => Municipality, { nullable: true, description: 'Gemeente na de fusie; null until it was carried out.' })
  result?: Ref<Municipality>;

  @Field(() => String, { nullable: true, description: 'Reden why it failed, for staff; null unless it did.' })
  failure?: string;

  @Field(() => Person, { nullable: true, description: 'Gepland door; null when you may not see this person.' })
  plannedBy?: Ref<Person>;

  @Field(() => Person, { nullable: true, description: 'Ingetrokken door; null when you may not see this person.' })
  withdrawnBy?: Ref<Person>;
}

export const PlannedMergerConnection = connectionOf('PlannedMerger', () => PlannedMerger);
