import type { EntityManager } from 'typeorm';
import type { MentorshipOfferEntity } from './mentorship.entity.js';

export type Side = Pick<MentorshipOfferEntity, 'personId' | 'organisationId'>;

// what merged goes on in its successor, for which its people work
const statement = `select from employment join organisation on organisation.id = organisation_id
  where person_id = $1 and $2 = any (organisation.id || predecessor_ids)
    and from_date <= $3 and (to_date is null or to_date > $3)`;

/** Whether the person of an offer or a request works on a day for the organisation in whose name it was made. */
export async function worksThere(tx: EntityManager, { personId, organisationId }: Side, day: string): Promise<boolean> {
  return (await tx.query<unknown[]>(statement, [personId, organisationId, day])).length > 0;
}
