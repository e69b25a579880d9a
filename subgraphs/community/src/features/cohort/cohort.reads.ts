import { everyone, type ReadModel, readModel, sql } from '@lokaal/shared/read';
import { organisationReads } from '../organisation/organisation.reads.js';
import { isInCohort } from './cohort-member.reads.js';
import { CohortEntity } from './cohort.entity.js';

/** Who belongs together is no secret; the figures of a group are guarded where they are. */
export const cohortReads: ReadModel<CohortEntity> = readModel(CohortEntity, {
  visible: () => everyone,
  many: {
    organisations: () =>
      organisationReads.where<CohortEntity>((organisation, cohort) => isInCohort(organisation.id, cohort.id)),
  },
  computed: {
    size: ({ id }) => sql`(select count(*) from cohort_member as m where m.cohort_id = ${id})`,
    authorityIds: ({ id }) =>
      sql`array(select m.organisation_id from cohort_member as m where m.cohort_id = ${id} order by 1)`,
    overlapping: ({ id }) => sql`array(
      select string_agg(o.organisation_id, ' ') from cohort_member as o
      where o.cohort_id <> ${id} and o.cohort_id in (
        select s.cohort_id from cohort_member as s join cohort_member as m using (organisation_id) where m.cohort_id = ${id})
      group by o.cohort_id)`,
  },
  filter: ['family', 'comparable'],
  order: ['label'],
  facets: [],
});
