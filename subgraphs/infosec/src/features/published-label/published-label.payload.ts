import { Payload } from '@lokaal/shared/graphql';
import { Field, ID, ObjectType } from 'type-graphql';
import { MaturityMeasurement } from '../maturity-measurement/maturity-measurement.type.js';
import { PublishedLabel } from './published-label.type.js';

@ObjectType({ description: 'Antwoord op publishLabel.' })
export class PublishLabelPayload extends Payload {
  @Field(() => PublishedLabel, {
    nullable: true,
    description: 'Label as everybody sees it; null when nothing was done.',
  })
  label?: string;
}

@ObjectType({ description: 'Antwoord op withdrawLabel.' })
export class WithdrawLabelPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Ingetrokken label: its id; the label itself is gone.' })
  withdrawnLabelId?: string;

  @Field(() => MaturityMeasurement, { nullable: true, description: 'Maturiteitsmeting of which it was the label.' })
  measurement?: string;
}
