import { cohortColumns, type CohortKey, unlessVendor, usualMinimum } from '@lokaal/shared/cohort';
import {
  constant,
  allOf,
  anyOf,
  asSql,
  auditKey,
  type ColumnRef,
  type ComputedScope,
  type Condition,
  exists,
  identifier,
  known,
  param,
  type ReadModel,
  type Row,
  type Sql,
  sql,
  stubModel,
} from '@lokaal/shared/read';
import { frameworkReads } from '../features/framework/framework.reads.js';
import type { MaturityMeasurementEntity } from '../features/maturity-measurement/maturity-measurement.entity.js';
import { isCounted, maturityMeasurementReads } from '../features/maturity-measurement/maturity-measurement.reads.js';

/** Whoever sees their own figure beside a group's must not be able to take it out and find fewer than the minimum. */
const usualMinimumBesideOwn = 6;

/** A group of authorities: other authorities' figures come out of one guarded function of the database, and nowhere else. */
export const cohortReads = (minimum = usualMinimum): ReadModel<CohortKey> =>
  stubModel<CohortKey>('Cohort', cohortColumns, {
    computed: {
      maturity: (cohort, scope) =>
        unlessVendor(scope, aggregate(cohort, scope, { minimum, categories: categoriesFor(scope) })),
      ownMaturity: (cohort, scope) => ownMaturity(cohort, scope, minimum),
    },
  });

const argumentsOf = (scope: ComputedScope) => ({
  ref: scope.argument('ref', 'text'),
  edition: scope.argument('edition', 'text'),
  level: scope.argument('level', 'text'),
});

/** Categories are for local authorities and staff; everybody else gets the total only. They take most of the time. */
const categoriesFor = ({ viewer, selects }: ComputedScope): Condition =>
  allOf(known(selects('categories')), anyOf(viewer.isStaff, viewer.isOfLocalAuthority));

interface Asked {
  /** Authorities that take part, at least. */
  readonly minimum: number;
  /** Whether categories are worked out too. */
  readonly categories: Condition;
}

function aggregate(cohort: Row<CohortKey>, scope: ComputedScope, { minimum, categories }: Asked): Sql {
  const { authorityIds, overlapping, comparable } = cohort;
  const { ref, edition, level } = argumentsOf(scope);
  const least = param('integer', () => minimum);
  return sql`cohort_maturity(${authorityIds}, ${overlapping}, ${comparable}, ${ref}, ${edition}, ${level}, ${least},
    ${asSql(categories)})`;
}

function ownMaturity(cohort: Row<CohortKey>, scope: ComputedScope, minimum: number): Sql {
  const own = scope.viewer.authorities();
  if (own.certainlyEmpty) return sql`null::jsonb`;
  scope.reads(maturityMeasurementReads as never);
  const measurement = maturityMeasurementReads.row('own');
  const least = param('integer', () => Math.max(minimum + 1, usualMinimumBesideOwn));
  const found = sql`select ${resultOf(measurement)} as "value"
    from ${identifier('maturity_measurement')} ${identifier('own')} where ${asSql(isOwn(cohort, measurement, scope))}
    order by ${measurement.measuredOn} desc, ${measurement.id} desc limit 1`;
  const group = aggregate(cohort, scope, { minimum, categories: 'never' });
  return sql`case when (${group} ->> 'n')::integer >= ${least} then (${found}) end`;
}

function isOwn({ authorityIds }: Row<CohortKey>, measurement: Row<MaturityMeasurementEntity>, scope: ComputedScope) {
  const { ref, edition, level } = argumentsOf(scope);
  return allOf(
    maturityMeasurementReads.options.visible(scope.viewer, measurement),
    measurement.authorityId.isAnyOf(authorityIds),
    isCounted(measurement),
    isOfFramework(measurement.frameworkId, ref, edition),
    sql`(${level} is null or ${measurement.targetLevel} = ${level})`,
  );
}

const isOfFramework = (frameworkId: ColumnRef, ref: Sql, edition: Sql): Condition =>
  exists(frameworkReads, frameworkId, (row) => allOf(row.id.is(frameworkId), row.ref.is(ref), row.edition.is(edition)));

/** The field's value, and under the audit key the measurement that was read for it. */
function resultOf({
  id,
  measuredOn,
  targetLevel,
  workbookResult,
  publishedResult,
}: Row<MaturityMeasurementEntity>): Sql {
  const result = sql`coalesce(${workbookResult}, ${publishedResult})`;
  return sql`jsonb_build_object(${constant(auditKey)}, ${id}, 'measuredOn', ${measuredOn}, 'targetLevel', ${targetLevel},
    'total', ${result} -> 'total', 'categories', ${result} -> 'categories')`;
}
