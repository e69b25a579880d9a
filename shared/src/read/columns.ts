import { getMetadataArgsStorage } from 'typeorm';
import { ViewerIds } from './viewer-ref.js';
import { type Condition } from './condition.js';
import { constant, identifier, param, type ParameterType, Sql, sql } from './sql.js';

/** The PostgreSQL types that a read model may publish, filter and order. */
export type ColumnType = 'text' | 'integer' | 'bigint' | 'numeric' | 'boolean' | 'timestamptz' | 'date' | 'jsonb';

export interface Column {
  /** Name of the entity's property, which is also the name of the GraphQL field. */
  readonly property: string;
  /** Name in the database. */
  readonly name: string;
  readonly type: ColumnType;
  readonly isArray: boolean;
  readonly nullable: boolean;
}

export type EntityClass<E> = (abstract new (...args: never[]) => E) & { readonly name: string };

const types: Record<string, ColumnType> = {
  text: 'text',
  varchar: 'text',
  smallint: 'integer',
  integer: 'integer',
  int: 'integer',
  bigint: 'bigint',
  numeric: 'numeric',
  boolean: 'boolean',
  timestamptz: 'timestamptz',
  date: 'date',
  jsonb: 'jsonb',
};

/** Table of an entity, from its TypeORM decorators. */
export function tableOf(entity: EntityClass<object>): string {
  const table = getMetadataArgsStorage().tables.find((one) => one.target === entity)?.name;
  if (!table) throw new Error(`${entity.name} has no @Entity('table_name').`);
  return table;
}

/** Columns of an entity, own and inherited, from its TypeORM decorators. */
export function columnsOf(entity: EntityClass<object>): Map<string, Column> {
  const chain = inheritance(entity);
  const columns = getMetadataArgsStorage().columns.filter((one) => chain.includes(one.target));
  return new Map(
    columns.map(({ propertyName, options }) => {
      const type = types[String(options.type)];
      if (!type)
        throw new Error(`${entity.name}.${propertyName} needs an explicit column type, not ${String(options.type)}.`);
      const name = options.name ?? propertyName;
      const column = { property: propertyName, name, type, isArray: !!options.array, nullable: !!options.nullable };
      return [propertyName, column];
    }),
  );
}

function inheritance(entity: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let one = entity; typeof one === 'function'; one = Object.getPrototypeOf(one)) chain.push(one);
  return chain;
}

export const pgType = (column: Column): ParameterType => (column.isArray ? `${column.type}[]` : column.type);

/** A column of a row under its alias: an expression, with the comparisons that visibility rules need. */
export class ColumnRef extends Sql {
  constructor(
    readonly alias: string,
    readonly column: Column,
    expression: Sql = sql`${identifier(alias)}.${identifier(column.name)}`,
  ) {
    super(expression.parts);
  }

  is(value: string | number | boolean | Sql): Condition {
    return sql`${this} = ${this.operand(value)}`;
  }

  isAnyOf(values: ViewerIds | readonly (string | number)[] | Sql): Condition {
    if (values instanceof ViewerIds) return values.certainlyEmpty ? 'never' : sql`${this} = any(${values.list})`;
    if (values instanceof Sql) return sql`${this} = any(${values})`;
    return sql`${this} = any(${param(`${this.column.type}[]`, () => values)})`;
  }

  get isNull(): Condition {
    return sql`${this} is null`;
  }

  get isNotNull(): Condition {
    return sql`${this} is not null`;
  }

  private operand(value: string | number | boolean | Sql): Sql {
    if (value instanceof Sql) return value;
    return typeof value === 'string' ? constant(value) : new Sql([String(value)]);
  }
}

/** A row of an entity under an alias: one ColumnRef a property. */
export type Row<E> = { readonly [P in keyof E]-?: ColumnRef };

/** A row of which the entity does not matter: by property name. */
export type ReadRow = Readonly<Record<string, ColumnRef>>;

export function rowOf<E>(columns: ReadonlyMap<string, Column>, alias: string): Row<E> {
  const refs = [...columns.values()].map((column) => [column.property, new ColumnRef(alias, column)] as const);
  return Object.fromEntries(refs) as Row<E>;
}
