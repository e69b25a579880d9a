import type { Condition } from './condition.js';
import { type Column, columnsOf, type EntityClass, type Row, rowOf, tableOf } from './columns.js';
import type { Facet } from './facet.js';
import type { ParameterType, Sql } from './sql.js';
import type { ViewerRef } from './viewer-ref.js';

/** What a computed field may use besides its row. */
export interface ComputedScope {
  readonly viewer: ViewerRef;
  /** The clock's time, as a timestamptz. */
  readonly now: Sql;
  /** An argument of the field, as a parameter of the given PostgreSQL type. */
  argument(name: string, type: ParameterType): Sql;
  /** Whether a field of the object that the expression gives is asked for, in whatever type of a union. */
  readonly selects: (field: string) => boolean;
  /**
   * Says that the expression reads rows of this model. When the model is confidential, the field's object brings the
   * row's id under `auditKey`, as every confidential row does.
   */
  reads(model: ReadModel<never>): void;
  /** Says that the object holds ids of rows of this model, in fields of its type: each is read as the viewer may see it. */
  holds(model: AnyReadModel): void;
  /** How many rows the field's argument `first` asks for, as of a list; refuses what cannot be meant. */
  pageSize(): Sql;
}

export type Computed<E> = (row: Row<E>, scope: ComputedScope) => Sql;
export type Visible<E> = (viewer: ViewerRef, row: Row<E>) => Condition;

/** A column, and the direction in which it orders. */
export type Order<E> = readonly [column: Extract<keyof E, string>, direction: 'ASC' | 'DESC'];

/** How rows of a target belong to a row of a parent. Both are given as rows; the result is a join condition. */
export type Belongs<T, P> = (target: Row<T>, parent: Row<P>) => Condition;

/** A relation to one row: the target model and the join; with an order the first row counts, else there is at most one. */
export interface ToOne {
  readonly model: ReadModel<never>;
  /** The parent's column that holds the key, where that is all there is to the join. */
  readonly via?: string;
  readonly belongs: Belongs<never, never>;
  readonly order?: readonly Order<never>[];
}

/** A relation to many rows, always published as a connection. */
export interface ToMany {
  readonly model: ReadModel<never>;
  /** The parent's column that lists them, where that is all there is to the join. */
  readonly via?: string;
  /** Their own column that it lists them by. */
  readonly key?: string;
  readonly belongs: Belongs<never, never>;
}

export interface ReadModelOptions<E> {
  /** Who sees which rows. Compiled into every path by which a row can be reached. */
  readonly visible: Visible<E>;
  /** Columns that need a stronger right than the row; whoever lacks it reads null. */
  readonly restricted?: { readonly [P in Extract<keyof E, string>]?: Visible<E> };
  /** Fields that are no column: expressions over the row. Embedded objects are JSON keyed by field name, with __typename for unions. */
  readonly computed?: Readonly<Record<string, Computed<E>>>;
  readonly one?: Readonly<Record<string, () => ToOne>>;
  readonly many?: Readonly<Record<string, () => ToMany>>;
  /** Columns that may be filtered; each has an index. */
  readonly filter?: readonly Extract<keyof E, string>[];
  /** Columns that may order a list; never null, so that a cursor is a plain comparison. The first one is the default. */
  readonly order?: readonly Extract<keyof E, string>[];
  /** The default order is from new to old. */
  readonly latestFirst?: boolean;
  /** The column of the name, which a typing error is forgiven in; its table has a search_vector of all that finds a row. */
  readonly search?: Extract<keyof E, string>;
  /** The column of the name, where rows have one but are not searched. */
  readonly name?: Extract<keyof E, string>;
  /** Who also finds a row by words that not every reader of it may read: the table has them in restricted_search_vector. */
  readonly searchRestricted?: (viewer: ViewerRef) => Condition;
  /** Which rows others are named after: of what a search finds equally well by name, they come first. */
  readonly searchFirst?: Visible<E>;
  /**
   * What its lists are counted by, beside the enums and the keys of relations that they can be filtered by: a list that is
   * searched, or that has this, is counted by these without being told.
   */
  readonly facets?: readonly (Extract<keyof E, string> | Facet<E>)[];
  /** Rows of one authority that nobody else may see: read in a guarded transaction, and audited. */
  readonly confidential?: boolean;
  /** Which rows leave an audit record when this viewer reads them; confidential ones do for everybody. They have an authorityId. */
  readonly audited?: Visible<E>;
}

interface Described {
  readonly name: string;
  readonly table?: string;
  readonly columns: ReadonlyMap<string, Column>;
}

/** An entity as the world reads it: who sees which rows and columns, how it relates, how it is filtered, ordered and searched. */
export class ReadModel<E> {
  /** The GraphQL type. */
  readonly name: string;
  /** The table, or undefined for a stub: a type of another subgraph whose rows are keys. */
  readonly table: string | undefined;
  readonly columns: ReadonlyMap<string, Column>;
  /** The facets that it declares itself. */
  readonly facets: readonly Facet<E>[];

  constructor(
    { name, table, columns }: Described,
    readonly options: ReadModelOptions<E>,
  ) {
    this.name = name;
    this.table = table;
    this.columns = columns;
    const { filter = [], order = [], search, facets = [], restricted = {}, confidential, audited } = options;
    this.facets = facets.map((facet) => (typeof facet === 'string' ? { column: facet } : facet));
    const counted = this.facets.map(({ column }) => column);
    for (const property of [...filter, ...order, ...counted, ...(search ? [search] : [])])
      this.refuseUnlessPlain(property);
    for (const property of [...Object.keys(restricted), ...(audited ? ['authorityId'] : [])]) this.column(property);
    if (search && (confidential || audited))
      throw new Error(`${name} goes on record, and a search keeps too little of its rows to say which.`);
    for (const property of order) {
      if (this.column(property).nullable || this.column(property).isArray)
        throw new Error(`${name}.${property} may be null or is a list, so it cannot order a list.`);
    }
  }

  row(alias: string): Row<E> {
    return rowOf<E>(this.columns, alias);
  }

  column(property: string): Column {
    const column = this.columns.get(property);
    if (!column) throw new Error(`${this.name} has no column ${property}.`);
    return column;
  }

  /** The row that a column of the parent points to. */
  by(column: string): ToOne {
    return { ...this.one((target, parent) => keyOf(target).is(columnIn(parent, column))), via: column };
  }

  /** One row by a join condition; with an order the first row counts. */
  one<P>(belongs: Belongs<E, P>, order?: readonly Order<E>[]): ToOne {
    return { model: this, belongs, ...(order && { order }) } as unknown as ToOne;
  }

  /** The rows whose column points to the parent, or that a join condition finds. */
  where<P>(belongs: Extract<keyof E, string> | Belongs<E, P>): ToMany {
    const condition: Belongs<E, P> =
      typeof belongs === 'function' ? belongs : (target, parent) => target[belongs].is(keyOf(parent));
    return { model: this, belongs: condition } as unknown as ToMany;
  }

  /** The rows that a column of the parent lists, by a column that is unique among them. */
  listedIn(column: string, key: Extract<keyof E, string>): ToMany {
    return { ...this.where((target, parent) => target[key].isAnyOf(columnIn(parent, column))), via: column, key };
  }

  /** Ordering, filtering and counting by a column tell its value. */
  private refuseUnlessPlain(property: string): void {
    if (this.column(property).type === 'jsonb')
      throw new Error(`${this.name}.${property} is jsonb, which has no order.`);
    if (Object.hasOwn(this.options.restricted ?? {}, property))
      throw new Error(`${this.name}.${property} is restricted: ordering or filtering by it would tell its value.`);
  }
}

/** A read model of whatever entity. */
export type AnyReadModel = Pick<ReadModel<never>, 'name' | 'table' | 'columns'>;

const keyOf = (row: object): Row<{ id: string }>['id'] => columnIn(row, 'id');

function columnIn(row: object, property: string): Row<{ id: string }>['id'] {
  const column = (row as Row<Record<string, unknown>>)[property];
  if (!column) throw new Error(`There is no column ${property} to relate by.`);
  return column;
}

/** The read model of an own entity. Its GraphQL type has the entity's name without "Entity". */
export const readModel = <E extends object>(entity: EntityClass<E>, options: ReadModelOptions<E>): ReadModel<E> =>
  new ReadModel<E>(
    { name: entity.name.replace(/Entity$/, ''), table: tableOf(entity), columns: columnsOf(entity) },
    options,
  );
