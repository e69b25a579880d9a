import { z } from 'zod';

/** Text with something in it, without space around. */
export const filled = z.string().regex(/^\S(.*\S)?$/, 'must be filled, without space at either end');

/** An empty cell is null; any other must satisfy the schema. */
export const orEmpty = <Value>(schema: z.ZodType<Value, string>) =>
  z.union([z.literal('').transform(() => null), schema], {
    error: (issue) => reasons(issue).find((reason) => !reason.includes('""')) ?? 'is not valid',
  });

const reasons = (issue: { readonly errors?: unknown }): string[] =>
  Array.isArray(issue.errors) ? issue.errors.flat().map((one: { readonly message: string }) => one.message) : [];

/** A calendar date, ISO 8601. */
export const isoDate = z.iso.date('must be a date as 2025-01-31');

export const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/, 'must be a whole number')
  .transform(Number);

export const yesOrNo = z.enum(['yes', 'no'], 'must be yes or no').transform((cell) => cell === 'yes');

/** Several values in one cell, separated by a bar. */
export const barred = filled.transform((cell) => cell.split('|'));
