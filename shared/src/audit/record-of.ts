import { escapeLiteral } from 'pg';
import type { ReadRequest, Statement } from '../read/index.js';
import type { Audited } from './take-audited.js';

const columns = 'person_id, action, operation, request_id, object_types, object_ids, authority_ids';

/**
 * The command that writes a read down. Several commands in one round trip cannot have parameters, so the values are
 * quoted. A confidential read that found nothing is recorded too: it may have counted.
 */
export function recordOf(statement: Statement, { ids, owners }: Audited, request: ReadRequest): string {
  if (!statement.confidential && ids.size === 0 && owners.size === 0) return '';
  const found = list(ids);
  const ownersOf = statement.audited.map(
    ({ table }) => `select id, authority_id from ${table} where id = any (${found})`,
  );
  const who = [request.actorId ?? '', 'READ', request.operation, request.requestId].map(quoted).join(', ');
  const types = list(statement.audited.map(({ name }) => name));
  const counted = `select null, unnest(${list(owners)})`;
  return `insert into audit_record (${columns}) select ${who}, ${types}, ${found},
    array(select distinct authority_id from (${[...ownersOf, counted].join(' union all ')}) owner)`;
}

const list = (values: Iterable<string>): string => `string_to_array(${quoted([...values].join())}, ',')`;

/** NUL would end the command in the middle of a text. */
const quoted = (text: string): string => escapeLiteral(text.replaceAll('\0', ''));
