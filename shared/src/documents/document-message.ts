import { z } from 'zod';
import type { Asker } from '../callers/index.js';
import type { DocumentAnswer, DocumentRequest } from './document.js';

/** Where a service answers documents, asked with a signed request. */
export const documentPath = '/documents';

/** A request for a document as it goes from gateway to service; who asks is in the signed token beside it. */
const requestSchema = z.object({
  method: z.enum(['GET', 'POST']),
  path: z.string(),
  query: z.record(z.string(), z.string()),
  contentType: z.string().optional(),
  body: z.base64().optional(),
});

const answerSchema = z
  .object({ status: z.number().int(), type: z.string(), body: z.base64(), fileName: z.string().optional() })
  .nullable();

type SentRequest = Omit<DocumentRequest, keyof Asker>;

export const writeDocumentRequest = ({ method, path, query, contentType, body }: SentRequest): string =>
  JSON.stringify({ method, path, query, contentType, body: body?.toString('base64') });

/** Throws when the text is no such request. */
export function readDocumentRequest(text: string): SentRequest {
  const { body, ...request } = requestSchema.parse(JSON.parse(text));
  return { ...request, ...(body !== undefined && { body: Buffer.from(body, 'base64') }) };
}

export const writeDocumentAnswer = (answer: DocumentAnswer | undefined): string =>
  JSON.stringify(answer ? { ...answer, body: Buffer.from(answer.body).toString('base64') } : null);

/** Throws when the text is no such answer. */
export function readDocumentAnswer(text: string): DocumentAnswer | undefined {
  const answer = answerSchema.parse(JSON.parse(text));
  return answer ? { ...answer, body: Buffer.from(answer.body, 'base64') } : undefined;
}
