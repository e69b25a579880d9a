import { Writable } from 'node:stream';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import type { Subgraph, SubgraphName } from '@lokaal/shared/graphql';
import { createRequestSigner } from '@lokaal/shared/auth';
import { serveSubgraph } from '@lokaal/shared/http';
import { createLogger, type Logger } from '@lokaal/shared/logging';
import { InProcessSource } from '../src/in-process-source.js';
import { createRemoteSources } from '../src/remote-sources.js';
import { createServer, type ServerOptions } from '../src/server.js';
import { parseSupergraph } from '../src/supergraph.js';
import { definitions, FakeSubgraph } from './fake-subgraphs.js';

export const secret = 'a secret of the test that is long enough';
export const transports = ['in process', 'over HTTP'] as const;
export type Transport = (typeof transports)[number];

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    data?: Record<string, unknown> | null;
    errors?: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
  };
}

export interface GraphOptions extends Partial<Omit<ServerOptions, 'sources' | 'supergraph'>> {
  readonly transport?: Transport;
  /** Stand-ins for subgraphs, for example broken ones. */
  readonly replace?: Partial<Record<SubgraphName, Subgraph>>;
  readonly port?: number;
  /** Addresses of subgraphs that something else answers for. */
  readonly urls?: Partial<Record<SubgraphName, string>>;
}

const names = ['community', 'catalogue', 'infosec'] as const;

export function composeSupergraph(
  urls: Partial<Record<string, string>> = {},
  subgraphs: Record<string, string> = definitions,
): string {
  const services = Object.entries(subgraphs).map(([name, sdl]) => ({
    name,
    url: urls[name] ?? 'http://127.0.0.1:1/graphql',
    typeDefs: parse(sdl),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

/** Keeps what is logged, as text. */
export function loggedLines(): { lines: string[]; logger: Logger } {
  const lines: string[] = [];
  const destination = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  return { lines, logger: createLogger({ service: 'test', level: 'debug', destination }) };
}

export type Graph = Awaited<ReturnType<typeof startGraph>>;

/** A gateway over three fake subgraphs, asked by HTTP; the subgraphs in its process or behind HTTP of their own. */
export async function startGraph({
  transport = 'in process',
  replace = {},
  urls = {},
  port = 0,
  ...options
}: GraphOptions = {}) {
  const subgraphs = {
    community: new FakeSubgraph('community'),
    catalogue: new FakeSubgraph('catalogue'),
    infosec: new FakeSubgraph('infosec'),
  };
  const { lines, logger } = loggedLines();
  const running = names.map((name) => replace[name] ?? subgraphs[name]);
  const supergraph = composeSupergraph();
  const closers: (() => Promise<void>)[] = [];
  const services = transport === 'in process' ? {} : await serve();
  const sources =
    transport === 'in process'
      ? running.map((subgraph) => new InProcessSource(subgraph))
      : createRemoteSources(parseSupergraph(supergraph), { sign: createRequestSigner(secret), urls: services });
  const server = await createServer({ production: true, logger, ...options, supergraph, sources });
  const url = await server.listen({ host: '127.0.0.1', port });
  const ask = (query: string, request: Request = {}) =>
    askAt(`${url}/graphql`, { query, variables: request.variables }, request.headers);
  const close = async () => {
    await server.close();
    await Promise.all(closers.map((closer) => closer()));
  };
  return { url, ask, subgraphs, services, lines, server, close };

  async function serve(): Promise<Record<string, string>> {
    const served = await Promise.all(
      running.map(async (subgraph) => {
        const service = await serveSubgraph(subgraph, { host: '127.0.0.1', port: 0, secret, logger });
        closers.push(() => service.close());
        return [subgraph.name, `${service.url}/graphql`];
      }),
    );
    return { ...Object.fromEntries(served), ...urls };
  }
}

interface Request {
  readonly variables?: Record<string, unknown>;
  readonly headers?: Record<string, string>;
}

export async function askAt(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer['body'] };
}
