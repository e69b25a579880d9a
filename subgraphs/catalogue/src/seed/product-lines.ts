import { join } from 'node:path';
import { barred, filled, orEmpty, readCsvFile, wholeNumber, yesOrNo } from '@lokaal/shared/seeding';
import { z } from 'zod';

const row = z.object({
  function: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters, digits and hyphens'),
  label: filled,
  kind: z.enum(['APPLICATION', 'PLATFORM', 'COMPONENT', 'SERVICE', 'INFRASTRUCTURE']),
  /** How many of these there are, and how often they are used. */
  weight: wholeNumber,
  /** Who uses them: M municipalities, O OCMWs, X other local authorities. */
  users: z.string().regex(/^M?O?X?$/, 'must be of M, O and X'),
  unit: filled,
  criticality: z.enum(['LOW', 'MEDIUM', 'HIGH', 'CRITICAL']),
  personal_data: yesOrNo,
  /** What stands after the brand in the name of a product. */
  roots: barred,
  features: barred,
  /** Names of standards that such software supports. */
  standards: orEmpty(barred),
});

/** A kind of municipal software of which the demonstration data has products. */
export type ProductLine = z.output<typeof row>;

const file = join(__dirname, '../../demo/product-lines.csv');

export const readProductLines = (): ProductLine[] =>
  readCsvFile(file, { columns: Object.keys(row.shape), row, key: (line) => line.function });
