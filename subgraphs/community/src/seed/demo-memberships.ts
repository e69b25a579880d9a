import { addDays, dayBetween, demoSeed, type Dice, dice, type DemoWorld, momentOn } from '@lokaal/shared/demo';
import { insertRows, seededId, type SeedRow, type SqlClient } from '@lokaal/shared/seeding';
import { accededAuthorities } from './demo-accessions.js';
import { demoBenefits } from './demo-membership-benefits.js';
import { demoFees, feeIn } from './demo-membership-fees.js';
import { approved, deciderId, type Drawn } from './demo-membership-terms.js';

/** Who works for a local authority today, and for which one, the longest employed first. */
const employed = `
  select * from (
    select distinct on (person_id) person_id, organisation_id, from_date::text as since
    from employment join organisation on organisation.id = organisation_id
    where to_date is null and kind in ('MUNICIPALITY', 'OCMW', 'AGB', 'POLICE_ZONE', 'RESCUE_ZONE', 'INTERMUNICIPAL', 'PROVINCE')
    order by person_id, kind = 'MUNICIPALITY' desc, from_date, organisation_id) one
  order by since, person_id`;

interface Employed {
  readonly person_id: string;
  readonly organisation_id: string;
  readonly since: string;
}

/** Effective members in 2024; whoever else works for an authority let the membership lapse. */
const effectiveMembersToday = 1_400;

/** The first one of an employer whose term runs pays the first fee; whoever let it expire pays nothing now. */
function effectiveMembers(people: readonly Employed[], lastDay: string): Drawn[] {
  const paid = new Set<string>();
  const former = new Set(dice(demoSeed, 'lapsed').some(people, people.length - effectiveMembersToday));
  return people.map((one) => {
    const { person_id: personId, organisation_id: employerId, since } = one;
    const key = `EFFECTIVE:${personId}`;
    const lapsed = former.has(one);
    const isFirst = !paid.has(employerId) && !lapsed;
    if (isFirst) paid.add(employerId);
    const rate = isFirst ? 'FIRST_MEMBER' : 'FURTHER_MEMBER';
    const { row, earlier } = approved({
      key,
      by: dice(demoSeed, key),
      type: 'EFFECTIVE',
      rate,
      notBefore: since,
      employerId,
      lapsed,
      lastDay,
    });
    return { row: { ...row, person_id: personId, applied_by_id: personId }, earlier };
  });
}

const companyMembers = ({ companies, lastDay }: DemoWorld): Drawn[] =>
  companies.map(({ organisationId, slug }) => {
    const key = `COMPANY:${slug}`;
    const { row, earlier } = approved({
      key,
      by: dice(demoSeed, key),
      type: 'COMPANY',
      rate: null,
      notBefore: '2019-01-01',
      employerId: null,
      lapsed: false,
      lastDay,
    });
    return { row: { ...row, organisation_id: organisationId, holder_kind: 'COMPANY' }, earlier };
  });

/** Companies that gave their membership up within its term, and came back years later. */
const formerCompanyMembers = ({ companies }: DemoWorld): SeedRow[] =>
  companies.slice(0, 6).map(({ organisationId, slug }) => {
    const key = `FORMER:${slug}`;
    const by = dice(demoSeed, key);
    const from = dayBetween(by, '2016-01-11', '2017-06-30');
    return {
      id: seededId('membership', key),
      type: 'COMPANY',
      organisation_id: organisationId,
      holder_kind: 'COMPANY',
      applied_at: momentOn(by, addDays(from, -14)),
      decision: 'APPROVED',
      decided_at: momentOn(by, from),
      decided_by_id: deciderId,
      since: from,
      from_date: from,
      to_date: addDays(from, 365),
      grace_until: addDays(from, 365 + 90),
      charged_on: from,
      fee_cents: feeIn('COMPANY', null, Number(from.slice(0, 4))),
      cancelled_on: addDays(from, by.between(120, 300)),
      cancellation_reason: 'Het budget van dit jaar is besteed. (Demonstratiegegeven)',
    };
  });

/** People who work for agencies, schools and companies: they are rejected. */
const outsiders = `
  select distinct on (person_id) person_id, organisation_id from employment join organisation on organisation.id = organisation_id
  where to_date is null and kind in ('FLEMISH_AGENCY', 'EDUCATION', 'COMPANY') order by person_id limit 6`;

interface Application {
  readonly personId: unknown;
  readonly employerId: unknown;
}

const applicationRow =
  (lastDay: string, decide: (appliedOn: string, by: Dice) => SeedRow) =>
  ({ personId, employerId }: Application): SeedRow => {
    const key = `APPLICATION:${String(personId)}`;
    const by = dice(demoSeed, key);
    const appliedOn = dayBetween(by, addDays(lastDay, -37), addDays(lastDay, -12));
    return {
      id: seededId('membership', key),
      type: 'EFFECTIVE',
      person_id: personId,
      employer_id: employerId,
      applied_at: momentOn(by, appliedOn),
      applied_by_id: personId,
      ...decide(appliedOn, by),
    };
  };

const waiting = (): SeedRow => ({ decision: null, decided_at: null, decided_by_id: null, rejection_reason: null });
const rejected = (appliedOn: string, by: Dice): SeedRow => ({
  decision: 'REJECTED',
  decided_at: momentOn(by, addDays(appliedOn, 10)),
  decided_by_id: deciderId,
  rejection_reason: 'Enkel wie voor een lokaal bestuur werkt, kan effectief lid worden. (Demonstratiegegeven)',
});

/** Those who let their membership expire and want to come back. */
const returning = (members: readonly Drawn[], lastDay: string): Application[] =>
  members
    .filter(({ row }) => row.grace_until < addDays(lastDay, -37))
    .slice(0, 12)
    .map(({ row }) => ({ personId: (row as SeedRow)['person_id'], employerId: row.employer_id }));

/** As if it had been written when it happened. */
const stamped = (row: SeedRow): SeedRow => ({
  ...row,
  created_at: row['applied_at'],
  updated_at: row['decided_at'] ?? row['applied_at'],
});

const insertDrawn = async (client: SqlClient, drawn: readonly Drawn[]): Promise<number> => {
  const count = await insertRows(
    client,
    'membership',
    drawn.map(({ row }) => stamped(row)),
  );
  await insertRows(
    client,
    'membership_term',
    drawn.flatMap(({ earlier }) => earlier),
  );
  return count;
};

export async function seedMemberships(client: SqlClient, world: DemoWorld) {
  await insertRows(client, 'membership_fee', demoFees);
  await insertRows(client, 'membership_benefit', demoBenefits);
  const people = (await client.query(employed)).rows as unknown as Employed[];
  const acceded = accededAuthorities(world);
  await insertRows(
    client,
    'stored_file',
    acceded.map(({ file: { content: _content, ...row } }) => row),
  );
  const contents = acceded.map(({ file }) => ({ file_id: file.id, content: `\\x${file.content.toString('hex')}` }));
  await insertRows(client, 'stored_file_content', contents);
  const members = effectiveMembers(people, world.lastDay);
  const strangers = ((await client.query(outsiders)).rows as unknown as Employed[]).map(
    ({ person_id: personId, organisation_id: employerId }) => ({ personId, employerId }),
  );
  const applications = [
    ...returning(members, world.lastDay).map(applicationRow(world.lastDay, waiting)),
    ...strangers.map(applicationRow(world.lastDay, rejected)),
  ];
  const counts = [
    await insertDrawn(client, members),
    await insertDrawn(
      client,
      acceded.map(({ drawn }) => drawn),
    ),
    await insertDrawn(client, companyMembers(world)),
    await insertRows(client, 'membership', formerCompanyMembers(world).map(stamped)),
    await insertRows(client, 'membership', applications.map(stamped)),
  ];
  return { membership: counts.reduce((sum, count) => sum + count) };
}
