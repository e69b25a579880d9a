import type { GraphQLResolveInfo } from 'graphql';
import type { Clock } from '../config/index.js';
import { authorityIds, type Viewer } from '../auth/index.js';
import { allOf, asSql, type Condition } from './condition.js';
import { pgType, type ReadRow } from './columns.js';
import { compileConnection } from './compile-connection.js';
import { compileReferences, type Representation, representationsOf } from './compile-references.js';
import { compileRow } from './compile-row.js';
import { withoutAuditKeys } from './keys.js';
import type { ComputedScope, ReadModel } from './model.js';
import { Run } from './run.js';
import { isTyped, Scope, type Selected } from './scope.js';
import { param, render, type Sql, sql } from './sql.js';
import type { Statement, StatementRunner } from './statement.js';
import type { StatementCache } from './statement-cache.js';
import { shapeOf, ViewerRef } from './viewer-ref.js';

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

/** One request's way to read: every root field, reference and payload becomes one statement through it. */
export class Reader {
  private readonly shape;

  constructor(
    private readonly dependencies: ReaderDependencies,
    private readonly viewer: Viewer,
    private readonly request: { readonly requestId: string; readonly operation: string },
  ) {
    this.shape = shapeOf(viewer);
  }

  /** A connection as the field's arguments and selection ask for it, of all visible rows or of those that `among` says. */
  page<E>(model: ReadModel<E>, info: GraphQLResolveInfo, among?: Among<E>): Promise<unknown> {
    const root = rootOf(info);
    return this.read(info, `page ${model.name} ${this.variantOf(model, info, among)}`, (scope) =>
      compileConnection(scope, model as never, root, (row) => amongIn(scope, root, row, among)),
    );
  }

  /** The visible row with these values in these (unique) columns, or null. */
  one<E>(
    model: ReadModel<E>,
    by: Partial<Record<Extract<keyof E, string>, unknown>>,
    info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const columns = Object.keys(by);
    const isLookedUp = (row: ReadRow): Condition => allOf(...columns.map((name) => isLookup(model, row, name)));
    const compile = (scope: Scope): Sql => compileRow(scope, model as never, rootOf(info), isLookedUp);
    return this.read(info, `one ${model.name} ${columns.join()}`, compile, by as Record<string, unknown>);
  }

  /** The first visible row that `among` says, or null: for "my own" of something. */
  first<E>(model: ReadModel<E>, among: Among<E>, info: GraphQLResolveInfo): Promise<unknown> {
    const root = rootOf(info);
    return this.read(info, `first ${model.name} ${this.variantOf(model, info, among)}`, (scope) =>
      compileRow(scope, model as never, root, (row) => amongIn(scope, root, row, among), sql` limit 1`),
    );
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
    const { json, places } = representationsOf(representations);
    const compile = (scope: Scope): Sql => compileReferences(scope, model, rootOf(info));
    const lookup = { representations: json };
    const rows = (await this.read(info, `references ${model.name}`, compile, lookup)) as (object | null)[];
    return places.map((place) => rows[place] ?? null);
  }

  /** What was written into the condition itself tells one statement from another. */
  private variantOf<E>(model: ReadModel<E>, info: GraphQLResolveInfo, among?: Among<E>): string {
    if (!among) return '';
    const scope = new Scope(info, new ViewerRef(this.shape), this.run(info));
    return render(asSql(amongIn(scope, rootOf(info), model.row('row') as never, among))).text;
  }

  private run(info: GraphQLResolveInfo, lookup?: Record<string, unknown>): Run {
    return new Run(this.viewer, this.dependencies.clock.now(), info.variableValues, lookup);
  }

  private async read(
    info: GraphQLResolveInfo,
    variant: string,
    compile: (scope: Scope) => Sql,
    lookup?: Record<string, unknown>,
  ): Promise<unknown> {
    const { runner, cache } = this.dependencies;
    const run = this.run(info, lookup);
    const statement = cache.get(info, `${this.shape} ${String(isTyped(info))} ${variant}`, () => {
      const scope = new Scope(info, new ViewerRef(this.shape), run);
      return statementOf(scope, compile(scope));
    });
    const values = statement.params.map((one) => storable(one.value(run)));
    const answer = await runner.run(statement, values, {
      personId: this.viewer.personId,
      authorityIds: () => authorityIds(this.viewer),
      ...this.request,
    });
    return statement.confidential ? withoutAuditKeys(answer) : answer;
  }
}

/** PostgreSQL's text cannot hold NUL, so no stored text equals one that has it: it becomes the replacement character. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value;
  return Array.isArray(value) ? value.map(storable) : value;
}

function statementOf(scope: Scope, answer: Sql): Statement {
  const confidential = [...scope.models].some((model) => model.options.confidential);
  return { ...render(sql`select ${answer} as "answer"`), models: scope.models, confidential };
}

const rootOf = (info: GraphQLResolveInfo): Selected => ({
  key: String(info.path.key),
  name: info.fieldName,
  field: info.parentType.getFields()[info.fieldName]!,
  nodes: info.fieldNodes,
});

const amongIn = <E>(scope: Scope, root: Selected, row: ReadRow, among?: Among<E>): Condition =>
  among?.(scope.viewer, row as never, scope.computed(root)) ?? 'always';

const isLookup = <E>(model: ReadModel<E>, row: ReadRow, name: string): Condition =>
  row[name]!.is(param(pgType(model.column(name)), (run) => run.lookup[name] ?? null));
