import {
  municipalityLegalName,
  municipalityOrganisationId,
  ocmwOrganisationId,
  predecessorsOf,
  type MunicipalityRow,
} from '../seeding/index.js';
import { dice } from './dice.js';
import { slugOf } from './names.js';
import { inventedRegionOf } from './reference-regions.js';
import { demoSeed } from './seed.js';

export type DemoAuthorityKind =
  'MUNICIPALITY' | 'OCMW' | 'AGB' | 'POLICE_ZONE' | 'RESCUE_ZONE' | 'INTERMUNICIPAL' | 'PROVINCE';

/** A local authority of the demonstration world: who uses solutions, measures its maturity, employs members. */
export interface DemoAuthority {
  readonly id: string;
  /** Natural key of everything that is made for it. */
  readonly key: string;
  readonly kind: DemoAuthorityKind;
  readonly name: string;
  readonly nis: string | null;
  readonly region: string;
  readonly province: string;
  readonly postalCode: string;
  /** Where it has its seat. */
  readonly locality: string;
  /** Of its territory; an estimate where the reference file has none. Decides how much it has of everything. */
  readonly population: number;
  /** Domain of its e-mail addresses. */
  readonly domain: string;
  /** What it merged into. */
  readonly mergedIntoId: string | null;
  /** Since its territory has its NIS code: 2025-01-01 for what came from a merger. */
  readonly since: string;
  /** The first day on which it existed no longer. */
  readonly until: string | null;
  readonly predecessorIds: readonly string[];
  /** Its ICT manager may be called by others about solutions (referent). */
  readonly hasReferent: boolean;
}

/** Population of those parts of a merged municipality whose own number is not in the reference file. */
const partPopulation = 12_000;

const onTerritory = (one: MunicipalityRow) => ({
  nis: one.nis,
  region: inventedRegionOf(one.nis),
  province: one.province,
  postalCode: one.postal_codes[0] ?? '',
  locality: one.name,
  population: one.population ?? partPopulation,
  domain: `${slugOf(one.name)}.example`,
  since: one.valid_from,
  until: one.valid_to,
  hasReferent: one.valid_to === null && dice(demoSeed, 'referent', one.nis).chance(0.5),
});

/** Gemeente and OCMW are two legal persons on one territory; both merge with it. */
export function authoritiesOn(one: MunicipalityRow, rows: readonly MunicipalityRow[]): DemoAuthority[] {
  const predecessors = predecessorsOf(one.nis, rows).map(({ nis }) => nis);
  const { successor_nis: successor } = one;
  const shared = onTerritory(one);
  return [
    {
      ...shared,
      id: municipalityOrganisationId(one.nis),
      key: `MUNICIPALITY:${one.nis}`,
      kind: 'MUNICIPALITY',
      name: municipalityLegalName(one.name),
      mergedIntoId: successor && municipalityOrganisationId(successor),
      predecessorIds: predecessors.map(municipalityOrganisationId),
    },
    {
      ...shared,
      id: ocmwOrganisationId(one.nis),
      key: `OCMW:${one.nis}`,
      kind: 'OCMW',
      name: `OCMW ${one.name}`,
      mergedIntoId: successor && ocmwOrganisationId(successor),
      predecessorIds: predecessors.map(ocmwOrganisationId),
      hasReferent: false,
    },
  ];
}
