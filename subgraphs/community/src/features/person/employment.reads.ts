import {
  allOf,
  anyOf,
  asSql,
  holdsToday,
  identifier,
  type ReadModel,
  readModel,
  type Sql,
  sql,
  today,
} from '@lokaal/shared/read';
import { knowledgeCircleReads } from '../knowledge-circle/knowledge-circle.reads.js';
import { organisationReads } from '../organisation/organisation.reads.js';
import { EmploymentEntity } from './employment.entity.js';
import { rolesThatKnow } from './colleague.reads.js';
import { isInDirectoryOf } from './member-directory.reads.js';
import { personReads } from './person.reads.js';

const kindOf = (organisationId: Sql): Sql => sql`(select kind from organisation where id = ${organisationId})`;

const territoryOf =
  (column: 'province' | 'reference_region') =>
  (organisationId: Sql): Sql =>
    sql`(select territory.${identifier(column)} from organisation as employer
      join municipality as territory on territory.id = employer.municipality_id where employer.id = ${organisationId})`;

const circleOf = (organisationId: Sql): Sql =>
  sql`(select circle_id from circle_membership as member where member.organisation_id = ${organisationId}
    and member.from_date <= ${today} and (member.to_date is null or member.to_date > ${today}))`;

/**
 * Own ones, those of people in the member directory for who belongs to the community, and all of an organisation for the
 * roles that know their colleagues.
 */
export const employmentReads: ReadModel<EmploymentEntity> = readModel(EmploymentEntity, {
  visible: (viewer, row) =>
    allOf(
      viewer.isSignedIn,
      anyOf(
        viewer.isStaff,
        row.personId.is(viewer.personId),
        row.organisationId.isAnyOf(viewer.organisations(...rolesThatKnow)),
        isInDirectoryOf(viewer, row.personId),
      ),
    ),
  one: {
    person: () => personReads.by('personId'),
    organisation: () => organisationReads.by('organisationId'),
  },
  computed: { active: ({ from, to }) => asSql(holdsToday(from, to)) },
  filter: ['organisationId', 'roles'],
  order: ['from'],
  facets: [
    { column: 'organisationId', derived: { name: 'organisationKind', description: 'Soort organisatie.', of: kindOf } },
    {
      column: 'organisationId',
      derived: { name: 'province', description: 'Provincie of the organisation.', of: territoryOf('province') },
    },
    {
      column: 'organisationId',
      derived: {
        name: 'referenceRegion',
        description: 'Referentieregio of the organisation.',
        of: territoryOf('reference_region'),
      },
    },
    {
      column: 'organisationId',
      derived: { name: 'circleId', description: 'Kenniskring of the organisation today.', of: circleOf },
      keysOf: () => knowledgeCircleReads,
    },
  ],
});

/** By name, for who sees the person as well: an order and a search tell of names. */
export const directoryReads: ReadModel<EmploymentEntity> = readModel(EmploymentEntity, {
  ...employmentReads.options,
  order: ['personName', 'from'],
  search: 'personName',
});
