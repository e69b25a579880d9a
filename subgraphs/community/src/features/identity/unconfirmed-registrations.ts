import { inTransaction } from '@lokaal/shared/database';
import type { DataSource, EntityManager } from 'typeorm';

const batchSize = 500;

/** Every column that refers to a person, but for the links of the registration itself. */
const references = `select conrelid::regclass::text as "table", quote_ident(attname) as "column"
  from pg_constraint join pg_attribute on attrelid = conrelid and attnum = any (conkey)
  where contype = 'f' and confrelid = 'person'::regclass and conrelid <> 'one_time_token'::regclass`;

interface Reference {
  readonly table: string;
  readonly column: string;
}

/**
 * Registrations of a month ago that nobody confirmed nor still can: what strangers typed is kept no longer. Whom the
 * association entered stays, and so does whom anything refers to. May run at once in several processes, and again.
 */
export async function removeUnconfirmed(dataSource: DataSource, now: Date): Promise<void> {
  const referring = await dataSource.query<Reference[]>(references);
  const free = referring.map(({ table, column }) => `not exists (select from ${table} where ${column} = person.id)`);
  const isLeft = `email_confirmed_at is null and entered_at is null and created_at < $1::timestamptz - interval '30 days'
    and not exists (select from one_time_token where person_id = person.id and expires_at > $1) and ${free.join(' and ')}`;
  while ((await inTransaction(dataSource, (tx) => removeSome(tx, isLeft, now))) === batchSize);
}

/** Looks again once they are locked: until then somebody may register anew or be entered. */
async function removeSome(tx: EntityManager, isLeft: string, now: Date): Promise<number> {
  const lock = `select id from person where ${isLeft} order by id limit ${batchSize} for update skip locked`;
  const locked = await tx.query<{ id: string }[]>(lock, [now]);
  await tx.query(`delete from person where ${isLeft} and id = any ($2)`, [now, locked.map(({ id }) => id)]);
  return locked.length;
}
