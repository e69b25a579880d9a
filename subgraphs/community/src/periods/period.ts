import { addDays } from '@lokaal/shared/config';
import { badInput } from '@lokaal/shared/errors';

/** When something holds or held. */
export interface Period {
  readonly from: string;
  /** First day on which it no longer holds; null while there is no end. */
  readonly to: string | null;
}

/** What was asked to be otherwise: what is not sent stays as it is, and null takes the end away. */
interface Correction {
  readonly from?: string | undefined;
  readonly to?: string | null | undefined;
}

/** The period as it should have been. Throws BAD_USER_INPUT when it would begin too far ahead, or end before it begins. */
export function corrected({ from, to }: Period, asked: Correction, today: string): Period {
  if (asked.from !== undefined) requireNear(asked.from, today);
  return orderly({ from: asked.from ?? from, to: asked.to === undefined ? to : asked.to });
}

export function orderly(period: Period): Period {
  const { from, to } = period;
  if (to !== null && to <= from) throw badInput(`Its first day is ${from}: name a later one.`, ['to']);
  return period;
}

/** Nobody plans further than a year ahead: refuses what is a slip of the pen, and would keep its place for a lifetime. */
export function requireNear(from: string, today: string): void {
  const last = addDays(today, 365);
  if (from > last) throw badInput(`Name a first day of at most a year ahead: ${last} or earlier.`, ['from']);
}

/** Something that it is part of, such as a circle. */
interface Whole {
  readonly name: string;
  readonly from?: string | null;
  readonly to: string | null;
}

/** Refuses a period that begins before the whole did, or lasts longer. */
export function requireWithin({ from, to }: Period, whole: Whole): void {
  if (whole.from != null && from < whole.from)
    throw badInput(`${whole.name} began on ${whole.from}: name that day or a later one.`, ['from']);
  if (whole.to === null) return;
  if (from >= whole.to) throw badInput(`${whole.name} ended on ${whole.to}: name an earlier day.`, ['from']);
  if (to === null || to > whole.to)
    throw badInput(`${whole.name} ended on ${whole.to}: name that day or an earlier one.`, ['to']);
}
