import { allOf, type ColumnRef, type Condition, exists, nobody, type ReadModel, readModel } from '@lokaal/shared/read';
import { CohortMemberEntity } from './cohort.entity.js';

/** A link only: no field publishes its rows. */
const cohortMemberReads: ReadModel<CohortMemberEntity> = readModel(CohortMemberEntity, { visible: () => nobody });

export const isInCohort = (organisationId: ColumnRef, cohortId: ColumnRef): Condition =>
  exists(cohortMemberReads, cohortId, (member) =>
    allOf(member.cohortId.is(cohortId), member.organisationId.is(organisationId)),
  );
