import { demoAccounts, demoSeed, dice } from '@lokaal/shared/demo';
import { insertRows, seededId, type SeedRow, type SqlClient } from '@lokaal/shared/seeding';

interface PrivateSession {
  readonly id: string;
  readonly places: number;
  readonly since: Date;
}

const privateSessions = `
  select s.id, s.capacity as places, coalesce(e.published_at, e.created_at) as since from event_session s
    join track t on t.id = s.track_id join event e on e.id = s.event_id where t.kind = 'PRIVATE' order by s.id`;

const peopleWithRole = `
  select distinct person_id as id from employment join organisation on organisation.id = organisation_id
  where kind = $1 and roles @> array[$2] and to_date is null order by person_id`;

/** Of the companies two in three of the places; beside them a few ICT managers. */
const partOfCompanies = 2 / 3;
const managersInvited = 4;

/** Companies meet each other and those who lead ICT; the DPO who is shown is invited too, so that there is something to see. */
export async function seedSessionInvitations(client: SqlClient): Promise<number> {
  const idsOf = async (kind: string, role: string) =>
    (await client.query(peopleWithRole, [kind, role])).rows.map(({ id }) => String(id));
  const companies = await idsOf('COMPANY', 'MEMBER_CONTACT');
  const managers = await idsOf('MUNICIPALITY', 'ICT_MANAGER');
  const sessions = (await client.query(privateSessions)).rows as unknown as PrivateSession[];
  const rows = sessions.flatMap(({ id, places, since }): SeedRow[] => {
    const by = dice(demoSeed, 'invited', id);
    const partners = by.some(companies, Math.floor(places * partOfCompanies));
    return [demoAccounts[0]!.personId, ...partners, ...by.some(managers, managersInvited)].map((personId) => ({
      id: seededId('invitation', `${id}:${personId}`),
      session_id: id,
      person_id: personId,
      created_at: since,
    }));
  });
  return insertRows(client, 'session_invitation', rows);
}
