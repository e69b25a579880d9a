import { badInput } from '@lokaal/shared/errors';

/** Where a person works today, and what is known of the employer that pays. */
export interface Employers {
  readonly today: readonly string[];
  /** What the applicant asked for. */
  readonly wanted?: string | null;
  /** Employer of the term before. */
  readonly before?: string | null;
}

/**
 * The employer whose first or further member somebody is: the one asked for, else the one of before while it lasts, else the
 * only one; null for who has none. Throws BAD_USER_INPUT when it is none of theirs, or when there is a choice to make.
 */
export function employerOf({ today, wanted, before }: Employers): string | null {
  if (wanted != null && !today.includes(wanted))
    throw badInput('The person does not work there today.', ['employerId']);
  if (wanted != null) return wanted;
  if (before != null && today.includes(before)) return before;
  if (today.length > 1) throw badInput('Say which employer it is: there is more than one today.', ['employerId']);
  return today[0] ?? null;
}
