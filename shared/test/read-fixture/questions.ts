import type { GeneratorValue } from 'fast-check';
import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  type GraphQLEnumType,
  type GraphQLInputObjectType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { QuestionValues } from './question-values.js';
import { soughtWord } from './rows.js';

/** A question in GraphQL with the values of its variables. */
export interface Question {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly rootFields: number;
}

/** Fields that a question cannot ask for: what a stub requires comes from its owner only. */
const unaskable = new Set([
  'Publisher.imprintIds',
  'Query._service',
  'Query._entities',
  'Query.node',
  'Query.search',
  'Query.loans',
  'Query.failing',
  'Query.counted',
]);

/**
 * Makes valid questions: nested relations, aliases, named and inline fragments, @include and @skip, arguments as literals
 * and as variables, whole or inside a literal.
 */
export class Questioner {
  private readonly variables: Record<string, unknown> = {};
  private readonly declarations: string[] = [];
  private readonly fragments: string[] = [];
  private readonly values: QuestionValues;
  private names = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    g: GeneratorValue,
  ) {
    this.values = new QuestionValues(g);
  }

  ask(): Question {
    const fields = this.values.times(1, 3, () =>
      this.field(this.values.pick(this.fieldsOf(this.schema.getQueryType()!)), 3),
    );
    return this.question(`{ ${fields.join(' ')} }`, fields.length);
  }

  /** The value of a variable of this input type. */
  valueOf(type: string): unknown {
    return this.values.value(this.schema.getType(type) as GraphQLInputType, '', 3) ?? {};
  }

  /** A question for entities of these representations. */
  askEntities(representations: readonly object[], types: readonly string[]): Question {
    const parts = types.map((type) => `... on ${type} { ${this.selection(this.schema.getType(type)!, 2)} }`);
    this.declarations.push('$representations: [_Any!]!');
    this.variables.representations = representations;
    return this.question(`{ _entities(representations: $representations) { __typename ${parts.join(' ')} } }`, 1);
  }

  private question(selection: string, rootFields: number): Question {
    const declared = this.declarations.length > 0 ? `(${this.declarations.join(', ')})` : '';
    return {
      query: `query Q${declared} ${selection} ${this.fragments.join(' ')}`,
      variables: this.variables,
      rootFields,
    };
  }

  private selection(type: GraphQLNamedType, depth: number): string {
    const parts = this.values.times(1, 4, () => this.part(type, depth));
    return parts.join(' ');
  }

  private part(type: GraphQLNamedType, depth: number): string {
    const fields = this.fieldsOf(type).filter((field) => depth > 0 || isLeafType(getNamedType(field.type)));
    const kind = this.values.upTo(9);
    if (isAbstractType(type) && kind < 7) {
      const one = this.values.pick(
        this.schema.getPossibleTypes(type).filter(({ name }) => name === 'Book' || name === 'Film' || name === 'Song'),
      );
      return `... on ${one.name}${this.directive()} { ${this.selection(one, depth)} }`;
    }
    if (kind === 0 && depth > 0) return `... on ${type.name}${this.directive()} { ${this.selection(type, depth - 1)} }`;
    if (kind === 1 && depth > 0) return this.spread(type, depth - 1);
    if (kind === 2 || fields.length === 0) return this.values.chance() ? '__typename' : `${this.name('t')}: __typename`;
    return this.field(this.values.pick(fields), depth - 1);
  }

  private spread(type: GraphQLNamedType, depth: number): string {
    const name = this.name('F');
    this.fragments.push(`fragment ${name} on ${type.name} { ${this.selection(type, depth)} }`);
    return this.values.chance() ? `...${name} ...${name}${this.directive()}` : `...${name}${this.directive()}`;
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const named = getNamedType(field.type);
    const args = this.arguments(field.args);
    // fields of one name merge only when their arguments are equal
    const alias = args.length > 0 || this.values.chance() ? `${this.name('a')}: ` : '';
    const given = args.length > 0 ? `(${args.join(', ')})` : '';
    const inside = isLeafType(named) ? '' : ` { ${this.selection(named, depth)} }`;
    return `${alias}${field.name}${given}${this.directive()}${inside}`;
  }

  private arguments(all: readonly GraphQLArgument[]): string[] {
    const search = all.find(({ name }) => name === 'search');
    const order = all.find(({ name }) => name === 'orderBy');
    const others = all.filter((argument) => argument !== search);
    if (!search || !order || this.values.chance()) return others.flatMap((argument) => this.argument(argument));
    const rest = others.filter((argument) => argument !== order).flatMap((argument) => this.argument(argument));
    const sought = this.values.chance() ? this.variable('String', soughtWord) : JSON.stringify(soughtWord);
    return [...rest, `search: ${sought}`, `orderBy: [{ field: ${this.fieldOf(order)} }]`];
  }

  /** Something to order by: a naive evaluation does not know how well a row matches. */
  private fieldOf(order: GraphQLArgument): string {
    const { field } = (getNamedType(order.type) as GraphQLInputObjectType).getFields();
    return this.values.pick((getNamedType(field!.type) as GraphQLEnumType).getValues()).name;
  }

  private argument({ name, type }: GraphQLArgument): string[] {
    if (name === 'after' || name === 'before' || name === 'last') return [];
    if (name === 'first') return this.pageSize();
    if (!isNonNullType(type) && this.values.chance()) return [];
    return [`${name}: ${this.input(type, name)}`];
  }

  private pageSize(): string[] {
    const kind = this.values.upTo(3);
    const size = this.values.upTo(5);
    if (kind === 0) return [];
    const name = kind === 1 ? 'last' : 'first';
    if (this.values.chance()) return [`${name}: ${size}`];
    return [`${name}: ${this.variable('Int', size)}`];
  }

  private input(type: GraphQLInputType, name: string, depth = 2): string {
    if (this.values.upTo(3) === 0) return this.variable(String(type), this.values.value(type, name, depth));
    const plain = isNonNullType(type) ? type.ofType : type;
    if (isListType(plain))
      return `[${this.values.times(0, 2, () => this.input(plain.ofType, name, depth - 1)).join(', ')}]`;
    if (!isInputObjectType(plain)) return this.values.literal(plain, name);
    const fields = this.values
      .inputFields(plain, depth)
      .map((field) => `${field.name}: ${this.input(field.type, field.name, depth - 1)}`);
    return `{ ${fields.join(', ')} }`;
  }

  private directive(): string {
    const kind = this.values.upTo(7);
    if (kind > 3) return '';
    const value = this.values.chance();
    return ` @${kind % 2 === 0 ? 'include' : 'skip'}(if: ${kind < 2 ? String(value) : this.variable('Boolean!', value)})`;
  }

  private variable(type: string, value: unknown): string {
    const name = this.name('v');
    this.declarations.push(`$${name}: ${type}`);
    this.variables[name] = value;
    return `$${name}`;
  }

  private fieldsOf(type: GraphQLNamedType): GraphQLField<unknown, unknown>[] {
    if (!isObjectType(type) && !('getFields' in type)) return [];
    const fields = Object.values(type.getFields()) as GraphQLField<unknown, unknown>[];
    return fields.filter(({ name }) => !unaskable.has(`${type.name}.${name}`));
  }

  private name(prefix: string): string {
    return `${prefix}${this.names++}`;
  }
}
