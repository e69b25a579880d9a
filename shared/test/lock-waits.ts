/** SQL of who waits for a lock in this database: other databases of the server are those of tests that run beside this one. */
export const lockWaits = `select pid from pg_locks join pg_stat_activity using (pid)
  where datname = current_database() and not granted`;
