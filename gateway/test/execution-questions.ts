import {
  doTypesOverlap,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isNonNullType,
  isUnionType,
  parse,
  validate,
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { Chance } from './execution-chance.js';

export interface GeneratedQuestion {
  readonly text: string;
  readonly document: DocumentNode;
  readonly variables: Record<string, unknown>;
}

/** A valid operation about anything in the schema, with aliases, fragments and conditions. */
export function randomQuestion(schema: GraphQLSchema, seed: number): GeneratedQuestion {
  for (let attempt = 0; ; attempt += 1) {
    const { text, variables } = new Writer(schema, new Chance(`question ${seed} ${attempt}`)).write();
    const document = parse(text);
    if (validate(schema, document).length === 0) return { text, document, variables };
    if (attempt > 200) throw new Error(`No valid question: ${text}\n${validate(schema, document).join('\n')}`);
  }
}

class Writer {
  private readonly fragments: string[] = [];
  private readonly used = new Set<string>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly chance: Chance,
  ) {}

  write() {
    const { chance, schema } = this;
    const mutation = schema.getMutationType();
    const isMutation = mutation && chance.oneIn(6);
    const body = this.selections(isMutation ? mutation : schema.getQueryType()!, 5);
    const values: Record<string, unknown> = {
      yes: true,
      no: false,
      maybe: chance.oneIn(2),
      first: chance.below(4),
      id: 'id-3',
      name: 'a name-2',
    };
    const types: Record<string, string> = {
      yes: 'Boolean!',
      no: 'Boolean = true',
      maybe: 'Boolean!',
      first: 'Int',
      id: 'ID!',
      name: 'String!',
    };
    if (chance.oneIn(2)) delete values['no'];
    if (chance.oneIn(3)) delete values['first'];
    const variables = Object.fromEntries(Object.entries(values).filter(([name]) => this.used.has(name)));
    const definitions = [...this.used].map((name) => `$${name}: ${types[name]}`);
    const head = definitions.length > 0 ? `(${definitions.join(', ')})` : '';
    return { text: `${isMutation ? 'mutation' : 'query'} Q${head} ${body} ${this.fragments.join(' ')}`, variables };
  }

  private selections(type: GraphQLCompositeType, depth: number): string {
    const count = 1 + this.chance.below(depth > 3 ? 4 : 3);
    const parts = Array.from({ length: count }, () => this.selection(type, depth));
    const some = parts.filter((part) => part !== '');
    return `{ ${some.length > 0 ? some.join(' ') : '__typename'} }`;
  }

  private selection(type: GraphQLCompositeType, depth: number): string {
    const { chance } = this;
    const kind = chance.below(10);
    if (kind === 0) return `${this.alias()}__typename${this.condition()}`;
    if (depth > 0 && (kind < 3 || isUnionType(type))) return this.fragment(type, depth);
    if (isUnionType(type)) return '';
    const fields = Object.values(type.getFields()).filter((field) => depth > 0 || isLeafType(getNamedType(field.type)));
    return fields.length > 0 ? this.field(chance.pick(fields), depth) : '';
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const given = field.args.flatMap(({ name, type }) =>
      isNonNullType(type) || this.chance.oneIn(2) ? [`${name}: ${this.argument(String(type))}`] : [],
    );
    const type = getNamedType(field.type);
    const nested = isCompositeType(type) ? ` ${this.selections(type, depth - 1)}` : '';
    const args = given.length > 0 ? `(${given.join(', ')})` : '';
    return `${this.alias()}${field.name}${args}${this.condition()}${nested}`;
  }

  private fragment(type: GraphQLCompositeType, depth: number): string {
    const { chance, schema } = this;
    const overlapping = Object.values(schema.getTypeMap()).filter(
      (other): other is GraphQLCompositeType =>
        isCompositeType(other) && !other.name.startsWith('__') && doTypesOverlap(schema, type, other),
    );
    const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
    const on = chance.pick([...overlapping, ...possible, type]);
    const condition = this.condition();
    const body = this.selections(on, depth - 1);
    if (!chance.oneIn(3))
      return chance.oneIn(5) && on === type ? `...${condition} ${body}` : `... on ${on.name}${condition} ${body}`;
    const name = `F${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${on.name} ${body}`);
    return chance.oneIn(3) ? `...${name}${condition} ...${name}` : `...${name}${condition}`;
  }

  private alias(): string {
    const { chance } = this;
    return chance.oneIn(4) ? `${chance.pick(['a', 'b', 'constructor', '__proto__', 'toString'])}: ` : '';
  }

  private condition(): string {
    const { chance } = this;
    if (!chance.oneIn(6)) return '';
    const value = () =>
      chance.oneIn(4) ? String(chance.oneIn(2)) : `$${this.use(chance.pick(['yes', 'no', 'maybe']))}`;
    const both = chance.oneIn(4);
    const skip = ` @skip(if: ${value()})`;
    return both ? `${skip} @include(if: ${value()})` : chance.oneIn(2) ? skip : ` @include(if: ${value()})`;
  }

  private argument(type: string): string {
    const isVariable = this.chance.oneIn(2);
    if (type.startsWith('Int')) return isVariable && type === 'Int' ? `$${this.use('first')}` : '2';
    if (type.startsWith('ID')) return isVariable ? `$${this.use('id')}` : '"id-1"';
    return isVariable ? `$${this.use('name')}` : '"text-4"';
  }

  private use(name: string): string {
    this.used.add(name);
    return name;
  }
}
