import { Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { ExhibitorScan } from './exhibitor-scan.type.js';

@ObjectType({ description: 'Antwoord op scanParticipant.' })
export class ScanParticipantPayload extends Payload {
  @Field(() => ExhibitorScan, { nullable: true, description: 'Scan; null when nothing was done.' })
  scan?: string;
}
