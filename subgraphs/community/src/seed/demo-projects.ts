import { dayBetween, demoSeed, dice, type DemoAuthority, type DemoCompany, type DemoWorld } from '@lokaal/shared/demo';
import { insertRows, seededId, type SeedRow, type SqlClient } from '@lokaal/shared/seeding';
import { invented } from './knowledge/words.js';

/** The projects that the association names; the association counts 36 authorities in LB365. */
const projects = [
  {
    slug: 'lb365',
    name: 'LB365',
    about: 'Architectuur, koppeling tussen ecosystemen en een gedeelde bus.',
    theme: 'interoperabiliteit',
    since: '2023-02-01',
    size: 36,
    status: 'RUNNING',
  },
  {
    slug: 'vlavirgem',
    name: 'VlaVirGem',
    about: 'De virtuele modelgemeente: concepten, oplossingen en kennis op één plaats.',
    theme: 'strategie-en-leiderschap',
    since: '2013-09-01',
    size: 18,
    status: 'RUNNING',
  },
  {
    slug: 'oslo',
    name: 'OSLO',
    about: 'Open standaarden voor gegevens van lokale besturen.',
    theme: 'data-en-standaarden',
    since: '2012-02-01',
    size: 24,
    status: 'RUNNING',
  },
  {
    slug: 'wpaas',
    name: 'WPAAS',
    about: 'De werkplek als dienst.',
    theme: 'digitale-werkplek',
    since: '2024-03-01',
    size: 14,
    status: 'RUNNING',
  },
  {
    slug: 'master-data-management',
    name: 'Master data management',
    about: 'Eén bron voor wie en wat een bestuur kent.',
    theme: 'data-en-standaarden',
    since: null,
    size: 5,
    status: 'PLANNED',
  },
] as const;

type ProjectPlan = (typeof projects)[number];

const projectId = ({ slug }: ProjectPlan): string => seededId('project', slug);

const projectRow = (plan: ProjectPlan): SeedRow => ({
  id: projectId(plan),
  slug: plan.slug,
  name: plan.name,
  summary: plan.about,
  description: `Wie deelneemt en wie partner is, is verzonnen. ${invented}`,
  status: plan.status,
  started_on: plan.since,
  themes: [plan.theme],
});

const participationRows = (plan: ProjectPlan, authorities: readonly DemoAuthority[]): SeedRow[] => {
  const by = dice(demoSeed, 'project', plan.slug);
  return by.some(authorities, plan.size).map(({ id, since }) => {
    const earliest = [plan.since ?? '2026-06-01', since, '2020-01-01'].toSorted().at(-1)!;
    const from = dayBetween(by, earliest, earliest > '2026-06-30' ? earliest : '2026-06-30');
    return {
      id: seededId('participation', `${plan.slug}:${id}`),
      project_id: projectId(plan),
      organisation_id: id,
      from_date: from,
      to_date: null,
    };
  });
};

const partnerRoles = ['Technische partner', 'Begeleiding en opleiding'];

const partnerRows = (plan: ProjectPlan, companies: readonly DemoCompany[]): SeedRow[] =>
  dice(demoSeed, 'partners', plan.slug)
    .some(companies, 2)
    .map(({ organisationId: id, name }, index) => ({
      id: seededId('projectpartner', `${plan.slug}:${id}`),
      project_id: projectId(plan),
      organisation_id: id,
      name,
      role: `${partnerRoles[index]} (demonstratiegegeven)`,
    }));

/** Partners that the association names; no more is known of them here than their names. */
const partners = ['LOLA', 'Major Cities of Europe', 'VVSG'];

const partnershipRow = (name: string): SeedRow => ({
  id: seededId('partnership', name),
  name,
  description: `Partner van de vereniging. ${invented}`,
});

/** Projects, who takes part, and partnerships. */
export async function seedProjects(client: SqlClient, { authorities, companies }: DemoWorld) {
  const municipalities = authorities.filter(({ kind, until }) => kind === 'MUNICIPALITY' && !until);
  return {
    project: await insertRows(client, 'project', projects.map(projectRow)),
    project_participation: await insertRows(
      client,
      'project_participation',
      projects.flatMap((plan) => participationRows(plan, municipalities)),
    ),
    project_partner: await insertRows(
      client,
      'project_partner',
      projects.flatMap((plan) => partnerRows(plan, companies)),
    ),
    partnership: await insertRows(client, 'partnership', partners.map(partnershipRow)),
  };
}
