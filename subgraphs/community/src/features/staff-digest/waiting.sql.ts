/** For what staff are needed: to decide, or because nobody keeps it any more, by whichever way that came. */
export type WaitingKind =
  'membership' | 'mentorshipRequest' | 'mentorshipOffer' | 'focusProject' | 'circle' | 'organisation' | 'thinkTank';

const live = `state in ('PROPOSED', 'ACTIVE')`;

/** Each with its id, and a name by which staff know it; $1 is the moment, of which the day is "today". */
const queries: Readonly<Record<WaitingKind, string>> = {
  membership: `select id, holder_name as name from membership where decision is null`,
  mentorshipRequest: `select asked.id, legal_name from mentorship_request asked join organisation o on o.id = organisation_id
    where open and person_id is not null
      and not exists (select from mentorship where request_id = asked.id and ${live})`,
  mentorshipOffer: `select offered.id, legal_name from mentorship_offer offered join organisation o on o.id = organisation_id
    where open and person_id is not null
      and not exists (select from mentorship where offer_id = offered.id and ${live})`,
  focusProject: `select id, title from focus_project where status = 'PROPOSED'`,
  circle: `select id, name from knowledge_circle where founded_on <= today and (ended_on is null or ended_on > today)
      and not exists (select coordinators_of(knowledge_circle.id, $1))`,
  // who never had one is no news
  organisation: `select id, legal_name from organisation where status = 'ACTIVE' and contact_left_at is not null
      and not exists (select from employment where organisation_id = organisation.id and 'MEMBER_CONTACT' = any (roles)
        and (to_date is null or to_date > today))`,
  thinkTank: `select id, name from think_tank where exists (select from think_tank_member where think_tank_id = think_tank.id and chairs)
      and not exists (select from think_tank_member where think_tank_id = think_tank.id and chairs and person_id is not null
        and (to_date is null or to_date > today))`,
};

const all = Object.entries(queries)
  .map(([kind, query]) => `select '${kind}' as kind, found.id, found.name from (${query}) as found (id, name)`)
  .join(' union all ');

/** To be put before a statement that asks "waiting". */
export const waiting = `with day as (select ($1::timestamptz at time zone 'Europe/Brussels')::date as today),
  waiting as (select every.* from day, lateral (${all}) as every)`;
