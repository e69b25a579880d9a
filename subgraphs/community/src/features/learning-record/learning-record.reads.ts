import { asSql, type ComputedScope, type Row, type Sql, sql } from '@lokaal/shared/read';
import { knowsLearningOf } from '../certificate/certificate.reads.js';
import type { PersonEntity } from '../person/person.entity.js';

/** What somebody attended that gives hours: those of the event, which a session has from its training. */
const attended = (personId: Sql, year: Sql): Sql => sql`
  select e.certificate_hours as hours, t.id as training_id, t.credits, coalesce(t.cyfun_categories, '{}') as categories
  from registration r join event e on e.id = r.event_id
    left join training_session s on s.event_id = e.id left join training t on t.id = s.training_id
  where r.person_id = ${personId} and r.state = 'ATTENDED' and e.certificate_hours is not null
    and (${year} is null or extract(year from e.starts_at at time zone 'Europe/Brussels') = ${year})`;

const certificates = (personId: Sql, year: Sql): Sql => sql`
  (select count(*) from certificate c where c.person_id = ${personId} and c.revoked_at is null
    and (${year} is null or extract(year from c.starts_on) = ${year}))`;

/** The learning record of a person, of one year or of all; null for who may not know it. */
export function learningRecordOf({ id }: Row<PersonEntity>, scope: ComputedScope): Sql {
  const year = scope.argument('year', 'integer');
  const personId = sql`${id}`;
  return sql`case when ${asSql(knowsLearningOf(scope.viewer, id))} then (
    with attended as (${attended(personId, year)})
    select jsonb_build_object('attended', count(*), 'hours', coalesce(sum(hours), 0),
      'credits', (select coalesce(sum(credits), 0) from (select distinct training_id, credits from attended) once),
      'certificates', ${certificates(personId, year)},
      'categories', (select coalesce(jsonb_agg(jsonb_build_object('category', category, 'hours', hours) order by category), '[]')
        from (select category, sum(hours) as hours from attended, unnest(categories) category group by category) learned))
    from attended) end`;
}
