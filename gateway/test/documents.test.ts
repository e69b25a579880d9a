import { EventEmitter, once } from 'node:events';
import { GraphQLError } from 'graphql';
import { anonymous, createRequestSigner, type Viewer } from '@lokaal/shared/auth';
import {
  type AnswerDocument,
  type DocumentAnswer,
  type DocumentRequest,
  routeDocuments,
  uploadLimit,
} from '@lokaal/shared/documents';
import { serveSubgraph } from '@lokaal/shared/http';
import { createLogger } from '@lokaal/shared/logging';
import type { Identity } from '../src/identity.js';
import { remoteDocuments } from '../src/remote-documents.js';
import { FakeSubgraph } from './fake-subgraphs.js';
import { type Graph, secret, startGraph, transports } from './graph.js';

const viewer: Viewer = { ...anonymous, personId: 'person_1' };
const identity: Identity = {
  identify: async (authorization) => {
    if (authorization === 'Bearer wrong')
      throw new GraphQLError('unknown token', { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } });
    return authorization ? viewer : anonymous;
  },
};
const bytes = Buffer.from([0, 255, 10, 13, 128]);

const asked: DocumentRequest[] = [];
const slow = new EventEmitter();
const answers: AnswerDocument = routeDocuments([
  {
    method: 'GET',
    path: '/calendar/:feed.ics',
    answer: async (request, { feed }) => {
      asked.push(request);
      return feed === 'known'
        ? { status: 200, type: 'text/calendar; charset=utf-8', body: 'BEGIN:VCALENDAR' }
        : undefined;
    },
  },
  {
    method: 'POST',
    path: '/files/:id',
    answer: async (request, { id }) => {
      asked.push(request);
      return { status: 201, type: 'application/octet-stream', body: request.body ?? '', fileName: `${id} é.bin` };
    },
  },
  ...(['GET', 'POST'] as const).map((method) => ({
    method,
    path: '/registrations/slow' as const,
    answer: async (request: DocumentRequest): Promise<DocumentAnswer> => {
      asked.push(request);
      slow.emit('asked');
      await once(request.signal!, 'abort');
      slow.emit('given up');
      throw new Error('nobody waits');
    },
  })),
  { method: 'GET', path: '/certificates/:code', answer: () => Promise.reject(new Error('secret cause')) },
]);

describe.each(transports)('documents beside the graph, %s', (transport) => {
  let graph: Graph;
  let documents = answers;
  let close = async (): Promise<void> => undefined;

  beforeAll(async () => {
    const subgraph = Object.assign(new FakeSubgraph('community'), { document: answers });
    const logger = createLogger({ service: 'test', destination: { write: () => undefined } });
    if (transport === 'over HTTP') {
      const service = await serveSubgraph(subgraph, { host: '127.0.0.1', port: 0, secret, logger });
      documents = remoteDocuments('community', service.url, createRequestSigner(secret));
      close = () => service.close();
    }
    graph = await startGraph({ documents, identity });
  });
  beforeEach(() => void asked.splice(0));
  afterAll(async () => {
    await graph.close();
    await close();
  });

  it('answers with the type, and with headers that let it do nothing', async () => {
    const { status, headers } = await fetch(`${graph.url}/calendar/known.ics?kind=mine`);
    expect([status, headers.get('content-type'), headers.get('x-content-type-options')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'nosniff',
    ]);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(asked[0]).toMatchObject({ query: { kind: 'mine' }, viewer: anonymous, clientAddress: '127.0.0.1' });
  });

  it('says when nothing has changed', async () => {
    const first = await fetch(`${graph.url}/calendar/known.ics`);
    const second = await fetch(`${graph.url}/calendar/known.ics`, {
      headers: { 'if-none-match': first.headers.get('etag')! },
    });
    expect([second.status, await second.text()]).toEqual([304, '']);
  });

  it('hands on an upload byte for byte, with who sent it', async () => {
    const response = await fetch(`${graph.url}/files/one`, {
      method: 'POST',
      headers: { 'content-type': 'application/pdf; x=y', authorization: 'Bearer right' },
      body: bytes,
    });
    expect([response.status, Buffer.from(await response.arrayBuffer())]).toEqual([201, bytes]);
    expect(asked[0]).toMatchObject({ contentType: 'application/pdf', viewer });
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="one__.bin"; filename*=UTF-8''one%20%C3%A9.bin`,
    );
  });

  it('refuses a body that is too large, a token that does not hold, and what is not there', async () => {
    const large = await fetch(`${graph.url}/files/one`, { method: 'POST', body: Buffer.alloc(uploadLimit + 1) });
    const stranger = await fetch(`${graph.url}/calendar/known.ics`, { headers: { authorization: 'Bearer wrong' } });
    const absent = await fetch(`${graph.url}/calendar/unknown.ics`);
    const nowhere = await fetch(`${graph.url}/calendar/a/b`);
    // the route fails when it is asked: no name has a sign that nobody sees
    const nameless = await fetch(`${graph.url}/certificates/a%00b`);
    const received = [large, stranger, absent, nowhere, nameless];
    expect(received.map(({ status }) => status)).toEqual([413, 401, 404, 404, 404]);
  });

  it('says that the subgraph is unavailable when it fails, and nothing of why', async () => {
    const response = await fetch(`${graph.url}/certificates/1`);
    const text = await response.text();
    expect([response.status, text.includes('SUBGRAPH_UNAVAILABLE'), text.includes('secret cause')]).toEqual([
      503,
      true,
      false,
    ]);
  });

  it.each(['GET', 'POST'])('answers TIMEOUT when its time is over, and tells the subgraph, %s', async (method) => {
    // of its own, so that on a busy machine nothing else is late
    const hurried = await startGraph({ documents, identity, limits: { requestTimeout: 500 } });
    const givenUp = once(slow, 'given up');
    const response = await fetch(`${hurried.url}/registrations/slow`, { method });
    expect([response.status, await response.json()]).toEqual([
      504,
      { errors: [{ message: 'The subgraph "community" did not answer in time.', extensions: { code: 'TIMEOUT' } }] },
    ]);
    await givenUp;
    await hurried.close();
  });

  it.each(['GET', 'HEAD'])(
    'tells the subgraph at once when the client hangs up, and logs no failure, %s',
    async (method) => {
      const patient = await startGraph({ documents, identity });
      const controller = new AbortController();
      const [begun, givenUp] = [once(slow, 'asked'), once(slow, 'given up')];
      const response = fetch(`${patient.url}/registrations/slow`, { method, signal: controller.signal });
      await begun;
      controller.abort();
      await expect(response).rejects.toThrow('aborted');
      await givenUp;
      await patient.close();
      expect(patient.lines.join()).not.toContain('a document failed');
    },
  );
});
