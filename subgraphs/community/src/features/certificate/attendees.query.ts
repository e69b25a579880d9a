import type { Language } from '../person/language.js';
import type { EventTurn } from '../event/event-follower.js';
import type { Attendance } from './certificate.policy.js';

export interface Attendee extends Attendance {
  readonly registrationId: string;
  readonly personId: string;
  readonly name: string;
  readonly language: Language;
}

// who was erased gets none any more
const attendees = `
  select r.id as "registrationId", p.id as "personId", p.name, p.language,
    attended_enough(r.id, e.certificate_minimum_sessions) as "attendedEnough",
    case when bool_or(c.revoked_at is null and c.id is not null) then 'VALID'
      when count(c.id) > 0 then 'REVOKED' else 'NONE' end as earlier
  from registration r join event e on e.id = r.event_id join person p on p.id = r.person_id
    left join certificate c on c.registration_id = r.id
  where r.event_id = $1 and r.state = 'ATTENDED' and ($2::text[] is null or r.id = any ($2))
  group by r.id, e.id, p.id order by r.id`;

/** Who attended the event, or those of the registrations that are named. */
export const attendeesOf = ({ tx, event }: EventTurn, registrationIds: readonly string[] | null): Promise<Attendee[]> =>
  tx.query<Attendee[]>(attendees, [event.id, registrationIds]);

interface Subject {
  readonly title: string;
  readonly trainingId: string | null;
}

/** What a certificate is for: the training that the event is a session of, else the event itself. */
export async function titleOf({ tx, event }: EventTurn): Promise<Subject> {
  const [training] = await tx.query<{ id: string; title: string }[]>(
    'select t.id, t.title from training_session s join training t on t.id = s.training_id where s.event_id = $1',
    [event.id],
  );
  return { title: training?.title ?? event.title, trainingId: training?.id ?? null };
}
