import { CalendarDate, Changeable, connectionOf, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, Float, ObjectType } from 'type-graphql';
import { Event } from '../event/event.type.js';
import { Person } from '../person/person.type.js';
import { Training } from '../training/training.type.js';

@ObjectType({
  implements: [Node, Changeable],
  description: `Certificaat van deelname: that a person attended a training or another event. Anybody who has its code can verify
it; all of it is seen by its holder, who acts for the holder’s organisation, and staff.`,
})
@Directive('@key(fields: "id")')
export class Certificate extends Changeable implements Node {
  id!: string;

  @Field({ description: 'Code by which anybody verifies it, for example at /certificates/ and the code.' })
  code!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Naam of the holder as issued; null once the person was erased.',
  })
  holderName?: string;

  @Field({ description: 'Titel of what was attended, as issued.' }) title!: string;
  @Field(() => Float, { description: 'Uren, as issued.' }) hours!: number;
  @Field(() => CalendarDate, { description: 'Eerste dag of what was attended.' }) startsOn!: string;
  @Field(() => CalendarDate, { description: 'Laatste dag; the first one when it took one day.' }) endsOn!: string;
  @Field(() => Date, { description: 'Uitgereikt op.' }) issuedAt!: Date;
  @Field({ description: 'Geldig: not revoked.' }) valid!: boolean;
  @Field(() => Date, { nullable: true, description: 'Ingetrokken op; null while it is valid.' }) revokedAt?: Date;
  @Field(() => String, { nullable: true, description: 'Reden van de intrekking.' }) revocationReason?: string;
  @Field({
    description:
      'Adres beside the graph at which anybody sees whether it is valid: /certificates/ and its code. With .pdf behind it: the certificate itself.',
  })
  path!: string;

  @Field(() => Person, { nullable: true, description: 'Houder; null once the person was erased.' })
  person?: Ref<Person>;
  @Field(() => Event, { nullable: true, description: 'Evenement that was attended.' }) event?: Ref<Event>;
  @Field(() => Training, { nullable: true, description: 'Opleiding that was followed; null for other events.' })
  training?: Ref<Training>;
}

export const CertificateConnection = connectionOf('Certificate', () => Certificate);

@ObjectType({ description: 'Verificatie van een certificaat: all that its code alone tells, also to the anonymous.' })
export class VerifiedCertificate {
  @Field({ description: 'Code, as it is printed.' }) code!: string;
  @Field(() => String, { nullable: true, description: 'Naam of the holder; null when the person was erased since.' })
  name!: string | null;

  @Field({ description: 'Titel of what was attended.' }) title!: string;
  @Field(() => Float, { description: 'Uren.' }) hours!: number;
  @Field(() => CalendarDate, { description: 'Eerste dag of what was attended.' }) startsOn!: string;
  @Field(() => CalendarDate, { description: 'Laatste dag; the first one when it took one day.' }) endsOn!: string;
  @Field({ description: 'Geldig: false once it was revoked.' }) valid!: boolean;
}
