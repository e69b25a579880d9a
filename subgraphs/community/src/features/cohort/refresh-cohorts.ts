import { dayOf } from '@lokaal/shared/config';
import { seededId } from '@lokaal/shared/seeding';
import { deriveCohorts, type ComparedAuthority, type DerivedCohort } from './derive-cohorts.js';

/** A pg client or pool, or a TypeORM manager: the one answers an object with rows, the other the rows. */
export interface Queryable {
  query(text: string, values?: unknown[]): Promise<unknown>;
}

const authoritiesOn = `
  select o.id as "organisationId", m.province, m.reference_region as "referenceRegion", m.population,
    c.id as "circleId", c.name as "circleName"
  from organisation o
  join municipality m on m.id = o.municipality_id
  left join circle_membership i on i.organisation_id = o.id
    and i.from_date <= $1::date and (i.to_date is null or i.to_date > $1::date)
  left join knowledge_circle c on c.id = i.circle_id
  where o.kind = 'MUNICIPALITY' and o.status = 'ACTIVE'
  order by o.id`;

// A row that stays as it was keeps its version, so that repeating this on each start writes nothing.
const upsertCohorts = `
  insert into cohort (id, family, source, label, comparable)
  select id, family, source, label, comparable from json_populate_recordset(null::cohort, $1)
  on conflict (family, source) do update
    set label = excluded.label, comparable = excluded.comparable, updated_at = now(), version = cohort.version + 1
    where (cohort.label, cohort.comparable) is distinct from (excluded.label, excluded.comparable)`;

const deleteOthers = `
  delete from cohort where (family, source) not in (select family, source from json_populate_recordset(null::cohort, $1))`;

const members = `(
  select c.id as cohort_id, unnest(r."organisationIds") as organisation_id
  from json_to_recordset($1) as r(family text, source text, "organisationIds" text[])
  join cohort c using (family, source))`;

const deleteMembers = `delete from cohort_member where (cohort_id, organisation_id) not in ${members}`;

const insertMembers = `
  insert into cohort_member (cohort_id, organisation_id)
  select cohort_id, organisation_id from ${members} as m on conflict do nothing`;

/**
 * Derives all cohorts (vergelijkingsgroepen) from the tables: circles as they are on a day, reference regions where
 * known, provinces, population classes and all of Flanders. Members are active municipalities, each in at most one
 * group of a family. To be called in the transaction that changed territory, circles or memberships.
 */
export async function refreshCohorts(db: Queryable, on: Date): Promise<readonly DerivedCohort[]> {
  // of two changes at once, the later one counts with what the first one wrote
  await db.query(`select pg_advisory_xact_lock(hashtextextended('lokaal:cohorts', 0))`);
  const day = dayOf(on);
  const cohorts = deriveCohorts(rowsOf(await db.query(authoritiesOn, [day])) as ComparedAuthority[]);
  const rows = JSON.stringify(
    cohorts.map((cohort) => ({ ...cohort, id: seededId('cohort', `${cohort.family}:${cohort.source}`) })),
  );
  for (const statement of [deleteOthers, upsertCohorts, deleteMembers, insertMembers]) {
    await db.query(statement, [rows]);
  }
  return cohorts;
}

const rowsOf = (result: unknown): unknown[] =>
  Array.isArray(result) ? result : (result as { readonly rows: unknown[] }).rows;
