import { type Among, allOf, exists, holdsToday, not, sql } from '@lokaal/shared/read';
import { ArgsType, Field } from 'type-graphql';
import { Province } from '../municipality/municipality.enums.js';
import type { OrganisationEntity } from '../organisation/organisation.entity.js';
import { OrganisationKind } from '../organisation/organisation.enums.js';
import { circleMembershipReads } from './circle-membership.reads.js';

@ArgsType()
export class AuthoritiesWithoutCircleArguments {
  @Field(() => [OrganisationKind], {
    defaultValue: [OrganisationKind.MUNICIPALITY],
    description: 'Soorten organisatie to look at.',
  })
  kinds!: OrganisationKind[];

  @Field(() => Province, { nullable: true, description: 'Provincie in which they lie.' })
  province?: Province | null;

  @Field(() => String, { nullable: true, description: 'Referentieregio in which they lie.' })
  referenceRegion?: string | null;
}

/** Authorities of today that are in no circle today. */
export const withoutCircle: Among<OrganisationEntity> = (
  _viewer,
  { id, kind, status, municipalityId },
  { argument },
) => {
  const [province, region] = [argument('province', 'text'), argument('referenceRegion', 'text')];
  const isMember = exists(circleMembershipReads, id, (one) =>
    allOf(one.organisationId.is(id), holdsToday(one.from, one.to)),
  );
  return allOf(
    status.is('ACTIVE'),
    kind.isAnyOf(argument('kinds', 'text[]')),
    not(isMember),
    sql`((${province} is null and ${region} is null) or exists (select from municipality as territory
      where territory.id = ${municipalityId} and (${province} is null or territory.province = ${province})
        and (${region} is null or territory.reference_region = ${region})))`,
  );
};
