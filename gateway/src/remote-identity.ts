import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  anonymous,
  jwksPath,
  keyViewerPath,
  issuedViewerPath,
  viewerPath,
  viewerSchema,
  type IdentityProvider,
  type RequestSigner,
  type Viewer,
} from '@lokaal/shared/auth';
import { requestIdHeader } from '@lokaal/shared/http';
import { HttpClient, type HttpCall } from './http-client.js';

const timeout = 5000;
const maxBytes = 1024 * 1024;
const keysSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });
const answerSchema = z.object({ viewer: viewerSchema.nullable() });
const issuedSchema = z.union([answerSchema, z.object({ unavailable: z.literal(true) })]);

/** The community subgraph as a service: its public keys, and the viewers of sessions and of API keys by signed requests. */
export function remoteIdentityProvider(url: string, sign: RequestSigner): IdentityProvider {
  const client = new HttpClient(new URL(url), maxBytes);
  const ask = async (call: HttpCall): Promise<unknown> => {
    const answer = await client.call({ ...call, signal: AbortSignal.timeout(timeout) });
    if (answer.status !== 200) throw new Error(`The community answered HTTP ${answer.status} at ${call.path}.`);
    return JSON.parse(answer.body);
  };
  const askSigned = async (path: string, question: object): Promise<unknown> => {
    const requestId = randomUUID();
    const body = JSON.stringify(question);
    const token = await sign({ viewer: anonymous, requestId }, 'community', body);
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      [requestIdHeader]: requestId,
    };
    return ask({ method: 'POST', path, headers, body });
  };
  const viewerAt = async (path: string, reference: object): Promise<Viewer | undefined> =>
    answerSchema.parse(await askSigned(path, reference)).viewer ?? undefined;
  return {
    jwks: async () => keysSchema.parse(await ask({ method: 'GET', path: jwksPath, headers: {} })),
    viewerOf: (session) => viewerAt(viewerPath, session),
    viewerOfKey: (key) => viewerAt(keyViewerPath, key),
    viewerOfIssued: async (token) => {
      const answer = issuedSchema.parse(await askSigned(issuedViewerPath, { token }));
      return 'unavailable' in answer ? answer : { viewer: answer.viewer ?? undefined };
    },
  };
}
