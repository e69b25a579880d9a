import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';

interface Ending {
  readonly organisationIds: readonly string[];
  /** First day on which they no longer exist. */
  readonly on: string;
}

interface Going {
  readonly project: string;
  readonly from: string;
  readonly to: string | null;
}

/** Of authorities that end: they take part until that day, and what would begin later never was. */
export async function endParticipations(tx: EntityManager, { organisationIds, on }: Ending): Promise<void> {
  const values = [organisationIds, on];
  await tx.query('delete from project_participation where organisation_id = any($1) and from_date >= $2', values);
  await tx.query(
    `update project_participation set to_date = $2, version = version + 1, updated_at = now()
      where organisation_id = any($1) and (to_date is null or to_date > $2)`,
    values,
  );
}

/** Of authorities that merge: their heir takes part from the day on in each project in which one of them would, once. */
export async function passOnParticipations(tx: EntityManager, ending: Ending & { readonly heirId: string }) {
  const { organisationIds, heirId, on } = ending;
  const going = await tx.query<Going[]>(
    `select project_id as project, greatest(min(from_date), $2::date)::text as from,
        case when bool_and(to_date is not null) then max(to_date) end::text as to
      from project_participation as one join project on project.id = project_id
      where organisation_id = any($1) and (to_date is null or to_date > $2) and (ended_on is null or ended_on > $2)
        and not exists (select from project_participation as own where own.project_id = one.project_id
          and own.organisation_id = $3 and (own.to_date is null or own.to_date > $2))
      group by project_id`,
    [organisationIds, on, heirId],
  );
  for (const { project, from, to } of going)
    await tx.query(
      `insert into project_participation (id, project_id, organisation_id, from_date, to_date) values ($1, $2, $3, $4, $5)`,
      [newId('participation'), project, heirId, from, to],
    );
  await endParticipations(tx, ending);
}
