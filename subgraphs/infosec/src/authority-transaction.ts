import { actorOf, authorityIds, type Viewer } from '@lokaal/shared/auth';
import { inTransaction } from '@lokaal/shared/database';
import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { DataSource, EntityManager } from 'typeorm';

/** Who changes something, by which mutation, in which request. */
export interface Change {
  readonly viewer: Viewer;
  readonly mutation: string;
  readonly requestId: string;
  readonly now: Date;
}

export const changeOf = ({ viewer, requestId, clock }: Context, { fieldName }: GraphQLResolveInfo): Change => ({
  viewer,
  requestId,
  mutation: fieldName,
  now: clock.now(),
});

/** Notes a changed object for the record of the transaction. */
export type Note = (object: { readonly type: string; readonly id: string; readonly authorityId: string }) => void;

/**
 * A transaction that changes confidential data: row level security lets it touch rows of the viewer's authorities only,
 * and what it noted as changed is on record when it commits, and only then.
 */
export const inAuthorityTransaction = <Result>(
  db: DataSource,
  change: Change,
  work: (tx: EntityManager, note: Note) => Promise<Result>,
): Promise<Result> =>
  inTransaction(db, async (tx) => {
    const noted: Parameters<Note>[0][] = [];
    await tx.query(`select set_config('viewer.authorities', $1, true)`, [authorityIds(change.viewer).join()]);
    const result = await work(tx, (object) => void noted.push(object));
    if (noted.length > 0) await record(tx, change, noted);
    return result;
  });

async function record(tx: EntityManager, change: Change, noted: readonly Parameters<Note>[0][]): Promise<void> {
  const distinct = (values: readonly string[]): string[] => [...new Set(values)];
  await tx.query(
    `insert into audit_record (person_id, action, operation, request_id, object_types, object_ids, authority_ids)
      values ($1, 'WRITE', $2, $3, $4, $5, $6)`,
    [
      actorOf(change.viewer),
      change.mutation,
      change.requestId,
      distinct(noted.map(({ type }) => type)),
      noted.map(({ id }) => id),
      distinct(noted.map(({ authorityId }) => authorityId)),
    ],
  );
}
