import { AuditedRunner, type Guard } from '@lokaal/shared/audit';
import type { FairPool } from '@lokaal/shared/read';
import { escapeLiteral } from 'pg';

const ownAuthorities: Guard = {
  findsAny: (request) => request.authorityIds().length > 0,
  settings: (request) =>
    `select set_config('viewer.authorities', ${escapeLiteral(request.authorityIds().join())}, true)`,
};

/**
 * Reads confidential rows behind the second wall and on record: the transaction carries the viewer's authorities, which
 * row level security compares with every row. Everything else runs without authorities: there row level security shows no
 * confidential row at all.
 */
export const guardedRunner = (pool: FairPool): AuditedRunner => new AuditedRunner(pool, ownAuthorities);
