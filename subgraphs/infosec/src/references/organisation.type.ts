import { type Connection, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import {
  MaturityMeasurement,
  MaturityMeasurementConnection,
} from '../features/maturity-measurement/maturity-measurement.type.js';
import { PublishedLabel } from '../features/published-label/published-label.type.js';

@ObjectType({ description: 'Organisatie of the community: here what information security adds to it.' })
@Directive('@key(fields: "id")')
export class Organisation {
  @Field(() => ID, { description: 'Identificatie of the organisation.' }) id!: string;

  @Field(() => [ID], { description: 'Voorgangers: organisations that merged into it, from the community.' })
  @Directive('@external')
  predecessorIds!: string[];

  @Field(() => PublishedLabel, {
    nullable: true,
    description: 'Gepubliceerd label that is valid today, the most recent one; null when it shows none.',
  })
  publishedLabel?: Ref<PublishedLabel>;

  @Field(() => MaturityMeasurementConnection, {
    nullable: true,
    description: 'Maturiteitsmetingen, its own and its predecessors’; only for the authority itself, empty for others.',
  })
  @Directive('@requires(fields: "predecessorIds")')
  measurements?: Connection<MaturityMeasurement>;

  @Field(() => MaturityMeasurement, {
    nullable: true,
    description: 'Laatste maturiteitsmeting that was submitted; only for the authority itself, null for others.',
  })
  @Directive('@requires(fields: "predecessorIds")')
  latestMeasurement?: Ref<MaturityMeasurement>;
}
