import { migrate } from '@lokaal/shared/database';
import { startSubgraph, type SubgraphDependencies, type SubgraphModule } from '@lokaal/shared/graphql';
import { catalogueEntities, catalogueSchema, catalogueSdl } from './schema.js';
import { FirstSlice1763800000000 } from './migrations/1763800000000-first-slice.js';
import { seedDemo, seedReference } from './seed/index.js';

/** The catalogue's front door: everything that a process needs to run it. */
export const catalogue: SubgraphModule<SubgraphDependencies> = {
  name: 'catalogue',
  sdl: catalogueSdl,
  migrate: (urls) => migrate({ urls, migrations: [FirstSlice1763800000000] }),
  seedReference,
  seedDemo,
  create: (dependencies) =>
    startSubgraph({ name: 'catalogue', entities: catalogueEntities, schema: catalogueSchema }, dependencies),
};
