import fc, { type GeneratorValue } from 'fast-check';
import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { anySign, anyText, genres, kinds } from './rows.js';

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
  private names = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly g: GeneratorValue,
  ) {}

  ask(): Question {
    const fields = this.times(1, 3, () => this.field(this.pick(this.fieldsOf(this.schema.getQueryType()!)), 3));
    return this.question(`{ ${fields.join(' ')} }`, fields.length);
  }

  /** The value of a variable of this input type. */
  valueOf(type: string): unknown {
    return this.value(this.schema.getType(type) as GraphQLInputType, '', 3) ?? {};
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
    const parts = this.times(1, 4, () => this.part(type, depth));
    return parts.join(' ');
  }

  private part(type: GraphQLNamedType, depth: number): string {
    const fields = this.fieldsOf(type).filter((field) => depth > 0 || isLeafType(getNamedType(field.type)));
    const kind = this.g(fc.nat, { max: 9 });
    if (isAbstractType(type) && kind < 7) {
      const one = this.pick(
        this.schema.getPossibleTypes(type).filter(({ name }) => name === 'Book' || name === 'Film' || name === 'Song'),
      );
      return `... on ${one.name}${this.directive()} { ${this.selection(one, depth)} }`;
    }
    if (kind === 0 && depth > 0) return `... on ${type.name}${this.directive()} { ${this.selection(type, depth - 1)} }`;
    if (kind === 1 && depth > 0) return this.spread(type, depth - 1);
    if (kind === 2 || fields.length === 0) return this.chance() ? '__typename' : `${this.name('t')}: __typename`;
    return this.field(this.pick(fields), depth - 1);
  }

  private spread(type: GraphQLNamedType, depth: number): string {
    const name = this.name('F');
    this.fragments.push(`fragment ${name} on ${type.name} { ${this.selection(type, depth)} }`);
    return this.chance() ? `...${name} ...${name}${this.directive()}` : `...${name}${this.directive()}`;
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const named = getNamedType(field.type);
    const args = field.args.flatMap((argument) => this.argument(argument));
    // fields of one name merge only when their arguments are equal
    const alias = args.length > 0 || this.chance() ? `${this.name('a')}: ` : '';
    const given = args.length > 0 ? `(${args.join(', ')})` : '';
    const inside = isLeafType(named) ? '' : ` { ${this.selection(named, depth)} }`;
    return `${alias}${field.name}${given}${this.directive()}${inside}`;
  }

  private argument({ name, type }: GraphQLArgument): string[] {
    if (name === 'after' || name === 'before' || name === 'search' || name === 'last') return [];
    if (name === 'first') return this.pageSize();
    if (!isNonNullType(type) && this.chance()) return [];
    return [`${name}: ${this.input(type, name)}`];
  }

  private pageSize(): string[] {
    const kind = this.g(fc.nat, { max: 3 });
    const size = this.g(fc.nat, { max: 5 });
    if (kind === 0) return [];
    const name = kind === 1 ? 'last' : 'first';
    if (this.chance()) return [`${name}: ${size}`];
    return [`${name}: ${this.variable('Int', size)}`];
  }

  private input(type: GraphQLInputType, name: string, depth = 2): string {
    if (this.g(fc.nat, { max: 3 }) === 0) return this.variable(String(type), this.value(type, name, depth));
    const plain = isNonNullType(type) ? type.ofType : type;
    if (isListType(plain)) return `[${this.times(0, 2, () => this.input(plain.ofType, name, depth - 1)).join(', ')}]`;
    if (!isInputObjectType(plain)) return this.literal(plain, name);
    const fields = this.inputFields(plain, depth).map(
      (field) => `${field.name}: ${this.input(field.type, field.name, depth - 1)}`,
    );
    return `{ ${fields.join(', ')} }`;
  }

  private value(type: GraphQLInputType, name: string, depth: number): unknown {
    if (!isNonNullType(type) && this.g(fc.nat, { max: 9 }) === 0) return null;
    const plain = isNonNullType(type) ? type.ofType : type;
    if (isListType(plain))
      return this.times(0, 2, () => this.value(plain.ofType, name, depth - 1)).filter((one) => one !== null);
    if (!isInputObjectType(plain)) return this.leaf(plain, name);
    return Object.fromEntries(
      this.inputFields(plain, depth).map((field) => [field.name, this.value(field.type, field.name, depth - 1)]),
    );
  }

  private inputFields(type: GraphQLNamedType, depth: number): { name: string; type: GraphQLInputType }[] {
    if (!isInputObjectType(type)) return [];
    const fields = Object.values(type.getFields()).filter(
      ({ name }) => depth > 0 || !['and', 'or', 'not'].includes(name),
    );
    const required = fields.filter((field) => isNonNullType(field.type));
    const optional = fields.filter((field) => !isNonNullType(field.type));
    if (optional.length === 0) return required;
    return [...new Set([...required, ...this.times(0, 2, () => this.pick(optional))])];
  }

  private literal(type: GraphQLInputType, name: string): string {
    const value = this.leaf(type, name);
    return isEnumType(type) ? String(value) : JSON.stringify(value);
  }

  private leaf(type: GraphQLInputType, name: string): unknown {
    if (isEnumType(type)) return this.pick(type.getValues()).name;
    switch (String(type)) {
      case 'Boolean':
        return this.chance();
      case 'Int':
        return this.g(fc.integer, { min: -1, max: 4 });
      case 'Float':
        return this.pick([0, -5, 17, 2, 1]);
      case 'DateTime':
        return this.pick(['2026-01-31T23:59:59.123Z', '2010-02-28T01:00:00+01:00', '1969-12-31T12:00:00Z']);
      case 'Date':
        return this.g(() =>
          fc
            .integer({ min: -20_000, max: 25_000 })
            .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10)),
        );
      default:
        return this.text(name);
    }
  }

  private text(name: string): string {
    if (name === 'authorId' || name === 'id') return this.pick(['author_001', 'author_002', 'book_003', 'nothing']);
    if (name === 'has' || name === 'hasAny') return this.pick(genres);
    return name === 'kind' ? this.pick(kinds) : this.g(() => fc.oneof(anySign, anyText));
  }

  private directive(): string {
    const kind = this.g(fc.nat, { max: 7 });
    if (kind > 3) return '';
    const value = this.chance();
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

  private times<T>(min: number, max: number, make: () => T): T[] {
    return Array.from({ length: this.g(fc.integer, { min, max }) }, make);
  }

  private pick<T>(from: readonly T[]): T {
    return from[this.g(fc.nat, { max: from.length - 1 })]!;
  }

  private chance(): boolean {
    return this.g(fc.boolean);
  }

  private name(prefix: string): string {
    return `${prefix}${this.names++}`;
  }
}
