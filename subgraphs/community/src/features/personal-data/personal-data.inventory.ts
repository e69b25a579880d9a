import type { EntityManager } from 'typeorm';
import type { PersonalData } from '../../slice.js';

/** What happens before a person's rows go. */
export type BeforeErasure = (tx: EntityManager, personId: string) => Promise<void>;

/** What other rows are found and counted by; a person's own row is the last. */
const last = ['employment', 'person'];

/** Everything that is held about people, in the order of erasure. */
export const inventoryOf = (tables: readonly PersonalData[]): readonly PersonalData[] => [
  ...tables.filter(({ table }) => !last.includes(table)),
  ...last.flatMap((name) => tables.filter(({ table }) => table === name)),
];
