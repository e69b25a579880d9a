import { anonymous, type Viewer } from '@lokaal/shared/auth';
import type { Asker } from '@lokaal/shared/callers';
import type { EntityManager } from 'typeorm';
import type { PersonalData, SliceDependencies } from '../../slice.js';
import { namedPerson } from '../person/named-person.query.js';
import { type Held, withNames } from './names-beside-ids.js';
import { recordRequest } from './rights-record.js';
import type { ExportMyDataInput } from './rights.input.js';
import { requestOf, type RightsRequest } from './rights.policy.js';

/** Everything that is held about a person, of one moment (GDPR art. 15 and 20). */
export class ExportService {
  constructor(
    private readonly on: Pick<SliceDependencies, 'db' | 'clock' | 'ask'>,
    private readonly inventory: readonly PersonalData[],
  ) {}

  /** Gives a JSON document, and writes down that it was given. */
  async export(asker: Asker, input: ExportMyDataInput): Promise<string> {
    const request = requestOf(asker.viewer, input);
    const now = this.on.clock.now();
    const held = await this.read(asker.viewer, request, now);
    // staff see more than the person for whom they export
    const reader = request.askedBy === 'SELF' ? asker : { ...asker, viewer: anonymous };
    const named = await withNames(this.on, reader, held);
    return JSON.stringify({ personId: request.personId, exportedAt: now.toISOString(), held: named }, null, 2);
  }

  private read(viewer: Viewer, request: RightsRequest, now: Date): Promise<Held[]> {
    const { personId } = request;
    return this.on.db.transaction('REPEATABLE READ', async (tx) => {
      await namedPerson(tx, { viewer, now }, { id: personId });
      const held: Held[] = [];
      for (const one of this.inventory) held.push({ kind: one.table, rows: await rowsOf(tx, one, personId) });
      await recordRequest(tx, request, { kind: 'EXPORT', now });
      return held.filter(({ rows }) => rows.length > 0);
    });
  }
}

async function rowsOf(tx: EntityManager, { table, of, shown }: PersonalData, personId: string): Promise<Held['rows']> {
  const [found] = await tx.query<Pick<Held, 'rows'>[]>(
    `select coalesce(jsonb_agg(to_jsonb(shown)), '[]') as rows
      from (select ${shown.join()} from ${table} where ${of}) as shown`,
    [personId],
  );
  return found?.rows ?? [];
}
