import type { FastifyReply } from 'fastify';
import { writeCsv } from '@lokaal/shared/documents';
import { httpError } from '@lokaal/shared/http';
import type { TableOf } from '../table/table.js';

const csv = 'text/csv';
const offered: ReadonlySet<string> = new Set([csv, 'application/json', 'application/graphql-response+json']);

/** Whether a client would rather have CSV than JSON; of what it likes alike, the first that it names. */
export function prefersTable(accept = ''): boolean {
  const given = accept.toLowerCase();
  if (!given.includes(csv)) return false;
  const wishes = given.split(',').map(wishOf);
  const [best] = wishes
    .filter(({ type, quality }) => offered.has(type) && quality > 0)
    .toSorted((one, other) => other.quality - one.quality);
  return best?.type === csv;
}

function wishOf(range: string): { type: string; quality: number } {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim());
  const quality = parameters.find((one) => one.startsWith('q='))?.slice(2) ?? '1';
  return { type, quality: Number(quality) };
}

/** The answer as CSV. With errors it stays JSON, and its status says so: half a table looks like a whole one. */
export function tableAnswer(reply: FastifyReply, body: string, tableOf: TableOf): string {
  const { data, errors } = JSON.parse(body) as { data?: unknown; errors?: readonly ShownError[] };
  if (errors) {
    if (reply.statusCode === 200) refuse(reply, errors);
    return body;
  }
  const table = tableOf(data);
  if (!table) {
    void reply.code(404);
    return JSON.stringify({ errors: [httpError('NOT_FOUND', 'What you ask a list of does not exist.')] });
  }
  const { rows, totalCount, endCursor } = table;
  void reply.header('content-type', `${csv}; charset=utf-8`);
  if (totalCount !== '') void reply.header('x-total-count', totalCount);
  if (endCursor !== '') void reply.header('x-end-cursor', endCursor);
  return writeCsv(rows);
}

interface ShownError {
  readonly extensions?: { readonly code?: string; readonly retryAfter?: number };
}

/** What a client did nothing wrong for, or may ask again later; with anything else the question has to change. */
const statuses: Readonly<Record<string, number>> = {
  RATE_LIMITED: 429,
  INTERNAL_SERVER_ERROR: 502,
  SERVICE_UNAVAILABLE: 503,
  SUBGRAPH_UNAVAILABLE: 503,
  TIMEOUT: 504,
};

/** Of several errors the one counts that says least of the question. */
function refuse(reply: FastifyReply, errors: readonly ShownError[]): void {
  const status = Math.max(...errors.map(({ extensions }) => statuses[extensions?.code ?? ''] ?? 400));
  const waits = errors.flatMap(({ extensions }) => extensions?.retryAfter ?? []);
  void reply.code(status);
  if (status !== 400 && waits.length > 0) void reply.header('retry-after', Math.max(...waits));
}
