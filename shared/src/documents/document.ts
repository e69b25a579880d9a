import type { Asker } from '../callers/index.js';

/** Paths beside /graphql under which a subgraph answers documents: the gateway sends on what begins with one of them. */
export const documentPrefixes = [
  '/calendar',
  '/certificates',
  '/employment-invitations',
  '/files',
  '/mailing-lists',
  '/registrations',
] as const;

/** Largest body of an upload, in bytes. */
export const uploadLimit = 5 * 1024 * 1024;

/** A plain HTTP request beside the graph, such as for a calendar or with a file. The same identity and rules as in the graph. */
export interface DocumentRequest extends Asker {
  readonly method: 'GET' | 'POST';
  /** Path of the URL, for example /calendar/8a1f.ics. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Media type of the body, without parameters. */
  readonly contentType?: string;
  readonly body?: Buffer;
}

/** What comes back, without headers: the gateway makes them, so that each document is as safe as the others. */
export interface DocumentAnswer {
  readonly status: number;
  /** Media type with its parameters, for example text/calendar; charset=utf-8. */
  readonly type: string;
  readonly body: Buffer | string;
  /** Given: the browser saves it under this name instead of showing it. */
  readonly fileName?: string;
}

/** One kind of document: its path with parameters, for example /certificates/:code.pdf. */
export interface DocumentRoute {
  readonly method: DocumentRequest['method'];
  readonly path: `/${string}`;
  /** Undefined when there is nothing for this viewer: absent and forbidden are answered alike, with 404. */
  answer(request: DocumentRequest, parameters: Readonly<Record<string, string>>): Promise<DocumentAnswer | undefined>;
}

/** Answers documents: a subgraph in this process, or the same as a service elsewhere. */
export type AnswerDocument = (request: DocumentRequest) => Promise<DocumentAnswer | undefined>;
