import {
  onConnection,
  PreparedStatements,
  type ReadRequest,
  type Statement,
  type StatementRunner,
} from '@lokaal/shared/read';
import { escapeLiteral, type Pool, type PoolClient } from 'pg';
import { takeAuditedIds } from './audited-ids.js';

interface Read {
  readonly statement: Statement;
  readonly values: readonly unknown[];
  readonly request: ReadRequest;
}

/**
 * Reads confidential rows behind the second wall and on record: the transaction carries the viewer's authorities, which
 * row level security compares with every row, and what was read is written down before the answer leaves. Where it cannot
 * be written down, nothing is answered. Everything else runs on the pool as it is, without authorities: there row level
 * security shows no confidential row at all.
 */
export class GuardedRunner implements StatementRunner {
  private readonly prepared = new PreparedStatements();

  constructor(private readonly pool: Pool) {}

  async run(statement: Statement, values: readonly unknown[], request: ReadRequest): Promise<unknown> {
    const isGuarded = statement.confidential && request.authorityIds().length > 0;
    // Where it fails, the connection is closed, which undoes its transaction and whatever it had set.
    return onConnection(this.pool, request.signal, (client) =>
      isGuarded
        ? this.readOnRecord(client, { statement, values, request })
        : this.prepared.run(client, statement, values),
    );
  }

  /** Three round trips: begin with the authorities, the statement, the record with the commit. */
  private async readOnRecord(client: PoolClient, { statement, values, request }: Read): Promise<unknown> {
    const authorities = escapeLiteral(request.authorityIds().join());
    await client.query(`begin; select set_config('viewer.authorities', ${authorities}, true)`);
    const answer = await this.prepared.run(client, statement, values);
    await client.query(`${recordOf(statement, takeAuditedIds(answer), request)}; commit`);
    return answer;
  }
}

/**
 * Several commands in one round trip cannot have parameters, so the values are quoted. A read that found nothing is
 * recorded too: it may have counted.
 */
function recordOf(statement: Statement, ids: readonly string[], request: ReadRequest): string {
  const models = [...statement.models].filter(({ options }) => options.confidential);
  const found = `string_to_array(${quoted(ids.join())}, ',')`;
  const owners = models.map(({ table }) => `select id, authority_id from ${table} where id = any (${found})`);
  const columns = 'person_id, action, operation, request_id, object_types, object_ids, authority_ids';
  const who = [request.personId ?? '', 'READ', request.operation, request.requestId].map(quoted).join(', ');
  const types = `string_to_array(${quoted(models.map(({ name }) => name).join())}, ',')`;
  return `insert into audit_record (${columns}) select ${who}, ${types}, ${found},
    array(select distinct authority_id from (${owners.join(' union all ')}) owner)`;
}

/** NUL would end the command in the middle of a text. */
const quoted = (text: string): string => escapeLiteral(text.replaceAll('\0', ''));
