import { dayOf } from '@lokaal/shared/config';
import type { EventTurn } from '../event/event-follower.js';

/**
 * Who hears of a meeting of a circle, each once: its coordinators, and of its member authorities of today the contact persons, the
 * ICT managers and whoever was at a meeting before. Not who has a registration, or had one: they are told as registrants.
 */
const statement = `select id from person where id is distinct from $3
    and not exists (select from registration own where own.event_id = $2 and own.person_id = person.id)
    and (id in (select coordinators_of($1, $5))
      or id in (select person_id from employment job join circle_membership member using (organisation_id)
        where member.circle_id = $1 and member.from_date <= $4 and (member.to_date is null or member.to_date > $4)
          and job.from_date <= $4 and (job.to_date is null or job.to_date > $4)
          and (job.roles && '{MEMBER_CONTACT,ICT_MANAGER}' or exists (
            select from registration came join event before on before.id = came.event_id
            where came.person_id = job.person_id and came.state = 'ATTENDED' and before.circle_id = $1))))
  order by id`;

/** People of the circle that meets, by id, but for who does it. */
export async function circlePeople({ tx, event, now, byId }: EventTurn): Promise<string[]> {
  const asked = [event.circleId, event.id, byId ?? null, dayOf(now), now];
  return (await tx.query<{ id: string }[]>(statement, asked)).map(({ id }) => id);
}
