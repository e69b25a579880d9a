import { applyDecorators, CalendarDate, IfSent, IfValue, IsId, IsLine } from '@lokaal/shared/graphql';
import { IsEnum, IsInt, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { AddressField } from '../editorial/editorial-fields.js';
import { CreateEditorialInput, SeenEditorialInput, UpdateEditorialInput } from '../editorial/editorial.input.js';
import { MediaKind } from './media-item.enums.js';

const longestMinutes = 1_440;

const DurationField = (): PropertyDecorator =>
  applyDecorators(
    Field(() => Int, { nullable: true, description: 'Duur in minutes, at most a day.' }),
    IfValue(),
    IsInt(),
    Min(1),
    Max(longestMinutes),
  );

const RecordedField = (prefix: 'event' | 'session', what: string): PropertyDecorator =>
  applyDecorators(
    Field(() => ID, { nullable: true, description: `${what} of which it is the recording.` }),
    IfValue(),
    IsId(prefix),
  );

@InputType({ description: 'Nieuwe opname: a draft.' })
export class CreateMediaItemInput extends CreateEditorialInput {
  @Field(() => MediaKind, { description: 'Soort: webinar, podcast or video.' })
  @IsEnum(MediaKind)
  kind!: MediaKind;

  @AddressField('Address')
  url?: string | null;

  @DurationField()
  durationMinutes?: number | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Opgenomen op: day of the recording.' })
  recordedOn?: string | null;

  @RecordedField('event', 'Evenement')
  eventId?: string | null;

  @RecordedField('session', 'Sessie of an event')
  sessionId?: string | null;
}

@InputType({ description: 'Wijziging van een opname: what is not sent stays as it is; null clears.' })
export class UpdateMediaItemInput extends UpdateEditorialInput {
  @Field(() => ID, { description: 'Opname that changes.' })
  @IsId('mediaitem')
  id!: string;

  @Field(() => MediaKind, { nullable: true, description: 'Soort; cannot be cleared.' })
  @IfSent()
  @IsEnum(MediaKind)
  kind?: MediaKind;

  @AddressField('Address')
  url?: string | null;

  @DurationField()
  durationMinutes?: number | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Opgenomen op: day of the recording.' })
  recordedOn?: string | null;

  @RecordedField('event', 'Evenement')
  eventId?: string | null;

  @RecordedField('session', 'Sessie of an event')
  sessionId?: string | null;
}

@InputType({ description: 'Opname that goes out.' })
export class PublishMediaItemInput extends SeenEditorialInput {
  @Field(() => ID, { description: 'Opname: its id.' })
  @IsId('mediaitem')
  id!: string;
}

@InputType({ description: 'Ontwerp dat weg mag: only what was never published.' })
export class DeleteMediaItemInput extends PublishMediaItemInput {}

@InputType({ description: 'Opname that is taken back.' })
export class WithdrawMediaItemInput extends PublishMediaItemInput {
  @Field({ description: 'Reden, for staff, 3 to 500 characters.' })
  @IsLine(3, 500)
  reason!: string;
}
