import { createServer as createHttp, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import { createRemoteSources } from '../src/remote-sources.js';
import { createServer, type GatewayServer } from '../src/server.js';
import { parseSupergraph } from '../src/supergraph.js';
import { askAt, composeSupergraph, loggedLines } from './graph.js';

const federation =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires", "@provides", "@shareable"])';

/** Three strangers: products, their prices with shipping that requires the weight, reviews of an interface. */
const definitions = {
  products: `${federation}
    type Query { products: [Product] item(id: ID!): Item }
    type Mutation { add(n: Int!): Int! }
    interface Item { id: ID! name: String }
    type Product implements Item @key(fields: "id") { id: ID! name: String @shareable weight: Int @shareable }
    type Service implements Item @key(fields: "id") { id: ID! name: String }`,
  prices: `${federation}
    type Mutation { multiply(n: Int!): Int! }
    type Product @key(fields: "id") { id: ID! weight: Int @external price: Int stock: Int! shipping: Int @requires(fields: "weight") }`,
  reviews: `${federation}
    type Query { latest: [Review] shelves: [[Shelf]!] }
    type Shelf { products: [Product!]! }
    type Review { text: String product: Product @provides(fields: "name") }
    type Product @key(fields: "id") { id: ID! name: String @external stars: Int }
    type Service @key(fields: "id") { id: ID! stars: Int }`,
};

type Name = keyof typeof definitions;
const weights: Record<string, number> = { p1: 2, p2: 5 };
let total = 0;

const resolvers: Record<Name, object> = {
  products: {
    Query: {
      products: () => [{ id: 'p1' }, null, { id: 'p2' }],
      item: (_: unknown, { id }: { id: string }) => ({ __typename: id.startsWith('p') ? 'Product' : 'Service', id }),
    },
    Mutation: { add: (_: unknown, { n }: { n: number }) => (total += n) },
    Product: {
      __resolveReference: (key: object) => key,
      name: ({ id }: { id: string }) => `name of ${id}`,
      weight: ({ id }: { id: string }) => weights[id],
    },
    Service: { __resolveReference: (key: object) => key, name: () => 'a service' },
  },
  prices: {
    Mutation: { multiply: (_: unknown, { n }: { n: number }) => (total *= n) },
    Product: {
      __resolveReference: (key: object) => key,
      price: ({ id }: { id: string }) => {
        if (id === 'p2') throw new Error('no price for p2');
        return 10;
      },
      stock: () => 1,
      shipping: ({ weight }: { weight: number }) => weight * 3,
    },
  },
  reviews: {
    Query: {
      latest: () => [{ text: 'good', product: { id: 'p1', name: 'provided name' } }],
      shelves: () => [[{ products: [{ id: 'p1' }, { id: 'p2' }] }, null], [{ products: [{ id: 'p1' }] }]],
    },
    Product: { __resolveReference: (key: object) => key, stars: () => 5 },
    Service: { __resolveReference: (key: object) => key, stars: () => 4 },
  },
};

interface Peer {
  readonly requests: { headers: NodeJS.Dict<string | string[]>; query: string }[];
  /** Answers instead of the schema, when set. */
  instead?: RequestListener;
}

const peers: Record<Name, Peer> = { products: { requests: [] }, prices: { requests: [] }, reviews: { requests: [] } };
const servers: Server[] = [];
let gateway: GatewayServer;
let url: string;

async function serve(name: Name): Promise<[Name, string]> {
  const schema = buildSubgraphSchema({ typeDefs: parse(definitions[name]), resolvers: resolvers[name] as never });
  const server = createHttp((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', async () => {
      const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
      peers[name].requests.push({ headers: request.headers, query });
      if (peers[name].instead) return peers[name].instead(request, response);
      const result = await graphql({ schema, source: query, variableValues: variables });
      response.writeHead(200, { 'content-type': 'application/graphql-response+json' }).end(JSON.stringify(result));
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return [name, `http://127.0.0.1:${(server.address() as AddressInfo).port}/any/path?x=1`];
}

const names = Object.keys(definitions) as Name[];
const ask = (query: string, headers?: Record<string, string>) => askAt(`${url}/graphql`, { query }, headers);

beforeAll(async () => {
  const supergraph = composeSupergraph(Object.fromEntries(await Promise.all(names.map(serve))), definitions);
  const { logger } = loggedLines();
  const sources = createRemoteSources(parseSupergraph(supergraph));
  gateway = await createServer({ supergraph, sources, logger, generic: true, production: false });
  url = await gateway.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await gateway.close();
  for (const server of servers) server.close();
});
afterEach(() => {
  for (const name of names) {
    peers[name].instead = undefined;
    peers[name].requests.length = 0;
  }
});

describe('any supergraph', () => {
  it('is joined, with nulls in lists, aliases and fields that require others', async () => {
    expect((await ask('{ all: products { id title: name cost: shipping stars } }')).body).toEqual({
      data: {
        all: [
          { id: 'p1', title: 'name of p1', cost: 6, stars: 5 },
          null,
          { id: 'p2', title: 'name of p2', cost: 15, stars: 5 },
        ],
      },
    });
  });

  it('is joined through interfaces and fragments', async () => {
    const query =
      '{ a: item(id: "p1") { ...F } b: item(id: "s1") { ...F } } fragment F on Item { __typename name ... on Product { stars } ... on Service { stars } }';
    expect((await ask(query)).body.data).toEqual({
      a: { __typename: 'Product', name: 'name of p1', stars: 5 },
      b: { __typename: 'Service', name: 'a service', stars: 4 },
    });
  });

  it('uses what a subgraph provides', async () => {
    expect((await ask('{ latest { text product { name } } }')).body.data).toEqual({
      latest: [{ text: 'good', product: { name: 'provided name' } }],
    });
    expect(peers.products.requests).toHaveLength(0);
  });

  it('runs mutations in their order, across subgraphs', async () => {
    total = 1;
    expect((await ask('mutation { a: add(n: 2) b: multiply(n: 10) c: add(n: 1) }')).body.data).toEqual({
      a: 3,
      b: 30,
      c: 31,
    });
  });

  it('keeps the data beside the errors of a subgraph, with their places', async () => {
    const { status, body } = await ask('{ products { id price } }');
    expect(status).toBe(200);
    expect(body.data).toEqual({ products: [{ id: 'p1', price: 10 }, null, { id: 'p2', price: null }] });
    expect(body.errors).toMatchObject([{ message: 'no price for p2', path: ['products', 2, 'price'] }]);
  });

  it('takes GraphQL errors of any HTTP status', async () => {
    peers.reviews.instead = (_request, response) =>
      response.writeHead(503).end('{"errors":[{"message":"closed","extensions":{"code":"CLOSED"}}]}');
    expect((await ask('{ latest { text } }')).body).toEqual({
      data: { latest: null },
      errors: [{ message: 'closed', path: ['latest'], extensions: { code: 'CLOSED' } }],
    });
  });

  it('does not ask for entities that are not there', async () => {
    peers.products.instead = (_request, response) => response.end('{"data":{"products":[null]}}');
    expect((await ask('{ products { id price } }')).body).toEqual({ data: { products: [null] } });
    expect(peers.prices.requests).toHaveLength(0);
  });

  it('marks what a stranger does not answer', async () => {
    peers.prices.instead = (_request, response) => response.writeHead(502).end('<h1>Bad gateway</h1>');
    expect((await ask('{ products { id price } }')).body).toMatchObject({
      data: { products: [{ id: 'p1', price: null }, null, { id: 'p2', price: null }] },
      errors: [
        { path: ['products', 0, 'price'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'prices' } },
        { path: ['products', 2, 'price'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'prices' } },
      ],
    });
  });

  describe('with a subgraph that fails and has fields that may not be null', () => {
    const unavailable = { code: 'SUBGRAPH_UNAVAILABLE', service: 'prices' };
    const errorsAt = (...paths: (string | number)[][]) =>
      paths.map((path) => ({ message: expect.any(String) as string, path, extensions: unavailable }));

    beforeEach(() => {
      peers.prices.instead = (_request, response) => response.writeHead(500).end();
    });

    it('tells each place that became null, and none that was null before', async () => {
      expect((await ask('{ products { id stock } }')).body).toEqual({
        data: { products: [null, null, null] },
        errors: errorsAt(['products', 0], ['products', 2]),
      });
    });

    it('tells a place once, however many of its fields are missed', async () => {
      expect((await ask('{ products { a: price b: shipping stock c: stock } }')).body).toEqual({
        data: { products: [null, null, null] },
        errors: errorsAt(['products', 0], ['products', 2]),
      });
    });

    it('tells the parent to which nulls of several children went', async () => {
      expect((await ask('{ shelves { products { stock price } } }')).body).toEqual({
        data: { shelves: [[null, null], [null]] },
        errors: errorsAt(['shelves', 0, 0], ['shelves', 1, 0]),
      });
    });

    it('tells the fields that may be null and the places that may not, each where it is', async () => {
      const text = '{ few: products { id price } all: products { id stock } }';
      expect((await ask(text)).body).toEqual({
        data: { few: [{ id: 'p1', price: null }, null, { id: 'p2', price: null }], all: [null, null, null] },
        errors: errorsAt(['few', 0, 'price'], ['few', 2, 'price'], ['all', 0], ['all', 2]),
      });
    });
  });

  it('tells strangers nothing about the client', async () => {
    await ask('{ latest { text } }', { authorization: 'Bearer secret', cookie: 'a=b', 'x-user': 'me' });
    const headers = peers.reviews.requests.at(0)?.headers ?? {};
    expect(Object.keys(headers).toSorted()).toEqual([
      'accept',
      'connection',
      'content-length',
      'content-type',
      'host',
      'x-request-id',
    ]);
  });

  it('is ready when every subgraph answers', async () => {
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });
});
