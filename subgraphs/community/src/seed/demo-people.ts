import {
  associationId,
  dayBetween,
  demoAccounts,
  demoSeed,
  dice,
  freeEmail,
  inventedName,
  momentOn,
  shownMunicipality,
  type DemoCompany,
  type DemoWorld,
} from '@lokaal/shared/demo';
import { insertRows, seededId, type SeedRow, type SqlClient } from '@lokaal/shared/seeding';
import { seedConsents } from './demo-consents.js';
import { memberDrafts, type Job, type PersonDraft } from './demo-jobs.js';
import { frenchOddsAt } from './demo-languages.js';
import { otherOrganisations } from './demo-organisations.js';

/** Staff of the association, beside the account that is shown. */
const staffCount = 11;

/** Two or three people at each company member; the first may edit what its vendor shows. */
const companyDrafts = ({ organisationId, slug, domain }: DemoCompany): PersonDraft[] =>
  Array.from({ length: dice(demoSeed, 'company people', slug).between(2, 3) }, (_, index) => ({
    id: seededId('person', `COMPANY:${slug}:${index}`),
    domain,
    frenchOdds: 0.05,
    jobs: [
      index === 0
        ? { organisationId, title: 'Productverantwoordelijke', roles: ['MEMBER_CONTACT', 'VENDOR_EDITOR'] }
        : { organisationId, title: 'Accountmanager lokale besturen', roles: ['READER'] },
    ],
  }));

const organisationDrafts = (): PersonDraft[] =>
  otherOrganisations
    .filter(({ kind }) => kind !== 'ASSOCIATION')
    .map(({ id, domain }) => ({
      id: seededId('person', `${id}:CONTACT`),
      domain,
      jobs: [{ organisationId: id, title: 'Relatiebeheerder lokale besturen', roles: ['MEMBER_CONTACT'] }],
    }));

const staffId = (index: number): string => seededId('person', `STAFF:${index}`);

const staffDrafts = (): PersonDraft[] =>
  Array.from({ length: staffCount }, (_, index) => ({
    id: staffId(index),
    domain: 'vereniging.example',
    jobs: [{ organisationId: associationId, title: 'Stafmedewerker', roles: ['READER'] }],
  }));

function personRow(
  { id, domain, consents, frenchOdds = frenchOddsAt(domain) }: PersonDraft,
  taken: Set<string>,
): SeedRow {
  const by = dice(demoSeed, 'person', id);
  const name = inventedName(by);
  const registeredOn = dayBetween(by, '2018-01-08', '2026-06-30');
  return {
    id,
    name,
    email: freeEmail(name, domain, taken),
    language: by.chance(frenchOdds) ? 'FR' : 'NL',
    consent_directory: consents ?? by.chance(0.6),
    email_confirmed_at: momentOn(by, registeredOn),
  };
}

const accountRows = (): SeedRow[] =>
  demoAccounts.map(({ personId, name, email }) => ({
    id: personId,
    name,
    email,
    language: 'NL',
    consent_directory: true,
    email_confirmed_at: '2025-01-06T09:00:00Z',
  }));

/** As if it had been written when the person registered. */
const stamped = (row: SeedRow): SeedRow => ({
  ...row,
  created_at: row['email_confirmed_at'],
  updated_at: row['email_confirmed_at'],
});

const accountJobs: readonly (readonly Job[])[] = [
  [shownMunicipality.organisationId, shownMunicipality.ocmwId].map((organisationId) => ({
    organisationId,
    title: 'Functionaris voor gegevensbescherming en informatieveiligheidsconsulent',
    roles: ['DPO', 'CISO', 'PORTFOLIO_EDITOR'],
    from: '2025-01-01',
  })),
  [{ organisationId: demoAccounts[1]!.organisationId, title: 'Redacteur', roles: ['VENDOR_EDITOR'] }],
  [{ organisationId: associationId, title: 'Stafmedewerker', roles: ['READER'] }],
  [{ organisationId: demoAccounts[3]!.organisationId, title: 'Algemeen directeur', roles: ['MEMBER_CONTACT'] }],
];

const firstDay = '2009-01-05';

function employmentRow(personId: string, job: Job): SeedRow {
  const earliest = job.notBefore && job.notBefore > firstDay ? job.notBefore : firstDay;
  const from = job.from ?? dayBetween(dice(demoSeed, 'employment', personId), earliest, '2025-11-01');
  return {
    id: seededId('employment', `${personId}:${job.organisationId}:${from}`),
    person_id: personId,
    organisation_id: job.organisationId,
    function_title: job.title,
    roles: job.roles,
    from_date: from,
    to_date: job.to ?? null,
  };
}

const appointmentRow = (personId: string) => ({
  id: seededId('staffappointment', personId),
  person_id: personId,
  appointed_at: '2020-01-06T08:00:00Z',
});

export async function seedPeople(client: SqlClient, { authorities, companies, lastDay }: DemoWorld) {
  const drafts = [
    ...memberDrafts(authorities),
    ...companies.flatMap(companyDrafts),
    ...organisationDrafts(),
    ...staffDrafts(),
  ];
  const taken = new Set(demoAccounts.map(({ email }) => email));
  const people = [...accountRows(), ...drafts.map((draft) => personRow(draft, taken))].map(stamped);
  const employments = [
    ...demoAccounts.flatMap(({ personId }, index) =>
      (accountJobs[index] ?? []).map((job) => employmentRow(personId, job)),
    ),
    ...drafts.flatMap(({ id, jobs }) => jobs.map((job) => employmentRow(id, job))),
  ];
  const staff = [demoAccounts[2]!.personId, ...Array.from({ length: staffCount }, (_, index) => staffId(index))];
  return {
    person: await insertRows(client, 'person', people),
    consent: await seedConsents(client, { people, lastDay }),
    employment: await insertRows(client, 'employment', employments),
    staff_role: await insertRows(
      client,
      'staff_role',
      staff.map((id) => ({ person_id: id, role: 'STAFF' })),
    ),
    staff_appointment: await insertRows(client, 'staff_appointment', staff.map(appointmentRow)),
  };
}
