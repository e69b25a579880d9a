import { dayBetween, demoSeed, dice, slugOf, type Dice } from '@lokaal/shared/demo';
import { seededId, type SeedRow } from '@lokaal/shared/seeding';
import type { Product } from './demo-products.js';
import type { Release } from './demo-versions.js';
import { standardId } from './reference.js';

const firstTests = '2023-01-09';

/** What the vendor says, and sometimes more: only a test or a user can confirm it. */
function evidenceFor(level: string, lastDay: string, by: Dice) {
  const fate = level === 'PLANNED' ? 0 : by.next();
  if (fate > 0.88) return { evidence: 'CONFIRMED_BY_USER', confirmed_count: by.between(1, 9), tested_on: null };
  if (fate > 0.7)
    return { evidence: 'TEST_REPORT', confirmed_count: 0, tested_on: dayBetween(by, firstTests, lastDay) };
  return { evidence: 'CLAIMED', confirmed_count: 0, tested_on: null };
}

/** Standards that fit what the product does; the newer the version, the more of them and the better. */
export function supportRows(product: Product, versions: readonly Release[], lastDay: string): SeedRow[] {
  const by = dice(demoSeed, 'support', product.slug);
  const standards = by.some(product.line.standards ?? [], by.chance(0.1) ? 0 : by.between(1, 3));
  return versions.flatMap(({ id: versionId }, index) => {
    const age = versions.length - 1 - index;
    return standards
      .filter(() => by.chance(age === 0 ? 0.98 : 0.75))
      .map((name) => {
        const level = by.chance(0.5 - 0.15 * age) ? 'FULL' : by.pick(['PARTIAL', 'PARTIAL', 'PLANNED']);
        return {
          id: seededId('standardsupport', `${versionId}:${name}`),
          solution_version_id: versionId,
          standard_id: standardId(slugOf(name)),
          level,
          ...evidenceFor(level, lastDay, by),
        };
      });
  });
}
