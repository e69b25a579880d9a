import {
  allOf,
  anyOf,
  asSql,
  type Condition,
  constant,
  now,
  type ReadModel,
  readModel,
  type Row,
  type Sql,
  sql,
  today,
} from '@lokaal/shared/read';
import { organisationReads } from '../organisation/organisation.reads.js';
import { personReads } from '../person/person.reads.js';
import { ApiKeyEntity } from './api-key.entity.js';
import { givingRoles, keeperRoles } from './api-key.roles.js';

const givesOneOf = (scopes: Sql, roles: Sql): Condition =>
  anyOf(
    ...Object.entries(givingRoles).map(([scope, giving]) =>
      allOf(sql`${constant(scope)} = any (${scopes})`, sql`${roles} && ${constant(`{${giving.join()}}`)}::text[]`),
    ),
  );

/** Whether who made it still has a role that gives one of its scopes: what `viewerOfKey` asks at each use. */
const isKept = ({ createdById, organisationId, scopes }: Row<ApiKeyEntity>): Sql =>
  sql`exists (select from employment as made join organisation as whose on whose.id = made.organisation_id
    where made.person_id = ${createdById} and made.organisation_id = ${organisationId} and whose.status = 'ACTIVE'
      and made.from_date <= ${today} and coalesce(made.to_date > ${today}, true)
      and ${asSql(givesOneOf(scopes, sql`made.roles`))})`;

/** Keys are the business of who looks after them at their organisation, and of staff. */
export const apiKeyReads: ReadModel<ApiKeyEntity> = readModel(ApiKeyEntity, {
  visible: (viewer, row) =>
    allOf(viewer.isSignedIn, anyOf(viewer.isStaff, row.organisationId.isAnyOf(viewer.organisations(...keeperRoles)))),
  one: {
    organisation: () => organisationReads.by('organisationId'),
    createdBy: () => personReads.by('createdById'),
    revokedBy: () => personReads.by('revokedById'),
    replaces: () => apiKeyReads.by('replacesId'),
  },
  computed: {
    status: (row) => sql`case
      when ${row.revokedAt} <= ${now} then 'REVOKED'
      when ${row.expiresAt} <= ${now} then 'EXPIRED'
      when not ${isKept(row)} then 'SUSPENDED'
      else 'ACTIVE' end`,
  },
  filter: ['organisationId', 'scopes', 'expiresAt', 'lastUsedAt', 'revokedAt'],
  order: ['createdAt', 'expiresAt', 'name'],
  latestFirst: true,
});
