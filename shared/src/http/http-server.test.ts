import { connect } from 'node:net';
import { once } from 'node:events';
import type { FastifyInstance } from 'fastify';
import { createLogger } from '../logging/index.js';
import { createHttpServer, listen } from './http-server.js';

const lines: string[] = [];
const logger = createLogger({ service: 'test', destination: { write: (line: string) => void lines.push(line) } });
let app: FastifyInstance;
let url: string;

beforeAll(async () => {
  app = createHttpServer({ logger, bodyLimit: 1_000, ready: async () => ({}) });
  app.get('/known/:name', async () => ({}));
  url = await listen(app, { host: '127.0.0.1', port: 0 });
});
afterAll(() => app.close());

/** What comes back for bytes that no HTTP client would send. */
async function raw(text: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString())).end(text);
  await once(socket, 'close');
  return answer;
}

const errors = (code: string) => ({ errors: [{ message: expect.any(String), extensions: { code } }] });

describe('what comes too slowly', () => {
  it.each([
    ['a body', 'POST /known/x HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{'],
    ['headers', 'GET /known/x HTTP/1.1\r\nhost: x\r\n'],
  ])('is refused soon after its time is over: %s', async (_what, start) => {
    const slow = createHttpServer({ logger, bodyLimit: 1_000, ready: async () => ({}), receiveTime: 200 });
    slow.post('/known/:name', async () => ({}));
    const address = new URL(await listen(slow, { host: '127.0.0.1', port: 0 }));
    const socket = connect(Number(address.port), '127.0.0.1').on('error', () => undefined);
    let answer = '';
    const began = performance.now();
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString())).write(start);
    await once(socket, 'close');
    // Node by itself looks after half a minute
    expect(performance.now() - began).toBeLessThan(15_000);
    await slow.close();
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('REQUEST_TIMEOUT');
  });
});

describe('what cannot be read', () => {
  it.each(['/%ff', '/known/%ff', '/%', `/known/${'x'.repeat(200)}`])(
    'is refused in the coded form, without the name of the framework: %s',
    async (path) => {
      const response = await fetch(url + path);
      const text = await response.text();
      expect([response.status, JSON.parse(text)]).toEqual([400, errors('BAD_REQUEST')]);
      expect(response.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
      expect(text).not.toMatch(/FST|%|known/);
    },
  );

  it.each([
    ['no HTTP', 'nonsense\r\n\r\n', 400, 'BAD_REQUEST'],
    ['headers without end', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`, 431, 'HEADERS_TOO_LARGE'],
  ])('is refused in the coded form: %s', async (_what, text, status, code) => {
    const [head = '', body = ''] = (await raw(text)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(JSON.parse(body)).toEqual(errors(code));
  });

  it('is not in the log', () => {
    expect(lines.join('')).not.toMatch(/%ff|nonsense|yyy/);
  });
});
