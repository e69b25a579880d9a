import { comparableGroups } from './complementary-suppression.js';

/** What the groups are made from: one active municipality (its organisation). */
export interface ComparedAuthority {
  readonly organisationId: string;
  readonly province: string;
  readonly referenceRegion: string | null;
  readonly population: number | null;
  readonly circleId: string | null;
  readonly circleName: string | null;
}

export type CohortFamily = 'KNOWLEDGE_CIRCLE' | 'REFERENCE_REGION' | 'PROVINCE' | 'POPULATION_CLASS' | 'ALL';

export interface DerivedCohort {
  readonly family: CohortFamily;
  readonly source: string;
  readonly label: string;
  readonly organisationIds: readonly string[];
  readonly comparable: boolean;
}

type Group = Pick<DerivedCohort, 'family' | 'source' | 'label'>;

const provinceNames: Readonly<Record<string, string>> = {
  ANTWERPEN: 'Antwerpen',
  VLAAMS_BRABANT: 'Vlaams-Brabant',
  WEST_VLAANDEREN: 'West-Vlaanderen',
  OOST_VLAANDEREN: 'Oost-Vlaanderen',
  LIMBURG: 'Limburg',
};

/** Lower bounds of the population classes (inwonersklassen), largest first. */
const populationClasses = [
  { from: 50_000, source: '50000-', label: '50.000 inwoners en meer' },
  { from: 30_000, source: '30000-49999', label: '30.000 tot 49.999 inwoners' },
  { from: 20_000, source: '20000-29999', label: '20.000 tot 29.999 inwoners' },
  { from: 10_000, source: '10000-19999', label: '10.000 tot 19.999 inwoners' },
  { from: 0, source: '0-9999', label: 'Minder dan 10.000 inwoners' },
];

function groupsOf({ province, referenceRegion, population, circleId, circleName }: ComparedAuthority): Group[] {
  const groups: Group[] = [
    { family: 'ALL', source: 'ALL', label: 'Vlaanderen' },
    { family: 'PROVINCE', source: province, label: `Provincie ${provinceNames[province] ?? province}` },
  ];
  const size = population === null ? undefined : populationClasses.find(({ from }) => population >= from);
  if (size) groups.push({ family: 'POPULATION_CLASS', source: size.source, label: size.label });
  if (referenceRegion)
    groups.push({ family: 'REFERENCE_REGION', source: referenceRegion, label: `Referentieregio ${referenceRegion}` });
  if (circleId)
    groups.push({ family: 'KNOWLEDGE_CIRCLE', source: circleId, label: `Kenniskring ${circleName ?? circleId}` });
  return groups;
}

/** The fixed groups for comparison (vergelijkingsgroepen), each authority in at most one of a family. */
export function deriveCohorts(authorities: readonly ComparedAuthority[]): DerivedCohort[] {
  const members = new Map<string, Group & { readonly organisationIds: Set<string> }>();
  for (const authority of authorities) {
    for (const group of groupsOf(authority)) {
      const key = `${group.family}:${group.source}`;
      const known = members.get(key) ?? { ...group, organisationIds: new Set<string>() };
      members.set(key, known);
      known.organisationIds.add(authority.organisationId);
    }
  }
  const groups = [...members.values()];
  const comparable = comparableGroups(groups);
  return groups.map((group) => ({
    ...group,
    organisationIds: [...group.organisationIds],
    comparable: comparable.has(group),
  }));
}
