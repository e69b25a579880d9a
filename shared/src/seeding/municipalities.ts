import { join } from 'node:path';
import { z } from 'zod';
import { barred, filled, isoDate, orEmpty, wholeNumber } from './csv-cells.js';
import { readCsvFile, type CsvShape } from './csv-file.js';

export const provinces = ['ANTWERPEN', 'VLAAMS_BRABANT', 'WEST_VLAANDEREN', 'OOST_VLAANDEREN', 'LIMBURG'] as const;

const nisCode = z.string().regex(/^[1-7]\d{4}$/, 'must be a NIS code of five digits that begins with 1 to 7');

const row = z.object({
  nis: nisCode,
  name: filled,
  province: z.enum(provinces, `must be one of ${provinces.join(', ')}`),
  postal_codes: barred.refine(
    (codes) => codes.every((code) => /^[1-9]\d{3}$/.test(code)),
    'must be of four digits each',
  ),
  population: orEmpty(wholeNumber),
  population_date: orEmpty(isoDate),
  valid_from: isoDate,
  valid_to: orEmpty(isoDate),
  successor_nis: orEmpty(nisCode),
});

/** One line of reference/municipalities.csv: a municipality of today, or one that merged into another. */
export type MunicipalityRow = z.output<typeof row>;

const shape: CsvShape<MunicipalityRow> = {
  columns: Object.keys(row.shape),
  row,
  key: ({ nis }) => nis,
  broken: (one, byNis) => {
    if ((one.population === null) !== (one.population_date === null)) return 'population and its date go together';
    if (one.valid_to !== null && one.valid_to <= one.valid_from) return 'valid_to must be after valid_from';
    if (one.successor_nis === null) return undefined;
    if (one.valid_to === null) return 'a successor needs valid_to';
    return chainEnds(one, byNis) ? undefined : `successor ${one.successor_nis} is unknown or leads back here`;
  },
};

/** Follows the successors: true when the chain ends at a municipality without one. */
function chainEnds(start: MunicipalityRow, byNis: ReadonlyMap<string, MunicipalityRow>): boolean {
  let current: MunicipalityRow | undefined = start;
  for (let steps = 0; current && steps <= byNis.size; steps += 1) {
    if (current.successor_nis === null) return true;
    current = byNis.get(current.successor_nis);
  }
  return false;
}

const referenceFile = join(__dirname, '../../reference/municipalities.csv');

/** The municipalities of Flanders, those of before a merger included. */
export const readMunicipalities = (file: string = referenceFile): MunicipalityRow[] => readCsvFile(file, shape);

/** Every municipality that merged into this one, also indirectly. */
export function predecessorsOf(nis: string, rows: readonly MunicipalityRow[]): MunicipalityRow[] {
  const direct = rows.filter((one) => one.successor_nis === nis);
  return direct.flatMap((one) => [one, ...predecessorsOf(one.nis, rows)]);
}
