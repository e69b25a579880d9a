import {
  type Among,
  allOf,
  anyOf,
  type Condition,
  exists,
  holdsToday,
  readable,
  type Row,
  sql,
  today,
} from '@lokaal/shared/read';
import { ArgsType, Field, ID } from 'type-graphql';
import { Province } from '../municipality/municipality.enums.js';
import { OrganisationKind } from '../organisation/organisation.enums.js';
import type { EmploymentEntity } from './employment.entity.js';
import { EmploymentRole } from './employment.enums.js';
import { employmentReads } from './employment.reads.js';
import type { PersonEntity } from './person.entity.js';
import { personReads } from './person.reads.js';

@ArgsType()
export class DirectoryArguments {
  @Field(() => ID, { nullable: true, description: 'Organisatie for which they work today.' })
  organisationId?: string | null;

  @Field(() => [EmploymentRole], { nullable: true, description: 'Rollen, any of which they have there.' })
  roles?: EmploymentRole[] | null;

  @Field(() => ID, { nullable: true, description: 'Kenniskring in which that organisation is today.' })
  circleId?: string | null;

  @Field(() => [OrganisationKind], { nullable: true, description: 'Soorten, of one of which that organisation is.' })
  organisationKinds?: OrganisationKind[] | null;

  @Field(() => String, { nullable: true, description: 'Referentieregio in which that organisation lies.' })
  referenceRegion?: string | null;

  @Field(() => Province, { nullable: true, description: 'Provincie in which that organisation lies.' })
  province?: Province | null;
}

@ArgsType()
export class DirectoryEntryArguments extends DirectoryArguments {
  @Field(() => String, {
    nullable: true,
    description:
      'Zoektekst in the name of the person, the function, the role and the name of the organisation; typing errors are forgiven. Best match first unless orderBy says otherwise.',
  })
  search?: string | null;
}

type Arguments = Parameters<Among<EmploymentEntity>>[2];

/** What is asked of one employment of today; null asks nothing. */
function isAsked({ organisationId, roles, from, to }: Row<EmploymentEntity>, { argument }: Arguments): Condition {
  const asked = {
    organisation: argument('organisationId', 'text'),
    roles: argument('roles', 'text[]'),
    circle: argument('circleId', 'text'),
    kinds: argument('organisationKinds', 'text[]'),
    region: argument('referenceRegion', 'text'),
    province: argument('province', 'text'),
  };
  return allOf(
    holdsToday(from, to),
    sql`(${asked.organisation} is null or ${organisationId} = ${asked.organisation})`,
    sql`(${asked.roles} is null or ${roles} && ${asked.roles})`,
    sql`(${asked.circle} is null or exists (select from circle_membership as member
      where member.organisation_id = ${organisationId} and member.circle_id = ${asked.circle}
        and member.from_date <= ${today} and (member.to_date is null or member.to_date > ${today})))`,
    sql`(${asked.kinds} is null or exists (select from organisation as employer
      where employer.id = ${organisationId} and employer.kind = any (${asked.kinds})))`,
    sql`((${asked.region} is null and ${asked.province} is null) or exists (select from organisation as employer
      join municipality as territory on territory.id = employer.municipality_id
      where employer.id = ${organisationId} and (${asked.region} is null or territory.reference_region = ${asked.region})
        and (${asked.province} is null or territory.province = ${asked.province})))`,
  );
}

/** People with a job of today that is asked for and that the viewer may see; all people when nothing is asked. */
export const askedPeople: Among<PersonEntity> = (viewer, person, scope) => {
  const names = [
    ['organisationId', 'text'],
    ['roles', 'text[]'],
    ['circleId', 'text'],
    ['organisationKinds', 'text[]'],
    ['referenceRegion', 'text'],
    ['province', 'text'],
  ] as const;
  const nothing = allOf(...names.map(([name, type]) => sql`${scope.argument(name, type)} is null`));
  const some = exists(employmentReads, person.id, (one) =>
    allOf(one.personId.is(person.id), employmentReads.options.visible(viewer, one), isAsked(one, scope)),
  );
  return anyOf(nothing, some);
};

export const askedEmployments: Among<EmploymentEntity> = (viewer, row, scope) =>
  allOf(readable(viewer, personReads, row.personId), isAsked(row, scope));
