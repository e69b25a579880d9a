import { QueryFailedError } from 'typeorm';
import { DomainError } from '../errors/index.js';

/** Unique and exclusion constraints: what exists already, decided by the database. */
const duplicates = new Set(['23505', '23P01']);

/**
 * For `.catch`: turns a broken unique or exclusion constraint into the refusal ALREADY_EXISTS with the sentence given for
 * its name; anything else is thrown again. Around the whole transaction, which the broken constraint has undone.
 */
export const refuseDuplicates =
  (sentences: Readonly<Record<string, string>>) =>
  (error: unknown): never => {
    const { code = '', constraint = '' } = causeOf(error);
    const sentence = duplicates.has(code) ? sentences[constraint] : undefined;
    if (sentence === undefined) throw error;
    throw new DomainError('ALREADY_EXISTS', sentence);
  };

const causeOf = (error: unknown): { readonly code?: string; readonly constraint?: string } =>
  error instanceof QueryFailedError ? error.driverError : {};
