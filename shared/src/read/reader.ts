import type { GraphQLResolveInfo } from 'graphql';
import type { Clock } from '../config/index.js';
import { actorOf, authorityIds, type Viewer } from '../auth/index.js';
import { Turns } from '../callers/index.js';
import { allOf, asSql, type Condition } from './condition.js';
import { pgType, type ReadRow } from './columns.js';
import { compileConnection, compilePage } from './compile-connection.js';
import { foundBy } from './compile-found.js';
import { compileObject } from './compile-object.js';
import { compileReferences, keysOf, type Representation } from './compile-references.js';
import { compileFirst, compileRow } from './compile-row.js';
import type { ComputedScope, ReadModel } from './model.js';
import { Run } from './run.js';
import { isTyped, Scope, type Selected } from './scope.js';
import { param, render, type Sql, sql } from './sql.js';
import type { ReadRequest, Statement, StatementRunner } from './statement.js';
import type { SearchModel } from './search-model.js';
import type { StatementCache } from './statement-cache.js';
import { shapeOf, type ViewerRef } from './viewer-ref.js';

export interface ReaderDependencies {
  readonly runner: StatementRunner;
  readonly cache: StatementCache;
  readonly clock: Clock;
}

/**
 * Which rows a root field is about. Values of the request come in as `scope.argument('year', 'integer')`: what is compiled
 * serves later requests too, so a value that is written into the condition itself makes a statement of its own.
 */
export type Among<E> = (
  viewer: ViewerRef,
  row: ReturnType<ReadModel<E>['row']>,
  scope: Pick<ComputedScope, 'argument' | 'now'>,
) => Condition;

/** Statements of one request that run at the same time: one question with many fields leaves connections to others. */
const statementsAtOnce = 3;

/** One request's way to read: every root field, reference and payload becomes one statement through it. */
export class Reader {
  private readonly shape;
  private readonly turns = new Turns({ atOnce: statementsAtOnce });

  constructor(
    private readonly dependencies: ReaderDependencies,
    private readonly viewer: Viewer,
    private readonly request: Pick<ReadRequest, 'requestId' | 'operation' | 'caller' | 'signal'>,
  ) {
    this.shape = shapeOf(viewer);
  }

  /** A connection as the field's arguments and selection ask for it, of all visible rows or of those that `among` says. */
  page<E>(model: ReadModel<E>, info: GraphQLResolveInfo, among?: Among<E>): Promise<unknown> {
    const root = rootOf(info);
    return this.read(info, {
      variant: `page ${model.name} ${this.textOf(model, info, among)}`,
      compile: (scope) =>
        compileConnection({ scope, model: model as never }, root, (row) => amongIn({ scope, row }, root, among)),
    });
  }

  /** The visible row with these values in these (unique) columns, or null. */
  one<E>(
    model: ReadModel<E>,
    by: Partial<Record<Extract<keyof E, string>, unknown>>,
    info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const columns = Object.keys(by);
    const isLookedUp = (row: ReadRow): Condition => allOf(...columns.map((name) => isLookup(model, row, name)));
    return this.read(info, {
      variant: `one ${model.name} ${columns.join()}`,
      compile: (scope) => compileRow({ scope, model: model as never }, rootOf(info), isLookedUp),
      lookup: by,
    });
  }

  /** The first visible row that `among` says, or null: for "my own" of something. */
  first<E>(model: ReadModel<E>, among: Among<E>, info: GraphQLResolveInfo): Promise<unknown> {
    const root = rootOf(info);
    return this.read(info, {
      variant: `first ${model.name} ${this.textOf(model, info, among)}`,
      compile: (scope) =>
        compileFirst({ scope, model: model as never }, root, (row) => amongIn({ scope, row }, root, among)),
    });
  }

  /** What the field's arguments `text` and `types` find in several models, as a connection; the best match first. */
  search(model: SearchModel, info: GraphQLResolveInfo): Promise<unknown> {
    return this.read(info, {
      variant: `search ${model.name}`,
      compile: (scope) => compilePage(foundBy(scope, model, rootOf(info))),
    });
  }

  /**
   * The rows that representations of one type point to, in their order, null where there is none that the viewer may see:
   * one statement for all of them.
   */
  async references(
    model: ReadModel<never>,
    representations: readonly Representation[],
    info: GraphQLResolveInfo,
  ): Promise<(object | null)[]> {
    const keys = keysOf(model, representations);
    const rows = (await this.read(info, {
      variant: `references ${model.name} ${String(keys.onlyIds)}`,
      compile: (scope) => compileReferences({ scope, model }, rootOf(info), keys),
      lookup: keys.lookup,
    })) as (object | null)[];
    return keys.places.map((place) => rows[place] ?? null);
  }

  /** What was written into the condition itself tells one statement from another. */
  private textOf<E>(model: ReadModel<E>, info: GraphQLResolveInfo, among?: Among<E>): string {
    if (!among) return '';
    const scope = new Scope(info, this.run(info), compileObject);
    return render(asSql(amongIn({ scope, row: model.row('row') }, rootOf(info), among))).text;
  }

  private run({ variableValues }: GraphQLResolveInfo, lookup?: Record<string, unknown>): Run {
    const { clock } = this.dependencies;
    return new Run({ viewer: this.viewer, now: clock.now(), variables: variableValues, lookup });
  }

  private async read(info: GraphQLResolveInfo, { variant, compile, lookup }: Read): Promise<unknown> {
    const { runner, cache } = this.dependencies;
    const run = this.run(info, lookup);
    const statement = cache.get(info, `${this.shape} ${String(isTyped(info))} ${variant}`, () => {
      const scope = new Scope(info, run, compileObject);
      return statementOf(scope, compile(scope));
    });
    for (const check of statement.checks) check(run);
    const values = statement.params.map((one) => storable(one.value(run)));
    const request = {
      actorId: actorOf(this.viewer),
      authorityIds: () => authorityIds(this.viewer),
      ...this.request,
    };
    // not by the signal: once it came, whatever has its turn is refused one step further
    return this.turns.take({}, () => runner.run(statement, values, request));
  }
}

/** One read: what tells its statement from others of the same field, and how that is compiled. */
interface Read {
  readonly variant: string;
  readonly compile: (scope: Scope) => Sql;
  readonly lookup?: Record<string, unknown>;
}

/** PostgreSQL's text cannot hold NUL, so no stored text equals one that has it: it becomes the replacement character. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value;
  return Array.isArray(value) ? value.map(storable) : value;
}

function statementOf(scope: Scope, answer: Sql): Statement {
  const audited = [...scope.models].filter((model) => model.options.confidential || scope.onRecord.has(model));
  const confidential = audited.some((model) => model.options.confidential);
  return { ...render(sql`select ${answer} as "answer"`), checks: scope.checks, audited, confidential };
}

const rootOf = (info: GraphQLResolveInfo): Selected => ({
  key: String(info.path.key),
  name: info.fieldName,
  field: info.parentType.getFields()[info.fieldName]!,
  nodes: info.fieldNodes,
});

interface RowInScope {
  readonly scope: Scope;
  readonly row: object;
}

const amongIn = <E>({ scope, row }: RowInScope, root: Selected, among?: Among<E>): Condition =>
  among?.(scope.viewer, row as never, scope.computed(root)) ?? 'always';

const isLookup = <E>(model: ReadModel<E>, row: ReadRow, name: string): Condition =>
  row[name]!.is(param(pgType(model.column(name)), (run) => run.lookup[name] ?? null));
