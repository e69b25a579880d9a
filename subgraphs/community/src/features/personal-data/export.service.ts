import type { Viewer } from '@lokaal/shared/auth';
import type { EntityManager } from 'typeorm';
import type { PersonalData, SliceDependencies } from '../../slice.js';
import { namedPerson } from '../person/named-person.query.js';
import { recordRequest } from './rights-record.js';
import type { ExportMyDataInput } from './rights.input.js';
import { requestOf } from './rights.policy.js';

/** Everything that is held about a person, of one moment (GDPR art. 15 and 20). */
export class ExportService {
  constructor(
    private readonly on: Pick<SliceDependencies, 'db' | 'clock'>,
    private readonly inventory: readonly PersonalData[],
  ) {}

  /** Gives a JSON document, and writes down that it was given. */
  export(viewer: Viewer, input: ExportMyDataInput): Promise<string> {
    const request = requestOf(viewer, input);
    const { personId } = request;
    const now = this.on.clock.now();
    return this.on.db.transaction('REPEATABLE READ', async (tx) => {
      await namedPerson(tx, { viewer, now }, { id: personId });
      const held = [];
      for (const one of this.inventory) held.push({ kind: one.table, rows: await rowsOf(tx, one, personId) });
      await recordRequest(tx, request, { kind: 'EXPORT', now });
      const filled = held.filter(({ rows }) => rows.length > 0);
      return JSON.stringify({ personId, exportedAt: now.toISOString(), held: filled }, null, 2);
    });
  }
}

async function rowsOf(tx: EntityManager, { table, of, shown }: PersonalData, personId: string): Promise<unknown[]> {
  const [found] = await tx.query<{ rows: unknown[] }[]>(
    `select coalesce(jsonb_agg(to_jsonb(shown)), '[]') as rows
      from (select ${shown.join()} from ${table} where ${of}) as shown`,
    [personId],
  );
  return found?.rows ?? [];
}
