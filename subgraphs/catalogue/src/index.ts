import { AuditedRunner } from '@lokaal/shared/audit';
import { migrate } from '@lokaal/shared/database';
import type { ComparingDependencies } from '@lokaal/shared/cohort';
import { startSubgraph, type SubgraphModule } from '@lokaal/shared/graphql';
import { catalogueEntities, catalogueSchema, catalogueSdl } from './schema.js';
import { migrations } from './migrations/index.js';
import { seedDemo, seedReference } from './seed/index.js';

/** The catalogue's front door: everything that a process needs to run it. */
export const catalogue: SubgraphModule<ComparingDependencies> = {
  name: 'catalogue',
  sdl: catalogueSdl,
  migrate: (urls) => migrate({ urls, migrations }),
  seedReference,
  seedDemo,
  create: ({ minimumCohort, ...dependencies }) =>
    startSubgraph(
      {
        name: 'catalogue',
        entities: catalogueEntities,
        schema: (db) => catalogueSchema(db, minimumCohort),
        runner: ({ shared }) => new AuditedRunner(shared),
      },
      dependencies,
    ),
};
