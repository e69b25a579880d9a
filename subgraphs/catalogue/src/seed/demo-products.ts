import { demoCompany, demoSeed, dice, slugOf, weighted, type DemoCompany, type Dice } from '@lokaal/shared/demo';
import { seededId } from '@lokaal/shared/seeding';
import { vendorId } from './demo-vendors.js';
import type { ProductLine } from './product-lines.js';

export type SolutionStatus = 'DRAFT' | 'SUBMITTED' | 'CHANGES_REQUESTED' | 'PUBLISHED' | 'WITHDRAWN';

/** A product to invent: what everything else about it follows from. */
export interface Product {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly company: DemoCompany;
  readonly vendorId: string;
  readonly line: ProductLine;
  readonly status: SolutionStatus;
  /** How often it is chosen by those who need such software. */
  readonly popularity: number;
}

const statuses = weighted<[SolutionStatus, number]>(
  [
    ['PUBLISHED', 92],
    ['DRAFT', 3],
    ['SUBMITTED', 2],
    ['CHANGES_REQUESTED', 1],
    ['WITHDRAWN', 2],
  ],
  ([, weight]) => weight,
);

const editions = ['Plus', 'Online', 'Compact', 'Mobiel', 'Pro', 'Regio'];

function freeName({ brand }: DemoCompany, root: string, taken: Set<string>): string | undefined {
  const names = [`${brand} ${root}`, ...editions.map((edition) => `${brand} ${root} ${edition}`)];
  const free = names.find((name) => !taken.has(name));
  if (free) taken.add(free);
  return free;
}

/** The products of one vendor: it has a few strong lines, and names them after its brand. */
export function productsOf(vendorIndex: number, count: number, lines: readonly ProductLine[]): Product[] {
  const company = demoCompany(vendorIndex);
  const by = dice(demoSeed, 'products', company.slug);
  const lineOf = weighted(lines, ({ weight }) => weight);
  const taken = new Set<string>();
  const products: Product[] = [];
  while (products.length < count) {
    const line = lineOf(by);
    const name = freeName(company, by.pick(line.roots), taken);
    if (name) products.push(product(name, { company, line, by }));
  }
  return products;
}

function product(name: string, { company, line, by }: { company: DemoCompany; line: ProductLine; by: Dice }): Product {
  const slug = slugOf(name);
  return {
    id: seededId('solution', slug),
    slug,
    name,
    company,
    vendorId: vendorId(company),
    line,
    status: statuses(by)[0],
    popularity: 0.5 + 2.5 * by.next() ** 2,
  };
}

/** How many products each vendor has: one at least, a few have many; the one whose editor is shown has some too. */
export function productCounts(vendors: number, products: number): number[] {
  const weights = Array.from({ length: vendors }, (_, index) =>
    index === 0 ? 2 : 0.25 + 3 * dice(demoSeed, 'size', index).next() ** 3,
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let [given, weight] = [0, 0];
  return weights.map((own, index) => {
    weight += own;
    const upTo = index + 1 + Math.round(((products - vendors) * weight) / total);
    const count = upTo - given;
    given = upTo;
    return count;
  });
}
