import { CalendarDate, Changeable, connectionOf, type Connection, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { OrganisationKind } from '../organisation/organisation.enums.js';
import { Organisation } from '../organisation/organisation.type.js';
import { Person } from '../person/person.type.js';
import { StoredFile } from '../stored-file/stored-file.type.js';
import { howToUpload } from './accession-document.path.js';
import { FeeRate, MembershipStatus, MembershipType } from './membership.enums.js';

@ObjectType({
  implements: [Node, Changeable],
  description:
    'Lidmaatschap: visible to its holder, to contact persons (MEMBER_CONTACT) of the organisation that holds it or of the employer, and to staff. That an organisation is a member is public: see Organisation.memberAs.',
})
@Directive('@key(fields: "id")')
export class Membership extends Changeable implements Node {
  id!: string;

  @Field(() => MembershipType, { description: 'Soort lidmaatschap.' }) type!: MembershipType;
  @Field(() => MembershipStatus, { description: 'Status, today.' }) status!: MembershipStatus;
  @Field({ description: 'Naam van de houder: a person’s or an organisation’s; empty for a former member.' })
  holderName!: string;

  @Field(() => Person, {
    nullable: true,
    description: 'Persoon that holds an EFFECTIVE one; null for other types, and when the viewer may not see it.',
  })
  person?: Ref<Person>;

  @Field(() => Organisation, {
    nullable: true,
    description: 'Organisatie that holds an ACCEDED or COMPANY one; null for an EFFECTIVE one.',
  })
  organisation?: Ref<Organisation>;

  @Field(() => OrganisationKind, { nullable: true, description: 'Soort of the organisation that holds it.' })
  holderKind?: OrganisationKind;

  @Field(() => Organisation, {
    nullable: true,
    description: 'Werkgever: where the person worked when this term began; a change of employer changes the next term.',
  })
  employer?: Ref<Organisation>;

  @Field({ description: 'Aangevraagd op: when it was applied for.' }) appliedAt!: Date;
  @Field(() => Date, { nullable: true, description: 'Beslist op: when staff approved or rejected it.' })
  decidedAt?: Date;

  @Field(() => String, { nullable: true, description: 'Reden van weigering; null unless it was rejected.' })
  rejectionReason?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Lid sinds: first day of the first term.' })
  since?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Vanaf: first day of the present term.' }) from?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Tot: first day after the present term.' }) to?: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Respijt tot: first day on which it is expired when nobody renewed it.',
  })
  graceUntil?: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'Vernieuwbaar vanaf: first day on which renewMembership gives the next term; null when it has no next one.',
  })
  renewableFrom?: string;

  @Field(() => FeeRate, { nullable: true, description: 'Tarief of the present term; null for organisations.' })
  feeRate?: FeeRate;

  @Field(() => Int, { nullable: true, description: 'Bijdrage for the present term, in euro cents.' })
  feeCents?: number;

  @Field(() => CalendarDate, { nullable: true, description: 'Aangerekend op: day on which that fee was decided.' })
  chargedOn?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Opgezegd op: first day on which it no longer held.' })
  cancelledOn?: string;

  @Field(() => String, { nullable: true, description: 'Reden van opzegging, when one was given.' })
  cancellationReason?: string;

  @Field(() => StoredFile, {
    nullable: true,
    description: `Toetredingsdocument: signed, for an ACCEDED one only. Upload it beside the graph while nobody decided: ${howToUpload} (application/pdf, at most 5 MB), signed in as a contact person or staff.`,
  })
  accessionDocument?: Ref<StoredFile>;

  @Field(() => MembershipTermConnection, { description: 'Vorige termijnen, before the present one.' })
  earlierTerms!: Connection<MembershipTerm>;
}

@ObjectType({
  implements: [Node, Changeable],
  description: 'Vorige termijn of a membership, as it was; visible to who sees the membership.',
})
@Directive('@key(fields: "id")')
export class MembershipTerm extends Changeable implements Node {
  id!: string;

  @Field(() => Organisation, { nullable: true, description: 'Werkgever in that term.' }) employer?: Ref<Organisation>;
  @Field(() => CalendarDate, { description: 'Vanaf: first day.' }) from!: string;
  @Field(() => CalendarDate, { description: 'Tot: first day after it.' }) to!: string;
  @Field(() => FeeRate, { nullable: true, description: 'Tarief; null for organisations.' }) feeRate?: FeeRate;
  @Field(() => Int, { description: 'Bijdrage for that term, in euro cents.' }) feeCents!: number;
}

@ObjectType({
  implements: [Node, Changeable],
  description: 'Ledenbijdrage of one year, for terms that begin in it. An authority accedes for free.',
})
@Directive('@key(fields: "id")')
export class MembershipFee extends Changeable implements Node {
  id!: string;

  @Field(() => MembershipType, { description: 'Soort lidmaatschap: EFFECTIVE or COMPANY.' }) type!: MembershipType;
  @Field(() => Int, { description: 'Jaar in which the term begins.' }) year!: number;
  @Field(() => Int, { description: 'Eerste lid of an employer, or a company, in euro cents.' })
  firstMemberCents!: number;

  @Field(() => Int, { nullable: true, description: 'Volgend lid of the same employer, in euro cents; EFFECTIVE only.' })
  furtherMemberCents?: number;
}

export const MembershipConnection = connectionOf('Membership', () => Membership);
export const MembershipFeeConnection = connectionOf('MembershipFee', () => MembershipFee);
const MembershipTermConnection = connectionOf('MembershipTerm', () => MembershipTerm);
