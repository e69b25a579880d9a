import { Chance } from './execution-chance.js';

/** SDL by subgraph. */
export type Federation = Readonly<Record<string, string>>;

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires", "@provides", "@shareable", "@interfaceObject"])';

/** Several keys, compound and nested ones; requirements on nested fields; provided fields; value types in parts; mutations. */
const shop: Federation = {
  products: `${link}
    type Query { product(id: ID!): Product products(first: Int = 3): [Product!]! grid: [[Product]!] brands: [Brand] }
    type Mutation { rename(id: ID!, name: String!): Product touch: Int! }
    enum Size { SMALL LARGE }
    type Product @key(fields: "id") @key(fields: "sku brand { code }") {
      id: ID! sku: String! @shareable name: String @shareable brand: Brand! @shareable size: Size! sizes: [Size!] dimensions: Dimensions @shareable
      parts: [[Part!]] related(first: Int): [Product!] weight: Int
    }
    type Part { label: String! product: Product }
    type Brand @key(fields: "code") { code: ID! title: String @shareable }
    type Dimensions @shareable { width: Int height: Int unit: String! }`,
  stock: `${link}
    type Query { warehouses: [Warehouse!] }
    type Mutation { move(id: ID!): Warehouse! }
    type Warehouse @key(fields: "id") { id: ID! city: String! products: [Product!]! best: Product nested: [[Product]] }
    type Product @key(fields: "sku brand { code }") {
      sku: String! brand: Brand! inStock: Boolean! count: Int dimensions: Dimensions @shareable
    }
    type Brand @key(fields: "code") { code: ID! supplier: Supplier! title: String @shareable }
    type Supplier { name: String! brands: [Brand!] }
    type Dimensions @shareable { width: Int depth: Int unit: String! }`,
  delivery: `${link}
    type Query { cheapest: Product }
    type Product @key(fields: "id") {
      id: ID! weight: Int @external
      dimensions: Dimensions @external
      brand: Brand! @external
      cost: Float! @requires(fields: "weight dimensions { width unit }")
      note: String @requires(fields: "brand { code title }")
    }
    type Brand @key(fields: "code") { code: ID! title: String @external carriers: [Carrier] }
    type Carrier @key(fields: "id") { id: ID! name: String @shareable }
    type Dimensions { width: Int @external unit: String! @external }`,
  reviews: `${link}
    type Query { reviews: [Review!] }
    type Review @key(fields: "id") { id: ID! text: String! product: Product! @provides(fields: "name") carrier: Carrier }
    type Product @key(fields: "id") { id: ID! name: String @external reviews: [Review!]! stars: Int }
    type Carrier @key(fields: "id") { id: ID! score: Int name: String @shareable }`,
};

/** Interfaces and unions whose members get their fields from several subgraphs. */
const library: Federation = {
  items: `${link}
    type Query { item(id: ID!): Item items: [Item]! found: [Found!] owned: [[Found]] me: User }
    interface Item { id: ID! title: String! owner: User related: [Item!] }
    interface Printed implements Item { id: ID! title: String! owner: User related: [Item!] pages: Int }
    type Book implements Item & Printed @key(fields: "id") { id: ID! title: String! owner: User related: [Item!] pages: Int author: User! }
    type Paper implements Item & Printed @key(fields: "id") { id: ID! title: String! owner: User related: [Item!] pages: Int issue: Int! }
    type Film implements Item @key(fields: "id") { id: ID! title: String! owner: User related: [Item!] minutes: Float }
    union Found = Book | Film | User | Note
    type Note { text: String! on: Item }
    type User @key(fields: "id") { id: ID! handle: String }`,
  loans: `${link}
    type Query { loans: [Loan!]! latest: Lendable }
    type Loan @key(fields: "id") { id: ID! of: Lendable! by: User! days: Int }
    union Lendable = Book | Film
    interface Rated { stars: Int! }
    type Book implements Rated @key(fields: "id") { id: ID! loans: [Loan!] stars: Int! }
    type Film implements Rated @key(fields: "id") { id: ID! loans: [Loan!]! stars: Int! best: Rated }
    type Paper @key(fields: "id", resolvable: false) { id: ID! }
    type User implements Rated @key(fields: "id") { id: ID! borrowed: [Lendable] stars: Int! }`,
  people: `${link}
    type Query { people: [User] }
    type User @key(fields: "id") { id: ID! name: String! friends: [User!] wrote: [Book!]! }
    type Book @key(fields: "id") { id: ID! blurb: String! owner: User @external ownership: String @requires(fields: "owner { id }") }`,
};

/** An interface that is an entity itself, and one subgraph that knows only the interface: keys and answers are rewritten. */
const media: Federation = {
  catalogue: `${link}
    type Query { media: [Media] one: Media! clips: [Clip!] }
    interface Media @key(fields: "id") { id: ID! name: String }
    type Clip implements Media @key(fields: "id") { id: ID! name: String seconds: Int! }
    type Song implements Media @key(fields: "id") { id: ID! name: String artist: String }`,
  ratings: `${link}
    type Query { top: [Media!]! }
    type Media @key(fields: "id") @interfaceObject { id: ID! rating: Int! votes: [Vote!] similar: Media }
    type Vote { by: String! on: Media }`,
};

export const federations: Readonly<Record<string, Federation>> = { shop, library, media };

const leaves = ['Int', 'String', 'Boolean', 'Float', 'ID', 'Kind'];

/** Any few types whose fields are spread over any few subgraphs. */
export function randomFederation(seed: number): Federation {
  const chance = new Chance(`federation ${seed}`);
  const types = Array.from({ length: 2 + chance.below(4) }, (_, index) => `T${index}`);
  const named = types.filter(() => !chance.oneIn(3));
  const subgraphs = Array.from({ length: 2 + chance.below(3) }, (_, index) => `s${index}`);
  return Object.fromEntries(
    subgraphs.map((name) => [name, randomSubgraph(name, { chance, types, named: named.length > 0 ? named : types })]),
  );
}

interface Parts {
  readonly chance: Chance;
  readonly types: readonly string[];
  readonly named: readonly string[];
}

function randomSubgraph(name: string, { chance, types, named }: Parts): string {
  const output = (): string => {
    const kind = chance.below(10);
    const inner =
      kind < 4 ? chance.pick(leaves) : kind < 8 ? chance.pick(types) : chance.pick(['Named', 'Any', `V${name}`]);
    return wrapped(inner, chance);
  };
  const fields = (prefix: string, count: number): string =>
    Array.from(
      { length: count },
      (_, index) => `${prefix}${index}${chance.oneIn(5) ? '(n: Int)' : ''}: ${output()}`,
    ).join(' ');
  const entities = types.map((type) => {
    const implementing = named.includes(type) ? ' implements Named' : '';
    return `type ${type}${implementing} @key(fields: "id") { id: ID! tag: String @shareable ${fields(`${name}f`, 1 + chance.below(4))} }`;
  });
  return `${link}
    type Query { ${fields(`${name}q`, 2 + chance.below(2))} }
    interface Named { id: ID! tag: String }
    union Any = ${types.join(' | ')}
    enum Kind { A B C }
    type V${name} { id: ID! ${fields('v', 2)} }
    ${entities.join('\n')}`;
}

function wrapped(type: string, chance: Chance): string {
  const end = chance.oneIn(3) ? '!' : '';
  const kind = chance.below(6);
  if (kind < 3) return `${type}${end}`;
  return kind < 5 ? `[${type}${end}]${chance.oneIn(3) ? '!' : ''}` : `[[${type}${end}]]`;
}
