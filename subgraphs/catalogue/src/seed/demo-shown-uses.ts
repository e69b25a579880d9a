import { demoSeed, dice, type DemoWorld, showsLabel } from '@lokaal/shared/demo';
import type { Usable } from './demo-catalogue.js';
import type { Use } from './demo-portfolio-rows.js';

const pageSize = 20;

/** What a list of solutions shows first, by name. */
export const firstPage = (usable: readonly Usable[]): readonly Usable[] =>
  usable.toSorted((one, other) => (one.name < other.name ? -1 : 1)).slice(0, pageSize);

/**
 * Of the solutions that everybody sees first, so much is public as the reference question (bench) asks for: at least
 * five municipalities each, which are in a kenniskring and show their label.
 */
export function shownUses(first: readonly Usable[], { circles, lastDay }: DemoWorld): Use[] {
  const open = circles.flatMap(({ members }) => members).filter(showsLabel);
  return first.flatMap((solution) => {
    const by = dice(demoSeed, 'shown', solution.slug);
    const uses = { solution, habits: { openness: 1, costsKnown: true }, by, lastDay, isShown: true } as const;
    return by.some(open, by.between(5, 14)).map((authority) => ({ ...uses, authority }));
  });
}
