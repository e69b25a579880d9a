import { asSql, type ComputedScope, dayOfMoment, type Row, type Sql, sql, today } from '@lokaal/shared/read';
import { knowsLearningOf } from '../certificate/certificate.reads.js';
import type { PersonEntity } from '../person/person.entity.js';

interface Learned {
  readonly id: Row<PersonEntity>['id'];
  readonly year: Sql;
  /** Whether the viewer may know what was learned on that day. */
  readonly knows: (day: Sql) => Sql;
}

/** What somebody attended that gives hours, as far as its certificate asks: those of the event, which a session has from its training. */
const attended = ({ id, year, knows }: Learned): Sql => sql`
  select r.id as registration_id, e.certificate_hours as hours, t.id as training_id, t.credits, coalesce(t.cyfun_categories, '{}') as categories
  from registration r join event e on e.id = r.event_id
    left join training_session s on s.event_id = e.id left join training t on t.id = s.training_id
  where r.person_id = ${id} and r.state = 'ATTENDED' and e.certificate_hours is not null
    and attended_enough(r.id, e.certificate_minimum_sessions)
    and (${year} is null or extract(year from e.starts_at at time zone 'Europe/Brussels') = ${year})
    and ${knows(dayOfMoment(sql`e.starts_at`))}`;

/**
 * Hours in a category of one event: all of them when its training has it, else the time of the attended sessions that have it.
 * Where both have it, the larger counts; sessions give no more hours than their event.
 */
const byEvent = sql`
  select category, max(hours) as hours from (
    select registration_id, category, hours from attended, unnest(categories) category
    union all
    select a.registration_id, category,
      least(max(a.hours), round(sum(extract(epoch from s.ends_at - s.starts_at)) / 3600, 2))
    from attended a join session_signup u on u.registration_id = a.registration_id and u.state = 'ATTENDED'
      join event_session s on s.id = u.session_id, unnest(s.cyfun_categories) category
    group by a.registration_id, category) found
  group by registration_id, category`;

const certificates = ({ id, year, knows }: Learned): Sql => sql`
  (select count(*) from certificate c where c.person_id = ${id} and c.revoked_at is null
    and (${year} is null or extract(year from c.starts_on) = ${year}) and ${knows(sql`c.starts_on`)})`;

/** The learning record of a person, of one year or of all, as far as the viewer may know it; null for who may know nothing. */
export function learningRecordOf({ id }: Row<PersonEntity>, scope: ComputedScope): Sql {
  const knows = (day: Sql): Sql => asSql(knowsLearningOf(scope.viewer, { personId: id, day }));
  const learned = { id, knows, year: scope.argument('year', 'integer') };
  return sql`case when ${knows(today)} then (
    with attended as (${attended(learned)})
    select jsonb_build_object('attended', count(*), 'hours', coalesce(sum(hours), 0),
      'credits', (select coalesce(sum(credits), 0) from (select distinct training_id, credits from attended) once),
      'certificates', ${certificates(learned)},
      'categories', (select coalesce(jsonb_agg(jsonb_build_object('category', category, 'hours', hours) order by category), '[]')
        from (select category, sum(hours) as hours from (${byEvent}) of_event group by category) learned))
    from attended) end`;
}
