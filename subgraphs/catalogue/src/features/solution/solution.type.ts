import { CalendarDate, Changeable, connectionOf, type Connection, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, ObjectType } from 'type-graphql';
import { type PortfolioItem, PortfolioItemConnection } from '../portfolio-item/portfolio-item.type.js';
import { type StandardSupport, StandardSupportConnection } from '../standard/standard.type.js';
import { Vendor } from '../vendor/vendor.type.js';
import { DeploymentType, DevelopmentStatus, SolutionKind, SolutionStatus, VersionStatus } from './solution.enums.js';

@ObjectType({
  implements: [Node, Changeable],
  description:
    'Oplossing: software or a service for local authorities, as the catalogue describes it (GIMV: Voorziening).',
})
@Directive('@key(fields: "id")')
export class Solution extends Changeable implements Node {
  id!: string;

  @Field({ description: 'Korte naam in een adres: name in a URL, unique.' }) slug!: string;
  @Field({ description: 'Naam of the product or service.' }) name!: string;
  @Field(() => Vendor, { description: 'Leverancier: who offers it.' }) vendor!: Ref<Vendor>;
  @Field({ description: 'Korte omschrijving: one or two sentences, in Dutch.' }) shortDescription!: string;

  @Field(() => String, { nullable: true, description: 'Lange omschrijving, in Dutch.' }) longDescription?: string;
  @Field(() => SolutionKind, { description: 'Soort: what kind of thing it is.' }) kind!: SolutionKind;

  @Field({ description: 'Licentie: an SPDX expression such as EUPL-1.2, or PROPRIETARY.' }) license!: string;

  @Field({ description: 'Open source: true unless the licence is PROPRIETARY.' }) openSource!: boolean;

  @Field(() => [DeploymentType], { description: 'Uitrolvormen: where it can run.' }) deploymentTypes!: DeploymentType[];

  @Field(() => [String], {
    description: 'Referentiefuncties: which work of an authority it supports, for example burgerzaken.',
  })
  functions!: string[];

  @Field(() => [String], { description: 'Talen of its user interface, as BCP 47 codes.' }) languages!: string[];

  @Field(() => DevelopmentStatus, { nullable: true, description: 'Ontwikkelingsfase, as in publiccode.yml.' })
  developmentStatus?: DevelopmentStatus;

  @Field(() => String, { nullable: true, description: 'Address of its publiccode.yml.' }) publiccodeUrl?: string;
  @Field(() => SolutionStatus, { description: 'Status of this entry in the catalogue.' }) status!: SolutionStatus;

  @Field(() => Date, { nullable: true, description: 'Laatst bevestigd: when the vendor last said that this is right.' })
  lastConfirmedAt?: Date;

  @Field({
    description: 'Verouderd: true when nobody confirmed for more than 12 months what was published; no draft is.',
  })
  stale!: boolean;

  @Field(() => SolutionVersionConnection, { description: 'Versies of the product.' })
  versions!: Connection<SolutionVersion>;

  @Field(() => PortfolioItemConnection, {
    description: 'Gebruik: authorities that use it, as far as their portfolio is visible to the viewer.',
  })
  portfolio!: Connection<PortfolioItem>;
}

@ObjectType({
  implements: [Node, Changeable],
  description: 'Versie of a solution: what integrations, standards and portfolios refer to.',
})
@Directive('@key(fields: "id")')
export class SolutionVersion extends Changeable implements Node {
  id!: string;

  @Field(() => Solution, { description: 'Oplossing: the product that this is a version of.' }) solution!: Ref<Solution>;
  @Field({ description: 'Versienummer, as the vendor writes it.' }) number!: string;
  @Field(() => CalendarDate, { nullable: true, description: 'Uitgebracht op.' }) releasedOn?: string;
  @Field(() => CalendarDate, { nullable: true, description: 'Einde ondersteuning: last day of support.' })
  endOfSupportOn?: string;
  @Field(() => VersionStatus, { description: 'Status today, computed from the dates.' }) status!: VersionStatus;

  @Field(() => StandardSupportConnection, {
    description: 'Ondersteunde standaarden: which standards it supports, and how well.',
  })
  standards!: Connection<StandardSupport>;
}

export const SolutionConnection = connectionOf('Solution', () => Solution);
const SolutionVersionConnection = connectionOf('SolutionVersion', () => SolutionVersion);
