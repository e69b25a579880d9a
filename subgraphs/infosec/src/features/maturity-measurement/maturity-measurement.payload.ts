import { Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { MaturityMeasurement } from './maturity-measurement.type.js';

@ObjectType()
abstract class MeasurementPayload extends Payload {
  @Field(() => MaturityMeasurement, {
    nullable: true,
    description: 'Maturiteitsmeting as it is now; null when nothing was done.',
  })
  measurement?: string;
}

@ObjectType({ description: 'Antwoord op startMeasurement.' })
export class StartMeasurementPayload extends MeasurementPayload {}

@ObjectType({ description: 'Antwoord op scoreControls.' })
export class ScoreControlsPayload extends MeasurementPayload {}

@ObjectType({ description: 'Antwoord op submitMeasurement.' })
export class SubmitMeasurementPayload extends MeasurementPayload {}

@ObjectType({ description: 'Antwoord op correctMeasurement.' })
export class CorrectMeasurementPayload extends MeasurementPayload {}
