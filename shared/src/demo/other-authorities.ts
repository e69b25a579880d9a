import { provinces, seededId, type MunicipalityRow } from '../seeding/index.js';
import type { DemoAuthority, DemoAuthorityKind } from './authorities.js';
import { dice } from './dice.js';
import { grouped } from './grouped.js';
import { slugOf } from './names.js';
import { inventedRegionOf } from './reference-regions.js';
import { demoSeed } from './seed.js';

interface Seat {
  readonly kind: DemoAuthorityKind;
  readonly name: string;
  /** The municipality where it has its seat. */
  readonly at: MunicipalityRow;
  readonly population: number;
}

const firstDay = '2013-01-01';

const authorityAt = ({ kind, name, at, population }: Seat): DemoAuthority => ({
  id: seededId('organisation', `${kind}:${slugOf(name)}`),
  key: `${kind}:${slugOf(name)}`,
  kind,
  name,
  nis: kind === 'AGB' ? at.nis : null,
  region: inventedRegionOf(at.nis),
  province: at.province,
  postalCode: at.postal_codes[0] ?? '',
  locality: at.name,
  population,
  domain: `${slugOf(name)}.example`,
  mergedIntoId: null,
  // An AGB belongs to the municipality that it is named after.
  since: kind === 'AGB' && at.valid_from > firstDay ? at.valid_from : firstDay,
  until: null,
  predecessorIds: [],
  hasReferent: false,
});

const bySize = (rows: readonly MunicipalityRow[]): MunicipalityRow[] =>
  rows.toSorted((one, other) => (other.population ?? 0) - (one.population ?? 0));

const populationOf = (rows: readonly MunicipalityRow[]): number =>
  rows.reduce((sum, { population }) => sum + (population ?? 0), 0);

/** Autonomous municipal companies (AGB): here of 60 larger municipalities. */
const municipalCompanies = (active: readonly MunicipalityRow[]): Seat[] =>
  bySize(active)
    .slice(0, 60)
    .map((at) => ({ kind: 'AGB', name: `AGB ${at.name}`, at, population: at.population ?? 0 }));

const large = ({ population }: MunicipalityRow): boolean => (population ?? 0) >= 60_000;

/** The nearest by postal code in the same arrondissement, which is near enough for an invented zone. */
function neighbourOf(at: MunicipalityRow, free: readonly MunicipalityRow[]): MunicipalityRow | undefined {
  const distance = (one: MunicipalityRow): number => Math.abs(Number(one.postal_codes[0]) - Number(at.postal_codes[0]));
  return free
    .filter((one) => one !== at && !large(one) && one.nis.slice(0, 2) === at.nis.slice(0, 2))
    .toSorted((one, other) => distance(one) - distance(other))[0];
}

/** Police zones (politiezones) of two neighbours, and of cities alone. */
function policeZones(active: readonly MunicipalityRow[]): Seat[] {
  const seats = dice(demoSeed, 'police zones').some(active, 30);
  const taken = new Set(seats);
  return seats.map((at): Seat => {
    const free = active.filter((one) => !taken.has(one));
    const neighbour = large(at) ? undefined : neighbourOf(at, free);
    const zone = neighbour ? [at, neighbour] : [at];
    zone.forEach((one) => taken.add(one));
    const name = `Politiezone ${zone.map((one) => one.name).join('/')}`;
    return { kind: 'POLICE_ZONE', name, at, population: populationOf(zone) };
  });
}

/** One rescue zone (hulpverleningszone) and two intermunicipal associations in each reference region. */
function regional(active: readonly MunicipalityRow[]): Seat[] {
  const regions = grouped(active, ({ nis }) => inventedRegionOf(nis));
  return [...regions].flatMap(([region, rows]): Seat[] => {
    const at = bySize(rows)[0] as MunicipalityRow;
    const population = populationOf(rows);
    return [
      { kind: 'RESCUE_ZONE', name: `Hulpverleningszone Regio ${region}`, at, population },
      { kind: 'INTERMUNICIPAL', name: `Dienstverlenende vereniging Regio ${region}`, at, population },
      { kind: 'INTERMUNICIPAL', name: `Opdrachthoudende vereniging Afval Regio ${region}`, at, population },
    ];
  });
}

const provinceNames = ['Antwerpen', 'Vlaams-Brabant', 'West-Vlaanderen', 'Oost-Vlaanderen', 'Limburg'];

const provinceAuthorities = (active: readonly MunicipalityRow[]): Seat[] =>
  provinces.map((province, index) => {
    const rows = active.filter((one) => one.province === province);
    const at = bySize(rows)[0] as MunicipalityRow;
    return { kind: 'PROVINCE', name: `Provincie ${provinceNames[index]}`, at, population: populationOf(rows) };
  });

/** Authorities beside municipalities and OCMWs; but for the provinces, invented. */
export const otherAuthorities = (active: readonly MunicipalityRow[]): DemoAuthority[] =>
  [municipalCompanies, policeZones, regional, provinceAuthorities].flatMap((make) => make(active)).map(authorityAt);
