import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { collectSubFields } from '@graphql-tools/utils';
import { sizeOfPage } from '../arguments/index.js';
import type { AnyReadModel, ComputedScope, ReadModel } from './model.js';
import type { Place } from './place.js';
import type { Run } from './run.js';
import { integer, param, type ParameterType, type Sql } from './sql.js';
import { now } from './today.js';
import { shapeOf, ViewerRef } from './viewer-ref.js';

/** A selected field: its place in the answer, its definition and the nodes that select it (merged when several do). */
export interface Selected {
  readonly key: string;
  readonly name: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
}

/** How a value becomes a parameter: its PostgreSQL type, and what is done to it before. */
interface Operand {
  readonly type: ParameterType;
  readonly map?: (value: unknown) => unknown;
}

/** Everything that stays the same while one statement is compiled. */
export class Scope {
  private aliases = 0;
  /** Models of which the statement reads rows. */
  readonly models = new Set<ReadModel<never>>();
  /** Those of whose rows it says which ones it read. */
  readonly onRecord = new Set<ReadModel<never>>();
  /** Computed fields of which the value brings the id of a confidential row. */
  readonly audited = new Set<Selected>();
  /** Models of which computed objects hold ids, by their types. */
  readonly held = new Map<string, ReadModel<never>>();
  /** What each run of the statement is asked before, and may refuse. */
  readonly checks: ((run: Run) => void)[] = [];
  readonly schema: GraphQLSchema;
  private readonly fragments: Record<string, FragmentDefinitionNode>;
  private readonly variables: Record<string, unknown>;
  /** Whether objects of abstract types say what they are, for graphql-js to complete them. */
  readonly typed: boolean;

  readonly viewer: ViewerRef;

  constructor(
    info: GraphQLResolveInfo,
    /** It tells who asks and the structure of arguments; values are taken again from every later run. */
    private readonly first: Run,
    /** Compiles an object: given, since objects hold lists and lists hold objects. */
    readonly object: (place: Place, selected: Selected) => Sql,
  ) {
    this.viewer = new ViewerRef(shapeOf(first.viewer));
    this.schema = info.schema;
    this.fragments = info.fragments;
    this.variables = info.variableValues;
    this.typed = isTyped(info);
  }

  /** The object type of a model. */
  typeOf(model: AnyReadModel): GraphQLObjectType {
    return this.schema.getType(model.name) as GraphQLObjectType;
  }

  alias(): string {
    return `t${this.aliases++}`;
  }

  /** What is selected of an object type, fragments and @skip/@include worked out. `__typename` comes without definition. */
  select(type: GraphQLObjectType, nodes: readonly FieldNode[]): { fields: Selected[]; typenames: string[] } {
    const { fields } = collectSubFields(this.schema, this.fragments, this.variables, type, [...nodes]);
    const selected: Selected[] = [];
    const typenames: string[] = [];
    for (const [key, fieldNodes] of fields) {
      const name = fieldNodes[0]!.name.value;
      const field = type.getFields()[name];
      if (field) selected.push({ key, name, field, nodes: fieldNodes });
      else if (name === '__typename') typenames.push(key);
    }
    return { fields: selected, typenames };
  }

  /** Argument values as this compilation sees them: for structure only. */
  structure(selected: Selected): Record<string, unknown> {
    return this.first.argumentsOf(selected.field, selected.nodes[0]!);
  }

  /** A value inside a field's arguments, taken again from every run. */
  argument(selected: Selected, path: readonly (string | number)[], { type, map = same }: Operand): Sql {
    const { field } = selected;
    const node = selected.nodes[0]!;
    return param(type, (run) => map(dig(run.argumentsOf(field, node), path)));
  }

  computed(selected: Selected): ComputedScope {
    return {
      viewer: this.viewer,
      now: this.now,
      argument: (name, type) => this.argument(selected, [name], { type }),
      selects: (name) =>
        this.typesOf(selected).some((type) =>
          this.select(type, selected.nodes).fields.some((one) => one.name === name),
        ),
      reads: (model) => {
        this.models.add(model);
        if (model.options.confidential) this.audited.add(selected);
      },
      holds: (model) => void this.held.set(model.name, model as ReadModel<never>),
      pageSize: () => integer(sizeOfPage(this.structure(selected))),
    };
  }

  readonly now = now;

  /** The object types that a field's value may have; none of a leaf. */
  private typesOf({ field }: Selected): readonly GraphQLObjectType[] {
    const type = getNamedType(field.type);
    if (isAbstractType(type)) return this.schema.getPossibleTypes(type);
    return isObjectType(type) ? [type] : [];
  }
}

/** A field whose type is a leaf takes the reader's answer as it is; only other answers are completed by graphql-js. */
export const isTyped = (info: GraphQLResolveInfo): boolean => !isLeafType(getNamedType(info.returnType));

const same = (value: unknown): unknown => value;

const dig = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((at, step) => (at as Record<string | number, unknown> | null | undefined)?.[step], value) ??
  null;

/** The object type that a field's type ends in, unless that is a leaf, an interface or a union. */
export const objectTypeOf = (selected: Selected): GraphQLObjectType =>
  getNamedType(selected.field.type) as GraphQLObjectType;
