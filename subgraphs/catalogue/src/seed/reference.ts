import { join } from 'node:path';
import type { DatabaseUrls, RowCounts } from '@lokaal/shared/graphql';
import {
  filled,
  isoDate,
  orEmpty,
  readCsvFile,
  seededId,
  seedInTransaction,
  upsertRows,
  yesOrNo,
  type SeedRow,
} from '@lokaal/shared/seeding';
import { z } from 'zod';

const types = ['APPLICATION_PROFILE', 'VOCABULARY', 'IMPLEMENTATION_MODEL', 'OTHER'] as const;
const statuses = [
  'ONTWERP_STANDAARD',
  'KANDIDAAT_STANDAARD',
  'ERKENDE_STANDAARD',
  'VEROUDERDE_STANDAARD',
  'VERVANGEN_STANDAARD',
  'HERROEPEN_STANDAARD',
  'NOTA_WERKGROEP',
  'ZONDER_STATUS',
] as const;
const usages = ['AANBEVOLEN', 'VERPLICHT', 'PAS_TOE_OF_LEG_UIT'] as const;

const oneOf = <Value extends string>(values: readonly Value[]) => z.enum(values, `must be one of ${values.join(', ')}`);

const row = z.object({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters, digits and hyphens'),
  name: filled,
  type: oneOf(types),
  status: orEmpty(oneOf(statuses)),
  usage: orEmpty(oneOf(usages)),
  published_on: orEmpty(isoDate),
  publisher: orEmpty(filled),
  municipal_software: yesOrNo,
});

/** One line of reference/standards.csv. */
export type StandardRow = z.output<typeof row>;

const referenceFile = join(__dirname, '../../reference/standards.csv');

export const readStandards = (file: string = referenceFile): StandardRow[] =>
  readCsvFile(file, { columns: Object.keys(row.shape), row, key: ({ slug }) => slug });

export const standardId = (slug: string): string => seededId('standard', slug);

const standardRow = ({ municipal_software: _, ...standard }: StandardRow): SeedRow => ({
  id: standardId(standard.slug),
  ...standard,
});

/**
 * Loads the standards of the OSLO register. Safe to repeat: only what differs is written.
 * Throws a MalformedFileError, and loads nothing, when a line is not as it should be.
 */
export function seedReferenceFrom(urls: DatabaseUrls, file?: string): Promise<RowCounts> {
  const rows = readStandards(file).map(standardRow);
  return seedInTransaction(urls.owner, async (client) => ({
    standard: await upsertRows(client, { table: 'standard', key: ['slug'], rows }),
  }));
}
