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

const causeOf = (error: unknown): { readonly code?: string; readonly constraint?: string } =>
  error instanceof QueryFailedError ? error.driverError : {};
