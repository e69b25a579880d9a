import { demoSeed, demoWorld } from '@lokaal/shared/demo';
import type { DatabaseUrls, DemoPlan, RowCounts } from '@lokaal/shared/graphql';
import { bulkLoad, loadDemoOnce, type SqlClient } from '@lokaal/shared/seeding';
import { seedCatalogue } from './demo-catalogue.js';
import { seedPortfolio } from './demo-portfolio.js';
import { readProductLines } from './product-lines.js';

async function seedAll(client: SqlClient, { scale, lastDay }: DemoPlan): Promise<RowCounts> {
  const { usable, counts } = await seedCatalogue(client, { scale, lastDay, lines: readProductLines() });
  const portfolio = await seedPortfolio(client, { world: demoWorld(lastDay), usable, scale });
  return { ...counts, portfolio_item: portfolio };
}

/**
 * Loads the demonstration data once, after the reference data. Scale 1 is the association's real size; solutions and
 * portfolios grow with the size factor, vendors with its root.
 */
export const seedDemo = (urls: DatabaseUrls, plan: DemoPlan): Promise<RowCounts> =>
  loadDemoOnce(urls.owner, { seed: demoSeed, scale: plan.scale }, (client) =>
    bulkLoad(client, ['solution', 'solution_version', 'standard_support', 'portfolio_item'], () =>
      seedAll(client, plan),
    ),
  );
