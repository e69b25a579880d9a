import { addDays, demoSeed, dice, weighted, type Dice } from '@lokaal/shared/demo';
import { seededId, type SeedRow } from '@lokaal/shared/seeding';
import type { Product } from './demo-products.js';

const versionCount = weighted<[number, number]>(
  [
    [1, 16],
    [2, 40],
    [3, 30],
    [4, 14],
  ],
  ([, weight]) => weight,
);

/** Release days, oldest first: about a year apart, the last one in the past year and a half. */
function releaseDays(lastDay: string, by: Dice): string[] {
  const days = [addDays(lastDay, -by.between(10, 540))];
  for (let left = versionCount(by)[0] - 1; left > 0; left -= 1) days.unshift(addDays(days[0]!, -by.between(240, 480)));
  return days;
}

/** Some vendors count by year, others up; a year's second release is .2. */
function numbersOf(days: readonly string[], slug: string): string[] {
  const by = dice(demoSeed, 'numbering', slug);
  const major = by.between(1, 7);
  if (by.chance(0.45)) {
    const years = days.map((day) => day.slice(0, 4));
    return years.map((year, index) => `${year}.${years.slice(0, index + 1).filter((one) => one === year).length}`);
  }
  const step = by.chance(0.5);
  return days.map((_, index) => (step ? `${major + index}.0` : `${major}.${index * 2 + 1}`));
}

export interface Release {
  readonly id: string;
  /** Null while it is only announced. */
  readonly released_on: string | null;
}

/** Versions of a product: the latest is current, older ones lose support a while after the next came. */
export function versionRows(product: Product, lastDay: string): (SeedRow & Release)[] {
  const by = dice(demoSeed, 'versions', product.slug);
  const released = releaseDays(lastDay, by);
  // the next version, where one was announced: its number follows from about when it comes
  const days = by.chance(0.06) ? [...released, addDays(lastDay, 150)] : released;
  return numbersOf(days, product.company.slug).map((number, index) => {
    const next = released[index + 1];
    return {
      id: seededId('solutionversion', `${product.slug}:${number}`),
      solution_id: product.id,
      number,
      released_on: released[index] ?? null,
      end_of_support_on: next ? addDays(next, by.between(180, 720)) : null,
      current: index === released.length - 1,
    };
  });
}
