import { dice, demoSeed, ictManagerId, shownMunicipality, weighted, type DemoAuthority } from '@lokaal/shared/demo';
import { seededId } from '@lokaal/shared/seeding';

/** What one person does for one organisation. */
export interface Job {
  readonly organisationId: string;
  readonly title: string;
  readonly roles: readonly string[];
  readonly from?: string;
  /** Since when the organisation exists. */
  readonly notBefore?: string;
  readonly to?: string;
}

/** A person to invent: who employs her, and where her address is. */
export interface PersonDraft {
  readonly id: string;
  readonly domain: string;
  readonly jobs: readonly Job[];
  readonly consents?: boolean;
  /** How often such a person reads French; else it follows from the address. */
  readonly frenchOdds?: number;
}

/** A municipality of today with its OCMW, which share their staff. */
interface Territory {
  readonly municipality: DemoAuthority;
  readonly ocmw: DemoAuthority;
}

/** People at public institutions: 1,400 members, as in 2024, and 28 who were. Two of them are accounts that are shown. */
const memberCount = 1_428 - 2;

const both = ({ municipality, ocmw }: Territory, title: string, roles: readonly string[]): Job[] => [
  { organisationId: municipality.id, title, roles, notBefore: municipality.since },
  { organisationId: ocmw.id, title, roles, notBefore: ocmw.since },
];

/** Whoever worked for a part of a merged municipality went over with it. */
const before = ({ municipality: { predecessorIds, since } }: Territory, title: string): Job[] =>
  predecessorIds
    .slice(0, 1)
    .filter(() => since > '2016-03-01')
    .map((organisationId) => ({ organisationId, title, roles: [], from: '2016-03-01', to: since }));

const ictManager = (territory: Territory): PersonDraft => ({
  id: ictManagerId(territory.municipality),
  domain: territory.municipality.domain,
  jobs: [
    ...both(territory, 'ICT-verantwoordelijke', ['MEMBER_CONTACT', 'ICT_MANAGER', 'PORTFOLIO_EDITOR']),
    ...before(territory, 'ICT-verantwoordelijke'),
  ],
  // Who may be called about solutions agreed to be in the directory.
  ...(territory.municipality.hasReferent ? { consents: true } : {}),
});

/** Small municipalities share a DPO with those before them in the list: neighbours. */
function protectionOfficers(territories: readonly Territory[]): PersonDraft[] {
  const drafts: { draft: PersonDraft; jobs: Job[]; region: string }[] = [];
  for (const territory of territories) {
    const { key, population, region, domain, nis } = territory.municipality;
    const jobs = nis === shownMunicipality.nis ? [] : both(territory, 'Functionaris voor gegevensbescherming', ['DPO']);
    const last = drafts.at(-1);
    const shares = last?.region === region && last.jobs.length < 8 && population < 25_000;
    if (shares && dice(demoSeed, 'dpo', key).chance(0.6)) {
      last.jobs.push(...jobs);
      continue;
    }
    drafts.push({ draft: { id: seededId('person', `${key}:DPO`), domain, jobs }, jobs, region });
  }
  return drafts.map(({ draft }) => draft).filter(({ jobs }) => jobs.length > 0);
}

const securityOfficers = (territories: readonly Territory[]): PersonDraft[] =>
  territories
    .filter(
      ({ municipality: { key, nis } }) => nis !== shownMunicipality.nis && dice(demoSeed, 'ciso', key).chance(0.4),
    )
    .map((territory) => ({
      id: seededId('person', `${territory.municipality.key}:CISO`),
      domain: territory.municipality.domain,
      jobs: both(territory, 'Informatieveiligheidsconsulent', ['CISO']),
    }));

const contacts = (others: readonly DemoAuthority[]): PersonDraft[] =>
  others.map(({ id, key, domain, since }) => ({
    id: seededId('person', `${key}:CONTACT`),
    domain,
    jobs: [
      {
        organisationId: id,
        notBefore: since,
        title: 'ICT-coördinator',
        roles: ['MEMBER_CONTACT', 'ICT_MANAGER', 'PORTFOLIO_EDITOR'],
      },
    ],
  }));

const colleagueJobs = [
  { title: 'Applicatiebeheerder', roles: ['PORTFOLIO_EDITOR'] },
  { title: 'GIS-coördinator', roles: ['READER'] },
  { title: 'Systeembeheerder', roles: ['READER'] },
  { title: 'Projectleider digitalisering', roles: ['PORTFOLIO_EDITOR'] },
  { title: 'Algemeen directeur', roles: ['READER'] },
  { title: 'Informatiebeheerder', roles: ['READER'] },
  { title: 'Medewerker ICT', roles: [] },
  { title: 'Teamcoach dienstverlening', roles: ['READER'] },
  { title: 'Stafmedewerker organisatieontwikkeling', roles: [] },
];

/** The rest of the members: more of them in larger municipalities. */
function colleagues(territories: readonly Territory[], count: number): PersonDraft[] {
  const territoryOf = weighted(territories, ({ municipality }) => Math.sqrt(municipality.population));
  return Array.from({ length: Math.max(0, count) }, (_, index): PersonDraft => {
    const by = dice(demoSeed, 'colleague', index);
    const { municipality, ocmw } = territoryOf(by);
    const { id, since } = by.chance(0.25) ? ocmw : municipality;
    const job = { organisationId: id, notBefore: since, ...by.pick(colleagueJobs) };
    const former = by.pick(territories).municipality;
    const earlier = { organisationId: former.id, title: 'Medewerker ICT', roles: ['READER'] };
    const moved = by.chance(0.06) && former.id !== id && former.since < '2017' && since < '2022';
    return {
      id: seededId('person', `COLLEAGUE:${index}`),
      domain: municipality.domain,
      jobs: moved
        ? [
            { ...job, from: '2022-09-01' },
            { ...earlier, from: '2017-01-16', to: '2022-09-01' },
          ]
        : [job],
    };
  });
}

/** Members from public institutions, but for the shown account; every municipality has at least an ICT manager. */
export function memberDrafts(authorities: readonly DemoAuthority[]): PersonDraft[] {
  const active = authorities.filter(({ until }) => !until);
  const ocmwOf = new Map(active.filter(({ kind }) => kind === 'OCMW').map((one) => [one.nis, one]));
  const territories = active.flatMap((municipality) => {
    const ocmw = ocmwOf.get(municipality.nis);
    return municipality.kind === 'MUNICIPALITY' && ocmw ? [{ municipality, ocmw }] : [];
  });
  const drafts = [
    ...territories.map(ictManager),
    ...protectionOfficers(territories),
    ...securityOfficers(territories),
    ...contacts(active.filter(({ kind }) => kind !== 'MUNICIPALITY' && kind !== 'OCMW')),
  ];
  return [...drafts, ...colleagues(territories, memberCount - drafts.length)];
}
