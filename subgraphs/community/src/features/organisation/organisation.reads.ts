import { everyone, type ReadModel, readModel, sql } from '@lokaal/shared/read';
import { apiKeyReads } from '../api-key/api-key.reads.js';
import { isInCohort } from '../cohort/cohort-member.reads.js';
import { cohortReads } from '../cohort/cohort.reads.js';
import { employmentInvitationReads } from '../employment-invitation/employment-invitation.reads.js';
import { isMemberToday } from '../knowledge-circle/circle-membership.reads.js';
import { knowledgeCircleReads } from '../knowledge-circle/knowledge-circle.reads.js';
import { memberAs } from '../membership/members-today.reads.js';
import { membershipReads } from '../membership/membership.reads.js';
import { municipalityReads } from '../municipality/municipality.reads.js';
import { employmentReads } from '../person/employment.reads.js';
import { OrganisationEntity } from './organisation.entity.js';

/** Organisations are facts of public registers: everybody sees them. */
export const organisationReads: ReadModel<OrganisationEntity> = readModel(OrganisationEntity, {
  visible: () => everyone,
  one: {
    municipality: () => municipalityReads.by('municipalityId'),
    parent: () => organisationReads.by('parentId'),
    mergedInto: () => organisationReads.by('mergedIntoId'),
    knowledgeCircle: () =>
      knowledgeCircleReads.one<OrganisationEntity>((circle, organisation) => isMemberToday(organisation.id, circle.id)),
  },
  many: {
    apiKeys: () => apiKeyReads.where('organisationId'),
    children: () => organisationReads.where('parentId'),
    predecessors: () => organisationReads.where('mergedIntoId'),
    cohorts: () =>
      cohortReads.where<OrganisationEntity>((cohort, organisation) => isInCohort(organisation.id, cohort.id)),
    employments: () => employmentReads.where('organisationId'),
    employmentInvitations: () => employmentInvitationReads.where('organisationId'),
    memberships: () => membershipReads.where('organisationId'),
  },
  computed: {
    memberAs: ({ id }) => memberAs(id),
    address: ({
      street,
      postalCode,
      locality,
    }) => sql`case when coalesce(${street}, ${postalCode}, ${locality}) is not null
      then jsonb_build_object('street', ${street}, 'postalCode', ${postalCode}, 'locality', ${locality}) end`,
  },
  filter: ['legalName', 'kind', 'status', 'enterpriseNumber', 'ovoCode', 'municipalityId', 'parentId', 'mergedIntoId'],
  order: ['legalName'],
  search: 'legalName',
  // OCMW, AGB, police and rescue zones have the municipality's name in theirs
  searchFirst: (_viewer, { kind }) => kind.is('MUNICIPALITY'),
});
