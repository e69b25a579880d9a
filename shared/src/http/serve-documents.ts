import type { FastifyInstance } from 'fastify';
import {
  type AnswerDocument,
  documentPath,
  readDocumentRequest,
  uploadLimit,
  writeDocumentAnswer,
} from '../documents/index.js';
import { hangUpOf } from './hang-up.js';

/** An upload in base64, with room for what is around it. */
const bodyLimit = Math.ceil((uploadLimit * 4) / 3) + 64 * 1024;

/** Documents beside the graph, as the gateway asks for them: request and answer in JSON, so that one signature covers all. */
export function addDocumentsRoute(app: FastifyInstance, answer: AnswerDocument): void {
  app.post(documentPath, { bodyLimit }, async (request, reply) => {
    const { viewer, requestId, clientAddress } = request.signed!;
    const sent = readDocumentRequest((request.body as Buffer).toString('utf8'));
    reply.header('content-type', 'application/json; charset=utf-8');
    const asked = { ...sent, viewer, requestId, clientAddress, signal: hangUpOf(reply) };
    return reply.send(writeDocumentAnswer(await answer(asked)));
  });
}
