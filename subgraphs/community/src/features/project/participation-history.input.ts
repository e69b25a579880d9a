import { CalendarDate, ExpectedVersion, IsId } from '@lokaal/shared/graphql';
import { Field, ID, InputType } from 'type-graphql';
import { CorrectPeriodInput } from '../../periods/correct-period.input.js';
import { JoinProjectInput } from './project.input.js';

@InputType({ description: 'Deelname zoals ze was: of another day than today.' })
export class RecordProjectParticipationInput extends JoinProjectInput {
  @Field(() => CalendarDate, { description: 'Vanaf: first day, at most a year ahead.' })
  from!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Tot: first day on which it no longer took part; needed when the authority is no more.',
  })
  to?: string | null;
}

@InputType({ description: 'Verbetering van een deelname: what is not sent stays as it is.' })
export class UpdateProjectParticipationInput extends CorrectPeriodInput {
  @Field(() => ID, { description: 'Deelname that is corrected.' })
  @IsId('participation')
  id!: string;
}

@InputType({ description: 'Deelname die er nooit was.' })
export class RemoveProjectParticipationInput {
  @Field(() => ID, { description: 'Deelname.' })
  @IsId('participation')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}
