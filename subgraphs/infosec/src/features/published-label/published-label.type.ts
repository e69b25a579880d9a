import { CalendarDate, Changeable, connectionOf, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Organisation } from '../../references/organisation.type.js';
import { AssuranceLevel } from '../framework/framework.enums.js';
import { Framework } from '../framework/framework.type.js';
import { MeasurementKind } from '../maturity-measurement/maturity-measurement.enums.js';

@ObjectType({
  implements: [Node, Changeable],
  description:
    'Gepubliceerd label: the level that an authority chose to show of a verified and validated measurement. Public until it is withdrawn.',
})
@Directive('@key(fields: "id")')
export class PublishedLabel extends Changeable implements Node {
  id!: string;

  @Field(() => Organisation, { nullable: true, description: 'Bestuur that shows it.' }) authority?: Ref<Organisation>;
  @Field(() => Framework, { description: 'Raamwerk of the measurement.' }) framework!: Ref<Framework>;
  @Field(() => AssuranceLevel, { description: 'Niveau that was reached.' }) level!: AssuranceLevel;
  @Field(() => MeasurementKind, { description: 'Soort meting on which it rests.' }) kind!: MeasurementKind;
  @Field(() => CalendarDate, { description: 'Geldig vanaf.' }) validFrom!: string;
  @Field(() => CalendarDate, { description: 'Geldig tot en met.' }) validUntil!: string;
  @Field({ description: 'Geldig: whether today lies within its validity.' }) valid!: boolean;
}

export const PublishedLabelConnection = connectionOf('PublishedLabel', () => PublishedLabel);
