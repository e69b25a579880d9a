import { addDays, demoAccounts } from '@lokaal/shared/demo';
import { insertRows, seededId, type SeedRow, type SqlClient } from '@lokaal/shared/seeding';

interface Inviter {
  readonly person_id: string;
  readonly organisation_id: string;
}

const invitingKinds = ['INTERMUNICIPAL', 'POLICE_ZONE', 'RESCUE_ZONE'];

/** Contact persons of organisations at which none of the shown accounts works. */
const inviters = `
  select distinct on (kind) person_id, organisation_id from employment
    join organisation on organisation.id = organisation_id
    where roles @> '{MEMBER_CONTACT}' and kind = any ($1) and organisation.status = 'ACTIVE' and to_date is null
    order by kind, organisation_id, person_id`;

const at = (day: string): string => `${day}T07:00:00Z`;

/** Open ones last longer than real ones, so that whoever looks around later finds them open. */
function answersBy(lastDay: string): readonly SeedRow[] {
  const open = { created_at: at(addDays(lastDay, -2)), expires_at: at(addDays(lastDay, 450)) };
  const past = { created_at: at(addDays(lastDay, -44)), expires_at: at(addDays(lastDay, -30)) };
  return [
    { ...open, decision: null, decided_at: null },
    { ...open, decision: null, decided_at: null },
    { ...past, decision: 'DECLINED', decided_at: at(addDays(lastDay, -42)) },
  ];
}

/** The DPO is asked by three: two wait for an answer, one got a no. */
export async function seedEmploymentInvitations(client: SqlClient, lastDay: string) {
  const answers = answersBy(lastDay);
  const [{ email } = { email: '' }] = demoAccounts;
  const { rows } = await client.query(inviters, [invitingKinds]);
  const invitations = (rows as unknown as Inviter[]).map((by, index): SeedRow => ({
    id: seededId('employmentinvitation', by.organisation_id),
    organisation_id: by.organisation_id,
    email,
    function_title: 'Adviseur gegevensbescherming (demonstratie)',
    roles: ['READER'],
    invited_by_id: by.person_id,
    ...answers[index],
  }));
  return { employment_invitation: await insertRows(client, 'employment_invitation', invitations) };
}
