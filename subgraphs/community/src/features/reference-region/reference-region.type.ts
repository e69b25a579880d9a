import { Changeable, connectionOf, type Connection, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Cohort } from '../cohort/cohort.type.js';
import { type KnowledgeCircle, KnowledgeCircleConnection } from '../knowledge-circle/knowledge-circle.type.js';
import { type Municipality, MunicipalityConnection } from '../municipality/municipality.type.js';

@ObjectType({
  implements: [Node, Changeable],
  description: 'Referentieregio: one of the 15 regions in which municipalities of Flanders work together.',
})
@Directive('@key(fields: "id")')
class ReferenceRegion extends Changeable implements Node {
  id!: string;

  @Field({ description: 'Naam, as filters, municipalities, circles and events have it.' }) name!: string;
  @Field(() => Int, { description: 'Aantal gemeenten of today.' }) municipalityCount!: number;
  @Field(() => MunicipalityConnection, { description: 'Gemeenten of today.' })
  municipalities!: Connection<Municipality>;

  @Field(() => KnowledgeCircleConnection, { description: 'Kenniskringen that are aligned with it.' })
  circles!: Connection<KnowledgeCircle>;

  @Field(() => Cohort, { nullable: true, description: 'Vergelijkingsgroep: its municipalities, to be compared with.' })
  cohort?: Ref<Cohort>;
}

export const ReferenceRegionConnection = connectionOf('ReferenceRegion', () => ReferenceRegion);
