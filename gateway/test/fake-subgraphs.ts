import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, GraphQLError, parse } from 'graphql';
import { actorOf } from '@lokaal/shared/auth';
import { DomainError } from '@lokaal/shared/errors';
import type { Subgraph, SubgraphName, SubgraphRequest } from '@lokaal/shared/graphql';

type Resolvers = Record<string, Record<string, (source: never, args: never, context: SubgraphRequest) => unknown>>;

const federation =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated", "@requiresScopes"])';

export const definitions: Record<SubgraphName, string> = {
  community: `${federation}
    type Query {
      node(id: ID!): Node
      nodes(ids: [ID!]!): [Node]!
      organisations: [Organisation!]!
      whoAsks: String!
      mine: String @authenticated
      kept: String @requiresScopes(scopes: [["PERSON"], ["CATALOGUE_WRITE"]])
      staffOnly: String @requiresScopes(scopes: [["STAFF"], ["DPO", "CISO"]])
      broken: String
      refused(kind: Refusal! = NOT_FOUND): String
      given(nis: NisCode, numbers: [KboNumber!], contact: Contact): String
    }
    scalar NisCode
    scalar KboNumber
    scalar EmailAddress
    scalar Date
    scalar DateTime
    input Contact { email: EmailAddress! since: Date at: [DateTime!] kind: Refusal size: Int also: [Contact!] }
    enum Refusal { NOT_FOUND FORBIDDEN }
    interface Node { id: ID! }
    type Organisation implements Node @key(fields: "id") { id: ID! name: String! }
    type Solution implements Node @key(fields: "id", resolvable: false) { id: ID! }
    type MaturityMeasurement implements Node @key(fields: "id", resolvable: false) { id: ID! }`,
  catalogue: `${federation}
    type Query { solutions(first: Int = 2, last: Int): [Solution!]! self: Chain }
    type Chain { next: Chain name: String }
    type Mutation { createSolution(name: String!): Solution }
    type Solution @key(fields: "id") { id: ID! name: String! users: [Organisation!]! contact: Organisation }
    type Organisation @key(fields: "id", resolvable: false) { id: ID! }`,
  infosec: `${federation}
    type Query { frameworks: [String!] requests: Int! }
    type Mutation { publishLabel(level: String!): String }
    type Organisation @key(fields: "id") { id: ID! label: Label labelled: Boolean! }
    type Label { level: String! }
    type MaturityMeasurement @key(fields: "id") { id: ID! score: Float }`,
};

export const organisationIds = [
  'organisation_01jq8f0000e1h00000000000a1',
  'organisation_01jq8f0000e1h00000000000a2',
  'organisation_01jq8f0000e1h00000000000a3',
];
export const solutionId = 'solution_01jq8f0000e1h00000000000b1';
export const absentSolutionId = 'solution_01jq8f0000e1h00000000000b9';
/** Only a viewer with a person sees this one. */
export const measurementId = 'measurement_01jq8f0000e1h00000000000c1';

const types: Record<string, string> = {
  organisation: 'Organisation',
  solution: 'Solution',
  measurement: 'MaturityMeasurement',
};
const stub = (id: string) => {
  const type = types[id.split('_').at(0) ?? ''];
  return type ? { __typename: type, id } : null;
};

const community: Resolvers = {
  Query: {
    node: (_: unknown, { id }: { id: string }) => stub(id),
    nodes: (_: unknown, { ids }: { ids: string[] }) => ids.map(stub),
    organisations: () => organisationIds.map(stub),
    whoAsks: (_: unknown, __: unknown, { viewer }: SubgraphRequest) => actorOf(viewer) ?? 'nobody',
    mine: () => 'mine',
    kept: () => 'kept',
    staffOnly: () => 'for staff',
    given: (_: unknown, given: object) => JSON.stringify(given),
    broken: () => {
      throw new Error('column "secret_column" of host db.internal, jan.peeters@gemeente.example');
    },
    refused: (_: unknown, { kind }: { kind: 'NOT_FOUND' | 'FORBIDDEN' }) => {
      throw new DomainError(kind, 'The circle was not found.', ['id']);
    },
  },
  Organisation: {
    __resolveReference: ({ id }: { id: string }) => ({ id }),
    name: ({ id }: { id: string }) => `Gemeente ${id.slice(-1)}`,
  },
};

const catalogue: Resolvers = {
  Query: {
    solutions: (_: unknown, { first }: { first: number }) => Array.from({ length: first }, () => ({ id: solutionId })),
    self: () => ({ name: 'end' }),
  },
  Mutation: { createSolution: () => ({ id: solutionId }) },
  Solution: {
    __resolveReference: ({ id }: { id: string }) => (id === solutionId ? { id } : null),
    name: () => 'Burgerzaken',
    users: () => organisationIds.map((id) => ({ id })),
    contact: () => ({ id: organisationIds[0] }),
  },
};

const infosec: Resolvers = {
  Query: { frameworks: () => ['CyFun 2025'], requests: () => 1 },
  Mutation: { publishLabel: (_: unknown, { level }: { level: string }) => level },
  Organisation: {
    __resolveReference: ({ id }: { id: string }) => ({ id }),
    label: () => ({ level: 'IMPORTANT' }),
    labelled: () => true,
  },
  MaturityMeasurement: {
    __resolveReference: ({ id }: { id: string }, { viewer }: SubgraphRequest) => (viewer.personId ? { id } : null),
    score: () => 3.5,
  },
};

/** A small subgraph that counts what it was asked. */
export class FakeSubgraph implements Subgraph {
  readonly sdl: string;
  readonly requests: SubgraphRequest[] = [];
  isReady = true;
  closed = false;
  private readonly schema;

  constructor(readonly name: SubgraphName) {
    this.sdl = definitions[name];
    const resolvers = { community, catalogue, infosec }[name];
    this.schema = buildSubgraphSchema({ typeDefs: parse(this.sdl), resolvers: resolvers as never });
  }

  async execute(request: SubgraphRequest) {
    this.requests.push(request);
    const { query, variables, operationName } = request;
    const document = parse(query);
    return execute({ schema: this.schema, document, variableValues: variables, operationName, contextValue: request });
  }

  async ready(): Promise<boolean> {
    return this.isReady;
  }

  async close(): Promise<void> {
    this.closed = true;
  }
}

export const invalidInput = (): GraphQLError =>
  new GraphQLError('The name is too long.', {
    extensions: { code: 'BAD_USER_INPUT', field: ['name'], input: 'all of it' },
  });
