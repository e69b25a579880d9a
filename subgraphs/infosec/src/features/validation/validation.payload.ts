import { Payload } from '@lokaal/shared/graphql';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Antwoord op validateMeasurement.' })
export class ValidateMeasurementPayload extends Payload {
  @Field(() => ID, {
    nullable: true,
    description: 'Gevalideerde maturiteitsmeting: its id and no more, since only the authority may read it.',
  })
  validatedMeasurementId?: string;
}
