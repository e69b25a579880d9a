import { CalendarDate, Changeable, connectionOf, type Connection, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { SolutionVersion } from '../solution/solution.type.js';
import { EvidenceLevel, StandardStatus, StandardType, StandardUsage, SupportLevel } from './standard.enums.js';

@ObjectType({
  implements: [Node, Changeable],
  description: 'Standaard: an agreement on data or exchange, from the OSLO standards register of Flanders.',
})
@Directive('@key(fields: "id")')
export class Standard extends Changeable implements Node {
  id!: string;

  @Field({ description: 'Korte naam in een adres: name in a URL, unique.' }) slug!: string;
  @Field({ description: 'Naam of the standard.' }) name!: string;
  @Field(() => StandardType, { description: 'Type of standard.' }) type!: StandardType;
  @Field(() => StandardStatus, {
    nullable: true,
    description: 'Status in the register; null when the register says none.',
  })
  status?: StandardStatus;

  @Field(() => StandardUsage, {
    nullable: true,
    description: 'Gebruik: how binding it is; null when the register says nothing.',
  })
  usage?: StandardUsage;

  @Field(() => CalendarDate, { nullable: true, description: 'Publicatiedatum.' }) publishedOn?: string;
  @Field(() => String, { nullable: true, description: 'Verantwoordelijke organisatie.' }) publisher?: string;

  @Field(() => StandardSupportConnection, { description: 'Ondersteuning: versions of solutions that support it.' })
  support!: Connection<StandardSupport>;
}

@ObjectType({
  implements: [Node, Changeable],
  description: 'Ondersteuning van een standaard by a version of a solution.',
})
@Directive('@key(fields: "id")')
export class StandardSupport extends Changeable implements Node {
  id!: string;

  @Field(() => SolutionVersion, { description: 'Versie that supports the standard.' })
  solutionVersion!: Ref<SolutionVersion>;
  @Field(() => Standard, { description: 'Standaard that is supported.' }) standard!: Ref<Standard>;
  @Field(() => SupportLevel, { description: 'Mate: how far it is supported.' }) level!: SupportLevel;
  @Field(() => EvidenceLevel, { description: 'Bewijs for it.' }) evidence!: EvidenceLevel;
  @Field(() => Int, { description: 'Aantal bevestigingen: authorities that confirmed it.' }) confirmedCount!: number;
  @Field(() => CalendarDate, { nullable: true, description: 'Getest op.' }) testedOn?: string;
}

export const StandardConnection = connectionOf('Standard', () => Standard);
export const StandardSupportConnection = connectionOf('StandardSupport', () => StandardSupport);
