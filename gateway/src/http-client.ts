import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

export interface HttpCall {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/** The connection broke before the answer was complete; a read may be tried again. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
}

/**
 * Calls one origin over kept-alive connections. Built on node:http: measured for a subgraph's answer on loopback,
 * it costs a fifth of the CPU time of the global fetch.
 */
export class HttpClient {
  private readonly agent: HttpAgent;
  private readonly start: typeof httpRequest;

  constructor(
    private readonly origin: URL,
    /** An answer larger than this is cut off and refused, so that memory stays bounded. */
    private readonly maxBytes: number,
  ) {
    const secure = origin.protocol === 'https:';
    const options = { keepAlive: true, maxSockets: 256, scheduling: 'lifo' } as const;
    this.agent = secure ? new HttpsAgent(options) : new HttpAgent(options);
    this.start = secure ? httpsRequest : httpRequest;
  }

  call({ method, path, headers, body = '', signal }: HttpCall): Promise<HttpAnswer> {
    const { hostname, port } = this.origin;
    return new Promise((resolve, reject) => {
      const length = { 'content-length': String(Buffer.byteLength(body)) };
      const host = hostname.replace(/^\[|\]$/gu, '');
      const options = { host, port, path, method, agent: this.agent, signal, headers: { ...headers, ...length } };
      const request = this.start(options, (response) => {
        collect(response, this.maxBytes).then(
          (text) => resolve({ status: response.statusCode ?? 0, body: text }),
          (error: unknown) => {
            request.destroy();
            reject(error);
          },
        );
      });
      request.on('error', (cause) => reject(new ConnectionError(cause.message, { cause })));
      request.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

function collect(response: IncomingMessage, maxBytes: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    response.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) reject(new Error(`The answer is larger than ${maxBytes} bytes.`));
      else chunks.push(chunk);
    });
    response.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    response.on('error', (cause) => reject(new ConnectionError(cause.message, { cause })));
    response.on('aborted', () => reject(new ConnectionError('The connection was cut off.')));
  });
}
