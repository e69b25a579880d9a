import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, validate, type GraphQLSchema } from 'graphql';
import { ownRoutes } from '../src/http/own-routes.js';
import { readApiSchema } from './api-schema.js';
import { startGraph, type Graph } from './graph.js';

const folder = join(__dirname, '../account');
const scripts = readdirSync(folder).filter((file) => file.endsWith('.js'));
const pages = ['', 'register', 'confirm-email', 'confirm-email-change', 'reset-password', 'request-password-reset'];

describe('the account pages', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await startGraph({ routes: ownRoutes({ NODE_ENV: 'production' }, false) });
  });
  afterAll(() => graph.close());

  it.each(pages)('have "%s", in Dutch', async (path) => {
    const response = await fetch(`${graph.url}/account/${path}`);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toContain('<html lang="nl">');
  });

  it.each(['', '/account'])('are where people end who come to "%s"', async (path) => {
    const response = await fetch(`${graph.url}${path}`);
    expect([response.status, new URL(response.url).pathname]).toEqual([200, '/account/']);
  });

  it.each([...scripts, 'account.css'])('load %s', async (file) => {
    const response = await fetch(`${graph.url}/account/${file}`);
    expect([response.status, response.headers.get('x-content-type-options')]).toEqual([200, 'nosniff']);
  });

  it.each(['', 'confirm-email', 'account.js', 'account.css'])('allow "%s" no code but their own', async (path) => {
    const { headers } = await fetch(`${graph.url}/account/${path}`);
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*|https?:/);
  });
});

describe('the scripts of the account pages', () => {
  const texts = scripts.map((file) => readFileSync(join(folder, file), 'utf8'));
  const mutations = texts.flatMap((text) =>
    [...text.matchAll(/(?:(?:mutation|accept|decline|cancel): |(?:open|change)\()'(\w+)'/g)].map(([, name]) => name!),
  );
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = await readApiSchema();
  });

  it.each([...new Set(mutations)])('carry out what the schema has: %s', async (name) => {
    expect(validate(schema, parse(await mutationOf(name)))).toEqual([]);
  });

  it('ask what the schema has', () => {
    const { question } = jest.requireActual<{ question: string }>('../account/my-things.js');
    expect(validate(schema, parse(question))).toEqual([]);
  });

  it('carry out everything by name', () => {
    expect(mutations).toEqual(expect.arrayContaining(['signIn', 'registerPerson', 'renewMembership', 'acceptOffer']));
  });
});

interface GraphScript {
  change(name: string, input: object): Promise<unknown>;
}

/** What a page sends for a mutation. */
async function mutationOf(name: string): Promise<string> {
  const { change } = jest.requireActual<GraphScript>('../account/graph.js');
  const sent: string[] = [];
  const answer = { data: { answer: { userErrors: [] } } };
  const send = jest.spyOn(globalThis, 'fetch').mockImplementation(async (_url, request) => {
    sent.push((JSON.parse(String(request?.body)) as { query: string }).query);
    return Response.json(answer);
  });
  Object.assign(globalThis, { location: { href: 'http://127.0.0.1/account/' } });
  await change(name, {}).finally(() => {
    send.mockRestore();
    Reflect.deleteProperty(globalThis, 'location');
  });
  return sent[0]!;
}
