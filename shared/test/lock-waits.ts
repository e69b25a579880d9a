/**
 * SQL of who waits for a lock in this database: other databases of the server are those of tests that run beside this one.
 * Also within a transaction, in which pg_stat_activity would stand still.
 */
export const lockWaits = `select pid from pg_locks as waits where not granted and exists (select from pg_locks as one
  where one.pid = waits.pid and one.database = (select oid from pg_database where datname = current_database()))`;
