import type { Row } from '../given.js';
import { active, GivenMembership, term } from '../given-membership.js';
import type { NamedRows } from './named-rows.js';
import type { People } from './viewers.js';

export async function addMemberships(world: NamedRows, { owner }: People): Promise<void> {
  const given = new GivenMembership(world.on);
  const [town, elsewhere, company] = ['town', 'elsewhere', 'company'].map((name) => world.row(name)) as never[];
  const employed = { ...active, employer_id: world.row('town').id };
  const own = await world.add('Membership effective', given.effectiveApproved(owner, employed));
  await world.add('Membership acceded', given.accededApproved(town!));
  await given.accededApproved(elsewhere!);
  await world.add('Membership company', given.companyApproved(company!));
  const refused = {
    decision: 'REJECTED',
    decided_at: '2024-02-01T09:00:00Z',
    rejection_reason: 'Werkt er niet meer.',
  };
  const former = { employer_id: world.row('town').id, ...refused };
  await world.add('Membership rejected', given.effective(owner, former));
  const year = term('2020-01-01', '2021-01-01', '2021-04-01');
  const gone = { ...year, cancelled_on: '2020-06-01', cancellation_reason: 'Verhuisd.' };
  await world.add(
    'Membership given up',
    given.effectiveApproved(owner, { ...gone, employer_id: world.row('town').id }),
  );
  const [file] = await world.on.sql<Row>('select id from stored_file where attached_to_id = $1', [
    world.row('Membership acceded').id,
  ]);
  await world.add('StoredFile accession document', file!);
  await given.fees('EFFECTIVE', 2026, [25_000, 2_500]);
  const [fee] = await world.on.sql<Row>('select id from membership_fee limit 1');
  await world.add('MembershipFee', fee!);
  const benefit = { type: 'EFFECTIVE', from_year: 2020, title: 'Korting', position: 1 };
  await world.insert('MembershipBenefit', 'membership_benefit', benefit);
  const years = { from_date: '2024-01-15', to_date: '2025-01-15', fee_cents: 25_000, fee_rate: 'FIRST_MEMBER' };
  await world.insert('MembershipTerm', 'membership_term', { membership_id: own.id, ...years });
}
