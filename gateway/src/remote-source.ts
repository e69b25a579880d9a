import type { ExecutionResult } from 'graphql';
import type { SubgraphRequest } from '@lokaal/shared/graphql';
import { requestIdHeader } from '@lokaal/shared/http';
import type { AnswerShapes } from './answer-shape.js';
import { ConnectionError, HttpClient } from './http-client.js';
import { isMutation } from './is-mutation.js';
import type { Source } from './source.js';

export interface RemoteSourceOptions {
  readonly name: string;
  /** Address of the GraphQL endpoint. */
  readonly url: string;
  /** Checks that an answer has the form of its question. */
  readonly shapes: AnswerShapes;
  /** Proves to the subgraph who asks. Without it the subgraph is a stranger's: nothing about the caller is sent. */
  readonly sign?: (request: SubgraphRequest, audience: string, body: string) => Promise<string>;
  /** Largest answer in bytes. */
  readonly maxBytes?: number;
}

const tenMegabytes = 10 * 1024 * 1024;

/** A subgraph behind HTTP. Reads are tried a second time when the connection breaks, mutations never. */
export class RemoteSource implements Source {
  readonly name: string;
  private readonly client: HttpClient;
  private readonly url: URL;

  constructor(private readonly options: RemoteSourceOptions) {
    this.name = options.name;
    this.url = new URL(options.url);
    this.client = new HttpClient(this.url, options.maxBytes ?? tenMegabytes);
  }

  async fetch(request: SubgraphRequest): Promise<ExecutionResult> {
    const { query, operationName, variables } = request;
    const body = JSON.stringify({ query, operationName, variables });
    const answer = await this.post(request, body).catch((error: unknown) => {
      if (!(error instanceof ConnectionError) || request.signal?.aborted || isMutation(query)) throw error;
      return this.post(request, body);
    });
    const result: unknown = JSON.parse(answer.body);
    // A stranger's subgraph may answer GraphQL errors with any status; ours has a fault of its own when it is not 200.
    if (this.options.sign && answer.status !== 200) throw new Error(`The subgraph answered HTTP ${answer.status}.`);
    this.options.shapes.check(request, result);
    return result as ExecutionResult;
  }

  private async post(request: SubgraphRequest, body: string) {
    const authorization = await this.options.sign?.(request, this.name, body);
    const headers = {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
      [requestIdHeader]: request.requestId,
      ...(authorization && { authorization: `Bearer ${authorization}` }),
    };
    const path = this.url.pathname + this.url.search;
    return this.client.call({ method: 'POST', path, headers, body, signal: request.signal });
  }

  async ready(): Promise<boolean> {
    const signal = AbortSignal.timeout(2000);
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    try {
      if (this.options.sign)
        return (await this.client.call({ method: 'GET', path: '/readyz', headers, signal })).status === 200;
      const body = '{"query":"{__typename}"}';
      const path = this.url.pathname + this.url.search;
      const answer = await this.client.call({ method: 'POST', path, headers, body, signal });
      return answer.status < 500 && typeof JSON.parse(answer.body) === 'object';
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    this.client.close();
  }
}
