import { Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { PlannedMerger } from './planned-merger.type.js';

@ObjectType()
abstract class PlannedMergerPayload extends Payload {
  @Field(() => PlannedMerger, {
    nullable: true,
    description: 'Geplande fusie as it is now; null when nothing was done.',
  })
  plannedMerger?: string;
}

@ObjectType({ description: 'Antwoord op planMunicipalityMerger.' })
export class PlanMunicipalityMergerPayload extends PlannedMergerPayload {}

@ObjectType({ description: 'Antwoord op amendPlannedMerger.' })
export class AmendPlannedMergerPayload extends PlannedMergerPayload {}

@ObjectType({ description: 'Antwoord op withdrawPlannedMerger.' })
export class WithdrawPlannedMergerPayload extends PlannedMergerPayload {}
