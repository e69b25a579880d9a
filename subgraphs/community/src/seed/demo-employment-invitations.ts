import { demoAccounts } from '@lokaal/shared/demo';
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

/** Longer than a real one, so that whoever looks around later finds it open. */
const open = { created_at: '2026-09-28T07:00:00Z', expires_at: '2027-12-31T22:00:00Z' };
const past = { created_at: '2026-08-17T07:00:00Z', expires_at: '2026-08-31T07:00:00Z' };
const answers: readonly SeedRow[] = [
  { ...open, decision: null, decided_at: null },
  { ...open, decision: null, decided_at: null },
  { ...past, decision: 'DECLINED', decided_at: '2026-08-19T09:00:00Z' },
];

/** The DPO is asked by three: two wait for an answer, one got a no. */
export async function seedEmploymentInvitations(client: SqlClient) {
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
