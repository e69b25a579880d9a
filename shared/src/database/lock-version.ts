import type { EntityManager, EntityTarget, FindOptionsWhere } from 'typeorm';
import { DomainError, notFound } from '../errors/index.js';

interface Versioned {
  id: string;
  version: number;
}

/** 'KnowledgeCircleEntity' -> 'Knowledge circle': how a sentence names the thing. */
const nameOf = (entity: string): string => {
  const words = entity.replace(/Entity$/, '').replaceAll(/([a-z])([A-Z])/g, '$1 $2');
  return words.charAt(0) + words.slice(1).toLowerCase();
};

/**
 * Loads one row for change, locked until the transaction ends. The caller raises `version` when it writes.
 * Throws a DomainError: NOT_FOUND, or CONFLICT when somebody changed it since `expectedVersion`.
 */
// oxlint-disable-next-line max-params -- reads as a sentence: lock this version of that row
export async function lockVersion<Entity extends Versioned>(
  tx: EntityManager,
  entity: EntityTarget<Entity>,
  id: string,
  expectedVersion: number,
): Promise<Entity> {
  const row = await lockRow(tx, entity, id);
  requireVersion(row, expectedVersion);
  return row;
}

/**
 * Refuses a change of what somebody else changed since. For services whose callers may not know that a row exists: they
 * load with lockRow, refuse strangers, and only then speak of versions. Throws a DomainError CONFLICT at `expectedVersion`,
 * which stands in the input itself or under this path.
 */
export function requireVersion(
  { version }: { readonly version: number },
  expectedVersion: number,
  within: readonly string[] = [],
): void {
  if (version === expectedVersion) return;
  throw new DomainError(
    'CONFLICT',
    `Somebody else changed it: the current version is ${version}, you sent ${expectedVersion}. Read it again first.`,
    [...within, 'expectedVersion'],
  );
}

/** As lockVersion, for changes that depend on no version. Throws a DomainError NOT_FOUND. */
export async function lockRow<Entity extends { id: string }>(
  tx: EntityManager,
  entity: EntityTarget<Entity>,
  id: string,
): Promise<Entity> {
  const row = await tx.findOne(entity, {
    where: { id } as FindOptionsWhere<Entity>,
    lock: { mode: 'pessimistic_write' },
  });
  if (row === null) throw notFound(nameOf(tx.dataSource.getMetadata(entity).name), ['id']);
  return row;
}
