import { Payload } from '@lokaal/shared/graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import { Event } from '../event/event.type.js';
import { Certificate } from './certificate.type.js';

@ObjectType({ description: 'Antwoord op issueCertificates.' })
export class IssueCertificatesPayload extends Payload {
  @Field(() => Event, { nullable: true, description: 'Evenement, with its certificates; null when nothing was done.' })
  event?: string;

  @Field(() => Int, { nullable: true, description: 'Aantal that this call issued.' }) issued?: number;
  @Field(() => Int, { nullable: true, description: 'Aantal who attended and had one already.' }) earlier?: number;
  @Field(() => Int, { nullable: true, description: 'Aantal who attended too few sessions for one.' })
  tooFewSessions?: number;
}

@ObjectType({ description: 'Antwoord op revokeCertificate.' })
export class RevokeCertificatePayload extends Payload {
  @Field(() => Certificate, { nullable: true, description: 'Certificaat as it is now; null when nothing was done.' })
  certificate?: string;
}
