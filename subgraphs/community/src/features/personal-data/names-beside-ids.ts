import type { Asker } from '@lokaal/shared/callers';
import { askAs } from '../../ask-as.js';
import type { SliceDependencies } from '../../slice.js';

/** Of people nothing is asked: whom somebody dealt with is another's data. */
const NAMES = `query ($ids: [ID!]!) { nodes(ids: $ids) { id
  ... on Organisation { name: legalName } ... on KnowledgeCircle { name } ... on MailingList { name } ... on ThinkTank { name }
  ... on Event { name: title } ... on Session { name: title } ... on Training { name: title }
  ... on Publication { name: title } ... on MediaItem { name: title } ... on NewsItem { name: title } } }`;

/** Ids that may be asked for at once. */
const batchSize = 100;

type Row = Readonly<Record<string, unknown>>;

export interface Held {
  readonly kind: string;
  readonly rows: readonly Row[];
}

interface Named {
  readonly nodes: readonly ({ readonly id: string; readonly name?: string } | null)[];
}

const isId = ([column, value]: [string, unknown]): boolean => column.endsWith('_id') && typeof value === 'string';

/** Rows in which the name of an organisation, event and the like stands beside its id, where the asker may see it today. */
export async function withNames(on: Pick<SliceDependencies, 'ask'>, asker: Asker, held: readonly Held[]) {
  const values = held.flatMap(({ rows }) => rows.flatMap((row) => Object.entries(row).filter(isId)));
  const ids = [...new Set(values.map(([, value]) => value as string))];
  const names = new Map<unknown, string>();
  for (let from = 0; from < ids.length; from += batchSize) {
    const variables = { ids: ids.slice(from, from + batchSize) };
    const { nodes } = await askAs<Named>(on, asker, { operation: 'export', query: NAMES, variables });
    for (const node of nodes) if (node?.name !== undefined) names.set(node.id, node.name);
  }
  return held.map(({ kind, rows }) => ({ kind, rows: rows.map((row) => named(row, names)) }));
}

function named(row: Row, names: ReadonlyMap<unknown, string>): Row {
  const columns = Object.entries(row).flatMap(([column, value]): [string, unknown][] => {
    const name = isId([column, value]) ? names.get(value) : undefined;
    const id: [string, unknown] = [column, value];
    return name === undefined ? [id] : [id, [column.replace(/_id$/u, '_name'), name]];
  });
  return Object.fromEntries(columns);
}
