import {
  Changeable,
  connectionOf,
  type Connection,
  EmailAddress,
  KboNumber,
  Node,
  type Ref,
} from '@lokaal/shared/graphql';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Organisation } from '../../references/organisation.type.js';
import { type Solution, SolutionConnection } from '../solution/solution.type.js';

@ObjectType({
  implements: [Node, Changeable],
  description: 'Leverancier: who offers solutions; linked to a company of the community once its claim is approved.',
})
@Directive('@key(fields: "id")')
export class Vendor extends Changeable implements Node {
  id!: string;

  @Field({ description: 'Korte naam in een adres: name in a URL, unique.' }) slug!: string;
  @Field({ description: 'Naam: the name under which it trades.' }) name!: string;

  @Field(() => KboNumber, {
    nullable: true,
    description: 'Ondernemingsnummer: 10 digits of the Belgian enterprise register (KBO).',
  })
  enterpriseNumber?: string;

  @Field(() => String, { nullable: true, description: 'Omschrijving: what the vendor does, in Dutch.' })
  description?: string;
  @Field(() => String, { nullable: true, description: 'Website: address of its public site.' }) website?: string;

  @Field(() => EmailAddress, {
    nullable: true,
    description: 'E-mailadres: where customers ask for information; for staff and who works for an organisation today.',
  })
  contactEmail?: string;

  @Field(() => Organisation, {
    nullable: true,
    description: 'Organisatie: the company of the community that manages these entries.',
  })
  organisation?: Ref<Organisation>;

  @Field(() => SolutionConnection, { description: 'Oplossingen: what it offers, as far as the viewer may see it.' })
  solutions!: Connection<Solution>;
}

export const VendorConnection = connectionOf('Vendor', () => Vendor);
