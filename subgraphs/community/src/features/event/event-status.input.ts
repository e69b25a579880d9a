import { ExpectedVersion, IsId, IsProse } from '@lokaal/shared/graphql';
import { Field, ID, InputType } from 'type-graphql';

/** An event in the version that somebody has seen. */
@InputType()
abstract class SeenEventInput {
  @Field(() => ID, { description: 'Evenement: id of the event.' })
  @IsId('event')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}

@InputType({ description: 'Publicatie van een evenement: everybody sees it from then on.' })
export class PublishEventInput extends SeenEventInput {}

@InputType({ description: 'Annulering van een evenement: everybody who registered is told why.' })
export class CancelEventInput extends SeenEventInput {
  @Field({ description: 'Reden, as it is told to who registered, 5 to 500 characters.' })
  @IsProse(5, 500)
  reason!: string;
}

@InputType({ description: 'Archivering van een evenement that is over: it changes no more.' })
export class ArchiveEventInput extends SeenEventInput {}

@InputType({ description: 'Verwijdering van een ontwerp, with all of its programme.' })
export class DeleteEventInput extends SeenEventInput {}
