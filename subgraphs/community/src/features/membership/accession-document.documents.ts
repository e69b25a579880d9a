import { type DocumentAnswer, type DocumentRoute, uploadLimit } from '@lokaal/shared/documents';
import { DomainError } from '@lokaal/shared/errors';
import { prefixOf } from '@lokaal/shared/ids';
import { uploadPath } from './accession-document.path.js';
import type { AccessionDocumentService } from './accession-document.service.js';

const answer = (status: number, body: object): DocumentAnswer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
});

/** As the gateway refuses, and as the graph does. */
const refused = (status: number, code: string, message: string): DocumentAnswer =>
  answer(status, { errors: [{ message, extensions: { code } }] });

const statuses: Readonly<Partial<Record<string, number>>> = { INVALID_STATE: 409 };

const defaultName = 'toetredingsdocument.pdf';

/** A name to save under, wherever: one line, no path, no signs that turn its direction, and never longer than the column. */
function fileNameOf(given: string | undefined): string {
  const name = (given ?? '').replaceAll(/[\p{Cc}\p{Cs}/\\"*:<>?|\u202A-\u202E\u2066-\u2069]/gu, '').trim();
  if (name === '') return defaultName;
  return name.toLowerCase().endsWith('.pdf') ? name.slice(-200) : `${name.slice(0, 190)}.pdf`;
}

/** The body is the PDF itself; its name may be given as `?name=`. */
export const uploadRoute = (documents: AccessionDocumentService): DocumentRoute => ({
  method: 'POST',
  path: uploadPath,
  answer: async ({ viewer, contentType, body, query }, { id = '' }) => {
    if (viewer.personId === undefined || prefixOf(id) !== 'membership') return undefined;
    if (contentType !== 'application/pdf')
      return refused(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send a PDF as application/pdf.');
    if (body === undefined || body.length === 0) return refused(400, 'BAD_USER_INPUT', 'Send the PDF as the body.');
    if (body.length > uploadLimit) return refused(413, 'PAYLOAD_TOO_LARGE', 'Send at most 5 MB.');
    try {
      const file = await documents.keep(viewer, id, { fileName: fileNameOf(query['name']), content: body });
      return file && answer(201, { id: file.id, fileName: file.fileName, size: file.size, sha256: file.sha256 });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return refused(statuses[error.code] ?? 400, error.code, error.message);
    }
  },
});
