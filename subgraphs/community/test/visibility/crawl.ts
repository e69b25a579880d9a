import type { Viewer } from '@lokaal/shared/auth';
import type { AnyReadModel } from '@lokaal/shared/read';
import type { TestSubgraph } from '../../../../shared/test/subgraph.js';
import { slices } from '../../src/schema.js';
import type { Row } from '../given.js';
import { listsOf, ownTypes, probes, type Question, singles, typeOf, wholeOf } from './paths.js';
import { counted } from './statements.js';

const models = new Map(slices.flatMap((slice) => slice.models).map((model) => [model.name, model as AnyReadModel]));

export interface Crawled {
  /** What a viewer comes upon: by which question each id was seen. */
  readonly seen: ReadonlyMap<string, string>;
  /** Questions that took more than one statement, with their number. */
  readonly costly: readonly string[];
}

/** Asks everything that may lead to a row: all lists, keys, filters, searches, relations of every row, and references. */
export async function crawl(on: TestSubgraph, viewer: Viewer, rows: readonly Row[]): Promise<Crawled> {
  const seen = new Map<string, string>();
  const costly: string[] = [];
  const ask = async (query: string, variables: Readonly<Record<string, unknown>> = {}) => {
    const [{ data, errors }, statements] = await counted(() => on.as(viewer).run(query, variables));
    if (errors) throw new Error(`${query} ${JSON.stringify(variables)}: ${JSON.stringify(errors)}`);
    if (statements > 1) costly.push(`${statements}: ${query}`);
    collect(data, (id) => seen.set(id, seen.get(id) ?? query));
  };
  for (const query of [...listsOf(), ...singles()]) await ask(query);
  for (const type of ownTypes) await throughRows(type, rows, ask);
  for (const { query, variables } of await guesses(on, rows)) await ask(query, variables);
  await ask(REFERENTS, { items: rows.filter((row) => typeOf(row) === 'Person').map(referent) });
  return { seen, costly };
}

/** What somebody who knows the rows may ask, each question once. */
async function guesses(on: TestSubgraph, rows: readonly Row[]): Promise<Iterable<Question>> {
  const questions = new Map<string, Question>();
  for (const row of rows) {
    for (const one of probes(typeOf(row), await columnsOf(on, row))) questions.set(JSON.stringify(one), one);
  }
  return questions.values();
}

type Ask = (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<void>;

/** From a row that is known or guessed to all that it leads to, by its id and as a reference. */
async function throughRows(type: string, rows: readonly Row[], ask: Ask): Promise<void> {
  const ids = rows.filter((row) => typeOf(row) === type).map(({ id }) => id);
  const asked = `{ __typename ... on ${type} { ${wholeOf(type)} } }`;
  await ask(`query ($ids: [ID!]!) { found: nodes(ids: $ids) ${asked} }`, { ids });
  const items = ids.map((id) => ({ __typename: type, id }));
  await ask(`query ($items: [_Any!]!) { _entities(representations: $items) ${asked} }`, { items });
}

/** The catalogue tells who is the referent of a portfolio item; who that is, is told here. */
const REFERENTS = `query ($items: [_Any!]!) { _entities(representations: $items) { ... on PortfolioItem { referent { id } } } }`;
const referent = ({ id }: Row) => ({
  __typename: 'PortfolioItem',
  id: id.replace('person', 'portfolioitem'),
  referentId: id,
});

/** A row as its owner could know it, by the names of the graph. */
async function columnsOf(on: TestSubgraph, row: Row): Promise<Record<string, unknown>> {
  const { table, columns } = models.get(typeOf(row))!;
  const [found] = await on.sql<Record<string, unknown>>(`select to_jsonb(t) as row from ${table} t where id = $1`, [
    row.id,
  ]);
  const values = found!['row'] as Record<string, unknown>;
  return Object.fromEntries([...columns.values()].map(({ property, name }) => [property, values[name]]));
}

/** Every id of an answer; a list counts exactly what it shows, and no facet counts more. */
function collect(value: unknown, tell: (id: string) => void): void {
  if (typeof value !== 'object' || value === null) return;
  const one = value as Readonly<Record<string, unknown>>;
  if (typeof one['id'] === 'string') tell(one['id']);
  if (Array.isArray(one['nodes'])) refuseUncounted(one, one['nodes']);
  for (const part of Object.values(one)) collect(part, tell);
}

function refuseUncounted(list: Readonly<Record<string, unknown>>, nodes: readonly unknown[]): void {
  const facets = Object.values((list['facets'] ?? {}) as Record<string, { count: number }[]>).flat();
  const most = Math.max(0, ...facets.map(({ count }) => count));
  if (list['totalCount'] !== nodes.length || most > nodes.length)
    throw new Error(`A list counts ${String(list['totalCount'])} (facets: ${most}) and shows ${nodes.length}.`);
}
