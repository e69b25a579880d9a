import { badInput } from '@lokaal/shared/errors';
import { KboNumber } from '@lokaal/shared/graphql';
import { ArgsType, Field, ID } from 'type-graphql';

@ArgsType()
export class OrganisationKey {
  @Field(() => ID, { nullable: true, description: 'Identificatie of the organisation.' })
  id?: string | null;

  @Field(() => KboNumber, { nullable: true, description: 'Ondernemingsnummer of the organisation.' })
  enterpriseNumber?: string | null;
}

/** The keys that were given, all of which must fit. Throws BAD_USER_INPUT when there is none. */
export function givenKeys({ id, enterpriseNumber }: OrganisationKey): { id?: string; enterpriseNumber?: string } {
  if (id == null && enterpriseNumber == null) throw badInput('Give an id or an enterpriseNumber.', ['id']);
  return { ...(id != null && { id }), ...(enterpriseNumber != null && { enterpriseNumber }) };
}
