import {
  CalendarDate,
  Changeable,
  connectionOf,
  type Connection,
  KboNumber,
  Node,
  type Ref,
} from '@lokaal/shared/graphql';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { type ApiKey, ApiKeyConnection } from '../api-key/api-key.type.js';
import { type Cohort, CohortConnection } from '../cohort/cohort.type.js';
import {
  type EmploymentInvitation,
  EmploymentInvitationConnection,
} from '../employment-invitation/employment-invitation.type.js';
import { KnowledgeCircle } from '../knowledge-circle/knowledge-circle.type.js';
import { MembershipType } from '../membership/membership.enums.js';
import { type Membership, MembershipConnection } from '../membership/membership.type.js';
import { Municipality } from '../municipality/municipality.type.js';
import { type Employment, EmploymentConnection } from '../person/person.type.js';
import { OrganisationKind, OrganisationStatus } from './organisation.enums.js';

@ObjectType({ description: 'Adres: where an organisation receives post and people.' })
export class Address {
  @Field(() => String, { nullable: true, description: 'Straat en nummer.' }) street?: string;
  @Field(() => String, { nullable: true, description: 'Postcode.' }) postalCode?: string;
  @Field(() => String, { nullable: true, description: 'Plaats: locality, which may be a part of a municipality.' })
  locality?: string;
}

@ObjectType({
  implements: [Node, Changeable],
  description: 'Organisatie: a legal person, such as a local authority (lokaal bestuur), an agency or a company.',
})
@Directive('@key(fields: "id")')
export class Organisation extends Changeable implements Node {
  id!: string;

  @Field(() => OrganisationKind, { description: 'Soort organisatie.' }) kind!: OrganisationKind;
  @Field({ description: 'Officiële naam of the legal person.' }) legalName!: string;

  @Field(() => KboNumber, { nullable: true, description: 'Ondernemingsnummer in the enterprise register (KBO).' })
  enterpriseNumber?: string;

  @Field(() => String, { nullable: true, description: 'OVO-code in the Flemish register of organisations (Wegwijs).' })
  ovoCode?: string;

  @Field(() => Municipality, { nullable: true, description: 'Gemeente: the territory that it serves or lies in.' })
  municipality?: Ref<Municipality>;

  @Field(() => Organisation, { nullable: true, description: 'Moederorganisatie: the one that it is part of.' })
  parent?: Ref<Organisation>;

  @Field(() => OrganisationConnection, { description: 'Onderliggende organisaties: those that are part of it.' })
  children!: Connection<Organisation>;

  @Field(() => String, { nullable: true, description: 'Website: address of its public site.' }) website?: string;
  @Field(() => Address, { nullable: true, description: 'Adres; null when none is known.' }) address?: Ref<Address>;
  @Field(() => OrganisationStatus, { description: 'Status: whether it exists today.' }) status!: OrganisationStatus;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Beëindigd op: first day on which it no longer existed; null while it is ACTIVE, and when not known.',
  })
  endedOn?: string;

  @Field(() => Organisation, { nullable: true, description: 'Opgegaan in: the organisation that it merged into.' })
  mergedInto?: Ref<Organisation>;

  @Field(() => OrganisationConnection, { description: 'Voorgangers: organisations that merged into it directly.' })
  predecessors!: Connection<Organisation>;

  @Field(() => [ID], { description: 'Alle voorgangers: ids of those that merged into it, also indirectly.' })
  predecessorIds!: string[];

  @Field(() => KnowledgeCircle, { nullable: true, description: 'Kenniskring of which it is a member today.' })
  knowledgeCircle?: Ref<KnowledgeCircle>;

  @Field(() => CohortConnection, { description: 'Vergelijkingsgroepen in which it is compared, one of a family.' })
  cohorts!: Connection<Cohort>;

  @Field(() => EmploymentConnection, {
    description:
      'Tewerkstellingen: who works or worked there. Colleagues and staff see all; others who belong to the community (employed today, or an effective member) see people of the member directory.',
  })
  employments!: Connection<Employment>;

  @Field(() => EmploymentInvitationConnection, {
    description: 'Uitnodigingen tot tewerkstelling, the newest first, for who deals with people there and for staff.',
  })
  employmentInvitations!: Connection<EmploymentInvitation>;

  @Field(() => MembershipType, {
    nullable: true,
    description:
      'Lid als: ACCEDED or COMPANY while the organisation itself is a member, its grace included; else null.',
  })
  memberAs?: MembershipType;

  @Field(() => MembershipConnection, {
    description: 'Lidmaatschappen of the organisation itself, as far as the viewer may see them.',
  })
  memberships!: Connection<Membership>;

  @Field(() => ApiKeyConnection, {
    description: 'API-sleutels of its systems, for who looks after them and for staff.',
  })
  apiKeys!: Connection<ApiKey>;
}

export const OrganisationConnection = connectionOf('Organisation', () => Organisation);
