import { Changeable, connectionOf, EmailAddress, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Exhibitor } from '../event/programme.type.js';
import { Person } from '../person/person.type.js';

@ObjectType({
  implements: [Node, Changeable],
  description:
    'Scan van een ticket at a stand: whoever has a ticket scanned hands the company name and e-mail address. Only for who works for that company, the participant and staff.',
})
@Directive('@key(fields: "id")')
export class ExhibitorScan extends Changeable implements Node {
  id!: string;

  @Field(() => Exhibitor, { nullable: true, description: 'Standhouder; null when the event is no longer to be seen.' })
  exhibitor?: Ref<Exhibitor>;

  @Field(() => Date, { description: 'Gescand op.' }) scannedAt!: Date;

  @Field(() => Person, { nullable: true, description: 'Gescand door; null when the viewer may not see this person.' })
  scannedBy?: Ref<Person>;

  @Field(() => String, { nullable: true, description: 'Naam of the participant.' }) participantName?: string;
  @Field(() => EmailAddress, { nullable: true, description: 'E-mailadres of the participant.' })
  participantEmail?: string;

  @Field(() => [String], { description: 'Organisaties for which the participant works today, by name.' })
  participantOrganisations!: string[];
}

export const ExhibitorScanConnection = connectionOf('ExhibitorScan', () => ExhibitorScan);
