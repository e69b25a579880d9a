import type { DemoPlan } from '@lokaal/shared/graphql';
import { insertRows, type SeedRow, type SqlClient } from '@lokaal/shared/seeding';
import { productCounts, productsOf, type Product } from './demo-products.js';
import { solutionRow } from './demo-solution-rows.js';
import { supportRows } from './demo-support.js';
import { vendorCount, vendorRow } from './demo-vendors.js';
import { type Release, versionRows } from './demo-versions.js';
import type { ProductLine } from './product-lines.js';

/** Solutions in the catalogue in 2024: more than 800. */
const solutionsAtScaleOne = 800;

/** What the portfolios need to know of a solution that authorities may use. */
export interface Usable extends Pick<Product, 'id' | 'slug' | 'name' | 'status' | 'line' | 'popularity'> {
  readonly versions: readonly Release[];
}

/** Rows of many products that go to the database together; emptied then, so that memory stays bounded. */
class CatalogueBatch {
  readonly counts = { solution: 0, solution_version: 0, standard_support: 0 };
  private readonly rows = {
    solution: [] as SeedRow[],
    solution_version: [] as SeedRow[],
    standard_support: [] as SeedRow[],
  };

  constructor(
    private readonly client: SqlClient,
    private readonly lines: readonly ProductLine[],
    private readonly lastDay: string,
  ) {}

  add(product: Product): Usable {
    const versions = versionRows(product, this.lastDay);
    this.rows.solution.push(solutionRow(product, this.lines, this.lastDay));
    this.rows.solution_version.push(...versions);
    this.rows.standard_support.push(...supportRows(product, versions, this.lastDay));
    const { id, slug, name, status, line, popularity } = product;
    return { id, slug, name, status, line, popularity, versions };
  }

  async flush(atLeast: number): Promise<void> {
    if (this.rows.solution.length < atLeast) return;
    for (const table of ['solution', 'solution_version', 'standard_support'] as const) {
      this.counts[table] += await insertRows(this.client, table, this.rows[table]);
      this.rows[table] = [];
    }
  }
}

interface CataloguePlan extends DemoPlan {
  readonly lines: readonly ProductLine[];
}

/** Vendors with their products; answers those that portfolios may hold. */
export async function seedCatalogue(client: SqlClient, { scale, lines, lastDay }: CataloguePlan) {
  const vendors = vendorCount(scale);
  const vendorRows = Array.from({ length: vendors }, (_, index) => vendorRow(index, lastDay));
  const vendor = await insertRows(client, 'vendor', vendorRows);
  const batch = new CatalogueBatch(client, lines, lastDay);
  const usable: Usable[] = [];
  for (const [index, count] of productCounts(vendors, solutionsAtScaleOne * scale).entries()) {
    for (const product of productsOf(index, count, lines)) {
      const added = batch.add(product);
      if (product.status === 'PUBLISHED' || product.status === 'WITHDRAWN') usable.push(added);
    }
    await batch.flush(1_000);
  }
  await batch.flush(1);
  return { usable, counts: { vendor, ...batch.counts } };
}
