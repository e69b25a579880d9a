/**
 * SQL of what somebody has to follow before a session of a training, and did not: a column `title`. An event that is no session
 * of a training asks nothing. Both arguments are SQL, such as $1.
 */
export const missingPrerequisites = (eventId: string, personId: string): string => `
  select earlier.title from training_session s join training_prerequisite p on p.training_id = s.training_id
    join training earlier on earlier.id = p.prerequisite_id
  where s.event_id = ${eventId} and not has_followed(${personId}, earlier.id)
  order by earlier.title`;
