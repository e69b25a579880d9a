import { badInput, invalidState } from '@lokaal/shared/errors';
import type { MunicipalityEntity } from '../municipality/municipality.entity.js';
import { Province } from '../municipality/municipality.enums.js';

/** Province of a NIS code: its first digit, for code 2 (Brabant) only what lies in Flanders. */
const provinces: Readonly<Record<string, Province>> = {
  1: Province.ANTWERPEN,
  2: Province.VLAAMS_BRABANT,
  3: Province.WEST_VLAANDEREN,
  4: Province.OOST_VLAANDEREN,
  7: Province.LIMBURG,
};

export const provinceOf = (nis: string): Province => provinces[nis.charAt(0)]!;

type Merging = Pick<
  MunicipalityEntity,
  | 'name'
  | 'nis'
  | 'province'
  | 'postalCodes'
  | 'population'
  | 'populationDate'
  | 'referenceRegion'
  | 'validFrom'
  | 'validTo'
>;

/** Refuses municipalities that ended already or that begin on the day or later. */
export function requireMergeable(parts: readonly Merging[], on: string): void {
  for (const { name, nis, validFrom, validTo } of parts) {
    if (validTo !== null) throw invalidState(`${name} (${nis}) ended on ${validTo} already.`);
    if (validFrom >= on) throw badInput(`${name} (${nis}) is there since ${validFrom}: name a later day.`, ['on']);
  }
}

/**
 * Refuses a NIS code of a province in which none of them lies: it is mistyped. A merger can cross a provincial border, as
 * Zwijndrecht did when it came to Oost-Vlaanderen in 2025.
 */
export function requireOwnProvince(parts: readonly Merging[], nis: string): void {
  const province = provinceOf(nis);
  if (parts.every((part) => part.province !== province))
    throw badInput(`${nis} is a code of ${province}, where none of them lies.`, ['successor', 'nis']);
}

/** What the successor has of the municipalities that merge into it. Inhabitants are added up when all were counted on one day. */
export function unionOf(parts: readonly Merging[]) {
  const [dates, regions] = [onlyOne(parts, 'populationDate'), onlyOne(parts, 'referenceRegion')];
  return {
    postalCodes: [...new Set(parts.flatMap(({ postalCodes }) => postalCodes))].toSorted(),
    population: dates === null ? null : parts.reduce((sum, { population }) => sum + (population ?? 0), 0),
    populationDate: dates,
    referenceRegion: regions,
  };
}

/** The value that all have, or null. */
function onlyOne<K extends 'populationDate' | 'referenceRegion'>(parts: readonly Merging[], column: K): Merging[K] {
  const values = new Set(parts.map((part) => part[column]));
  return values.size === 1 ? parts[0]![column] : null;
}

/**
 * The circle after a merger: the one asked for, else the only one in which any of them is. Throws BAD_USER_INPUT when there is a
 * choice to make.
 */
export function circleAfter(circles: readonly string[], asked: string | null | undefined): string | null {
  if (asked != null) return asked;
  if (circles.length > 1)
    throw badInput('They are in different knowledge circles: say in which one they go on.', ['circleId']);
  return circles[0] ?? null;
}
