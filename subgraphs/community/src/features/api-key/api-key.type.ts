import { Changeable, connectionOf, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Organisation } from '../organisation/organisation.type.js';
import { Person } from '../person/person.type.js';
import { ApiKeyScope, ApiKeyStatus } from './api-key.enums.js';

@ObjectType({
  implements: [Node, Changeable],
  description:
    'API-sleutel: by which a system of an organisation asks this graph, as `Authorization: Bearer ldk_...`. It acts for the organisation, within its scopes, and never as a person. Seen by MEMBER_CONTACTs, ICT_MANAGERs and VENDOR_EDITORs of the organisation, and by staff.',
})
@Directive('@key(fields: "id")')
export class ApiKey extends Changeable implements Node {
  id!: string;

  @Field(() => Organisation, { description: 'Organisatie for which it acts.' }) organisation!: Ref<Organisation>;
  @Field({ description: 'Naam: which system has it.' }) name!: string;
  @Field({ description: 'Laatste tekens of the key, to recognise it by.' }) lastCharacters!: string;
  @Field(() => [ApiKeyScope], { description: 'Bereik: what it was made for.' }) scopes!: ApiKeyScope[];
  @Field(() => ApiKeyStatus, { description: 'Status at this moment.' }) status!: ApiKeyStatus;

  @Field(() => Person, {
    nullable: true,
    description: 'Aangemaakt door: who answers for it. Null after erasure, and when the viewer may not see the person.',
  })
  createdBy?: Ref<Person>;

  @Field(() => Date, { description: 'Verloopt op: from this moment on it no longer holds.' }) expiresAt!: Date;

  @Field(() => Date, { nullable: true, description: 'Laatst gebruikt, to the minute; null when it never was.' })
  lastUsedAt?: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'Ingetrokken op; null while it is not. In the future while a key that was replaced still works.',
  })
  revokedAt?: Date;

  @Field(() => Person, {
    nullable: true,
    description:
      'Ingetrokken of vervangen door. Null while it is not, after erasure, and when the viewer may not see the person.',
  })
  revokedBy?: Ref<Person>;

  @Field(() => ApiKey, {
    nullable: true,
    description: 'Vervangt: the key whose place it took; null when it took none.',
  })
  replaces?: Ref<ApiKey>;
}

export const ApiKeyConnection = connectionOf('ApiKey', () => ApiKey);
