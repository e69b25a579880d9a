import { getNamedType, type GraphQLObjectType, type GraphQLResolveInfo } from 'graphql';
import type { Clock } from '../config/index.js';
import { authorityIds, type Viewer } from '../auth/index.js';
import { allOf, asSql, type Condition } from './condition.js';
import { pgType, type ReadRow } from './columns.js';
import { compileConnection } from './compile-connection.js';
import { compileObject } from './compile-object.js';
import { typeKey } from './keys.js';
import type { ReadModel, Visible } from './model.js';
import { Run } from './run.js';
import { Scope, type Selected } from './scope.js';
import { constant, identifier, jsonList, param, render, Sql, sql } from './sql.js';
import type { Statement, StatementRunner } from './statement.js';
import type { StatementCache } from './statement-cache.js';
import { shapeOf, ViewerRef } from './viewer-ref.js';

export interface ReaderDependencies {
  readonly runner: StatementRunner;
  readonly cache: StatementCache;
  readonly clock: Clock;
}

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

  /** A connection as the field's arguments and selection ask for it, of all visible rows or of those that `belongs` says. */
  page<E>(model: ReadModel<E>, info: GraphQLResolveInfo, belongs?: Visible<E>): Promise<unknown> {
    const compile = (scope: Scope): Sql =>
      compileConnection(
        scope,
        model as never,
        rootOf(info),
        (row) => belongs?.(scope.viewer, row as never) ?? 'always',
      );
    return this.read(info, `page ${model.name}`, compile);
  }

  /** The visible row with these values in these (unique) columns, or null. */
  one<E>(
    model: ReadModel<E>,
    by: Partial<Record<Extract<keyof E, string>, unknown>>,
    info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const columns = Object.keys(by);
    const variant = `one ${model.name} ${columns.join()}`;
    return this.read(
      info,
      variant,
      (scope) => this.row(scope, model as never, info, columns),
      by as Record<string, unknown>,
    );
  }

  /** The first visible row that `belongs` says, or null: for "my own" of something. */
  first<E>(model: ReadModel<E>, belongs: Visible<E>, info: GraphQLResolveInfo): Promise<unknown> {
    const compile = (scope: Scope): Sql =>
      rowOf(scope, model as never, info, (row) => belongs(scope.viewer, row as never), sql` limit 1`);
    return this.read(info, `first ${model.name}`, compile);
  }

  /** A row by id for a field of an abstract type: the answer says which type it is. */
  async node(model: ReadModel<never>, id: string, info: GraphQLResolveInfo): Promise<unknown> {
    const row = (index: string) => (scope: Scope) => this.row(scope, model, info, [index]);
    const answer = await this.read(info, `node ${model.name}`, row('id'), { id });
    return answer && Object.assign(answer, { [typeKey]: model.name });
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
    const distinct = new Map(representations.map((one) => [JSON.stringify(one), one]));
    const lookup = { representations: JSON.stringify([...distinct.values()]).replaceAll('\\u0000', '\\ufffd') };
    const compile = (scope: Scope): Sql => referencedRows(scope, model, info);
    const rows = (await this.read(info, `references ${model.name}`, compile, lookup)) as (object | null)[];
    const answers = new Map([...distinct.keys()].map((key, index) => [key, rows[index] ?? null]));
    return representations.map((one) => answers.get(JSON.stringify(one)) ?? null);
  }

  private row(scope: Scope, model: ReadModel<never>, info: GraphQLResolveInfo, columns: readonly string[]): Sql {
    const isLookedUp = (row: ReadRow): Condition =>
      allOf(
        ...columns.map((name) => row[name]!.is(param(pgType(model.column(name)), (run) => run.lookup[name] ?? null))),
      );
    return rowOf(scope, model, info, isLookedUp);
  }

  private async read(
    info: GraphQLResolveInfo,
    variant: string,
    compile: (scope: Scope) => Sql,
    lookup?: Record<string, unknown>,
  ): Promise<unknown> {
    const { runner, cache, clock } = this.dependencies;
    const run = new Run(this.viewer, clock.now(), info.variableValues, lookup);
    const statement = cache.get(info, `${this.shape} ${variant}`, () => {
      const scope = Scope.of(info, new ViewerRef(this.shape), run);
      return statementOf(scope, compile(scope));
    });
    const values = statement.params.map((one) => storable(one.value(run)));
    return runner.run(statement, values, {
      personId: this.viewer.personId,
      authorityIds: () => authorityIds(this.viewer),
      ...this.request,
    });
  }
}

/** PostgreSQL's text cannot hold NUL, so no stored text equals one that has it: it becomes the replacement character. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value;
  return Array.isArray(value) ? value.map(storable) : value;
}

/** A representation of `_entities`: the key, the type, and what the type requires from its owner. */
export type Representation = Readonly<Record<string, unknown>>;

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

/** The concrete type of a model: what is selected of it may sit in fragments on an interface or union. */
const typeOf = (model: ReadModel<never>, info: GraphQLResolveInfo): GraphQLObjectType =>
  (info.schema.getType(model.name) ?? getNamedType(info.returnType)) as GraphQLObjectType;

function rowOf(
  scope: Scope,
  model: ReadModel<never>,
  info: GraphQLResolveInfo,
  belongs: (row: ReadRow) => Condition,
  end = sql``,
): Sql {
  const alias = scope.alias();
  const row: ReadRow = model.row(alias);
  const condition = allOf(belongs(row), model.options.visible(scope.viewer, row as never));
  const object = compileObject(scope, model, row, typeOf(model, info), info.fieldNodes);
  return sql`(select ${object} from ${identifier(model.table!)} ${identifier(alias)} where ${asSql(condition)}${end})`;
}

function referencedRows(scope: Scope, model: ReadModel<never>, info: GraphQLResolveInfo): Sql {
  const given = param('json', (run) => run.lookup.representations);
  const alias = scope.alias();
  const keys = identifier('§keys');
  const order = sql`${keys}."§place"`;
  const type = typeOf(model, info);
  if (!model.table) {
    const definitions = [...model.columns.values()].map((one) => `"${one.name}" ${pgType(one)}`).join(', ');
    const row: ReadRow = model.row('§keys');
    const object = compileObject(scope, model, row, type, info.fieldNodes);
    return sql`(select ${jsonList(object, order)} from rows from (json_to_recordset(${given}) as (${new Sql([definitions])})) with ordinality as ${keys}(${columnNames(model)}, "§place"))`;
  }
  const row: ReadRow = model.row(alias);
  const condition = allOf(
    row.id!.is(sql`${keys}."key" ->> ${constant('id')}`),
    model.options.visible(scope.viewer, row as never),
  );
  const object = compileObject(scope, model, row, type, info.fieldNodes);
  const found = sql`(select ${object} from ${identifier(model.table)} ${identifier(alias)} where ${asSql(condition)})`;
  return sql`(select ${jsonList(found, order)} from json_array_elements(${given}) with ordinality as ${keys}("key", "§place"))`;
}

const columnNames = (model: ReadModel<never>): Sql =>
  new Sql([[...model.columns.values()].map((one) => `"${one.name}"`).join(', ')]);
