import { QueryFailedError } from 'typeorm';
import { DomainError } from '../errors/index.js';

/** Unique and exclusion constraints: what exists already, decided by the database. */
const duplicates = new Set(['23505', '23P01']);

/** A sentence, and the path of the field in the input that it is about, if it is about one. */
type Refusal = string | readonly [sentence: string, ...field: string[]];

/**
 * For `.catch`: turns a broken unique or exclusion constraint into the refusal ALREADY_EXISTS with the sentence given for
 * its name; anything else is thrown again. Around the whole transaction, which the broken constraint has undone.
 */
export const refuseDuplicates =
  (refusals: Readonly<Record<string, Refusal>>) =>
  (error: unknown): never => {
    const { code = '', constraint = '' } = causeOf(error);
    const refusal = duplicates.has(code) ? refusals[constraint] : undefined;
    if (refusal === undefined) throw error;
    const [sentence, ...field] = typeof refusal === 'string' ? [refusal] : refusal;
    throw new DomainError('ALREADY_EXISTS', sentence, field.length > 0 ? field : undefined);
  };

/**
 * The id of what is gone, when a row was refused because it refers to that: somebody deleted it after the service had looked.
 * Not for what cannot be deleted because others refer to it.
 */
export function idOfMissing(error: unknown): string | undefined {
  const { code, detail = '' } = causeOf(error);
  if (code !== '23503') return undefined;
  // of the detail only this part is the same in every language of the server
  const [, column, id] = /\((\w+)\)=\(([^)]*)\)/.exec(detail) ?? [];
  return column === 'id' ? undefined : id;
}

const causeOf = (error: unknown): { readonly code?: string; readonly constraint?: string; readonly detail?: string } =>
  error instanceof QueryFailedError ? error.driverError : {};
