import fc, { type GeneratorValue } from 'fast-check';
import {
  type GraphQLInputType,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { anySign, anyText, genres, kinds } from './rows.js';

type InputField = { readonly name: string; readonly type: GraphQLInputType };

/** Chooses, and makes values of input types: such that some rows of the fixture meet them. */
export class QuestionValues {
  constructor(private readonly g: GeneratorValue) {}

  /** A value as a variable holds it. */
  value(type: GraphQLInputType, name: string, depth: number): unknown {
    if (!isNonNullType(type) && this.upTo(9) === 0) return null;
    const plain = isNonNullType(type) ? type.ofType : type;
    if (isListType(plain))
      return this.times(0, 2, () => this.value(plain.ofType, name, depth - 1)).filter((one) => one !== null);
    if (!isInputObjectType(plain)) return this.leaf(plain, name);
    return Object.fromEntries(
      this.inputFields(plain, depth).map((field) => [field.name, this.value(field.type, field.name, depth - 1)]),
    );
  }

  /** Fields of an input object to give: those that must be, and some others. */
  inputFields(type: GraphQLNamedType, depth: number): InputField[] {
    if (!isInputObjectType(type)) return [];
    const fields = Object.values(type.getFields()).filter(
      ({ name }) => depth > 0 || !['and', 'or', 'not'].includes(name),
    );
    const required = fields.filter((field) => isNonNullType(field.type));
    const optional = fields.filter((field) => !isNonNullType(field.type));
    if (optional.length === 0) return required;
    return [...new Set([...required, ...this.times(0, 2, () => this.pick(optional))])];
  }

  /** A value as it is written in a document. */
  literal(type: GraphQLInputType, name: string): string {
    const value = this.leaf(type, name);
    return isEnumType(type) ? String(value) : JSON.stringify(value);
  }

  times<T>(min: number, max: number, make: () => T): T[] {
    return Array.from({ length: this.g(fc.integer, { min, max }) }, make);
  }

  pick<T>(from: readonly T[]): T {
    return from[this.upTo(from.length - 1)]!;
  }

  chance(): boolean {
    return this.g(fc.boolean);
  }

  upTo(max: number): number {
    return this.g(fc.nat, { max });
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
}
