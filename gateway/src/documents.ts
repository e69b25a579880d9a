import { parse, type DocumentNode } from 'graphql';

export type DocumentStore = (text: string) => DocumentNode;

/**
 * Parses each text of a planned fetch once: the same text gives the same object, on which what was derived from it can hang.
 * Drops the oldest text when full: the gateway sends few different ones, so that is the exception. Throws a GraphQLError on a syntax error.
 */
export function createDocumentStore(capacity = 2000): DocumentStore {
  const documents = new Map<string, DocumentNode>();
  return (text) => {
    const known = documents.get(text);
    if (known) return known;
    const document = parse(text, { noLocation: true });
    if (documents.size >= capacity) documents.delete(documents.keys().next().value!);
    documents.set(text, document);
    return document;
  };
}
