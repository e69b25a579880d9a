import { CalendarDate, Changeable, connectionOf, type Connection, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Organisation } from '../../references/organisation.type.js';
import { AssuranceLevel } from '../framework/framework.enums.js';
import { Control, Framework } from '../framework/framework.type.js';
import { PublishedLabel } from '../published-label/published-label.type.js';
import { MeasurementKind, MeasurementState } from './maturity-measurement.enums.js';
import { MaturityDifference, MaturityResult } from './maturity-result.type.js';

@ObjectType({
  implements: [Node, Changeable],
  description: 'Score van een beheersmaatregel within a measurement; only for the authority itself.',
})
@Directive('@key(fields: "id")')
export class ControlScore extends Changeable implements Node {
  id!: string;

  @Field(() => Control, { description: 'Beheersmaatregel.' }) control!: Ref<Control>;

  @Field(() => Int, { nullable: true, description: 'Documentatiematuriteit, 1 (initieel) to 5 (geoptimaliseerd).' })
  documentation?: number;

  @Field(() => Int, { nullable: true, description: 'Implementatiematuriteit, 1 (initieel) to 5 (geoptimaliseerd).' })
  implementation?: number;

  @Field({ description: 'Niet van toepassing: left out, with a reason.' }) notApplicable!: boolean;
  @Field(() => String, { nullable: true, description: 'Reden why it is not applicable.' }) reason?: string;
  @Field(() => String, { nullable: true, description: 'Nota: remarks, and where the evidence is.' }) note?: string;
}

const ControlScoreConnection = connectionOf('ControlScore', () => ControlScore);

@ObjectType({
  implements: [Node, Changeable],
  description:
    'Maturiteitsmeting: how an authority does on the controls of a framework. Only for the authority itself.',
})
@Directive('@key(fields: "id")')
export class MaturityMeasurement extends Changeable implements Node {
  id!: string;

  @Field(() => Organisation, {
    nullable: true,
    description: 'Bestuur. After a merger this is the predecessor where the measurement comes from.',
  })
  authority?: Ref<Organisation>;

  @Field(() => Framework, { description: 'Raamwerk that was used.' }) framework!: Ref<Framework>;
  @Field(() => AssuranceLevel, { description: 'Doelniveau: controls up to this level are in scope.' })
  targetLevel!: AssuranceLevel;

  @Field(() => CalendarDate, { description: 'Gemeten op: the day of which it gives the state.' }) measuredOn!: string;
  @Field(() => MeasurementKind, { description: 'Soort meting.' }) kind!: MeasurementKind;
  @Field(() => MeasurementState, { description: 'Toestand.' }) state!: MeasurementState;
  @Field(() => Date, { nullable: true, description: 'Ingediend op.' }) submittedAt?: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Beoordelingsinstantie that verified it; null until it is validated.',
  })
  validator?: string;

  @Field(() => String, { nullable: true, description: 'Kenmerk of the statement or certificate of that body.' })
  validationStatement?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Gevalideerd op: the day of that statement.' })
  validatedOn?: string;

  @Field(() => MaturityMeasurement, {
    nullable: true,
    description: 'Vervangt: the measurement that this one corrects.',
  })
  supersedes?: Ref<MaturityMeasurement>;

  @Field(() => MaturityMeasurement, {
    nullable: true,
    description: 'Vervangen door: its correction, open or submitted.',
  })
  supersededBy?: Ref<MaturityMeasurement>;

  @Field(() => ControlScoreConnection, { description: 'Scores that were given so far.' })
  scores!: Connection<ControlScore>;

  @Field(() => MaturityResult, {
    nullable: true,
    description:
      'Resultaat as an assessor sees it: by the official workbook, or by the published method where there is none. Null while open.',
  })
  result?: Ref<MaturityResult>;

  @Field(() => MaturityResult, {
    nullable: true,
    description: 'Resultaat volgens de gepubliceerde methode. Null while open.',
  })
  publishedResult?: Ref<MaturityResult>;

  @Field(() => [MaturityDifference], {
    nullable: true,
    description: 'Verschillen between the two results, and why. Null while open.',
  })
  differences?: Ref<MaturityDifference[]>;

  @Field(() => PublishedLabel, { nullable: true, description: 'Label that the authority shows of it, when it does.' })
  label?: Ref<PublishedLabel>;
}

export const MaturityMeasurementConnection = connectionOf('MaturityMeasurement', () => MaturityMeasurement);
