import type { EntityManager } from 'typeorm';
import type { PersonalData } from '../../slice.js';

/** What happens before a person's rows go. */
export type BeforeErasure = (tx: EntityManager, personId: string) => Promise<void>;

/** Everything that is held about people, in the order of erasure: a person's own row is the last, by it others are found. */
export const inventoryOf = (tables: readonly PersonalData[]): readonly PersonalData[] => [
  ...tables.filter(({ table }) => table !== 'person'),
  ...tables.filter(({ table }) => table === 'person'),
];
