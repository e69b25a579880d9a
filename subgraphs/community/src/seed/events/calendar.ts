import { addDays } from '@lokaal/shared/demo';
import type { DemoEvent } from './demo-event.js';

/** From the first year up to the one after the last day that the demonstration data know. */
export const yearsFrom = (first: number, lastDay: string): number[] =>
  Array.from({ length: Number(lastDay.slice(0, 4)) + 2 - first }, (_, index) => first + index);

/** What is known of the future: each yearly event comes once. */
export const isAnnounced =
  (lastDay: string) =>
  ({ from }: Pick<DemoEvent, 'from'>): boolean =>
    from.slice(0, 10) <= addDays(lastDay, 365);
