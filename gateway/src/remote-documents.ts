import {
  type AnswerDocument,
  documentPath,
  readDocumentAnswer,
  uploadLimit,
  writeDocumentRequest,
} from '@lokaal/shared/documents';
import type { RequestSigner } from '@lokaal/shared/auth';
import { requestIdHeader } from '@lokaal/shared/http';
import { HttpClient } from './http-client.js';

/** A file that was uploaded comes back as base64. */
const maxBytes = 2 * uploadLimit;

/** Documents of a subgraph that runs as a service, by signed requests. */
export function remoteDocuments(name: string, url: string, sign: RequestSigner): AnswerDocument {
  const client = new HttpClient(new URL(url), maxBytes);
  return async ({ viewer, requestId, clientAddress, signal, ...request }) => {
    const body = writeDocumentRequest(request);
    const token = await sign({ viewer, requestId, clientAddress }, name, body);
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      [requestIdHeader]: requestId,
    };
    const answer = await client.call({ method: 'POST', path: documentPath, headers, body, signal });
    if (answer.status !== 200) throw new Error(`The subgraph answered HTTP ${answer.status} for a document.`);
    return readDocumentAnswer(answer.body);
  };
}
