import type { ComparingDependencies } from '@lokaal/shared/cohort';
import { migrate } from '@lokaal/shared/database';
import { startSubgraph, type SubgraphModule } from '@lokaal/shared/graphql';
import { guardedRunner } from './guarded-runner.js';
import { migrations } from './migrations/index.js';
import { infosecEntities, infosecSchema, infosecSdl } from './schema.js';
import { seedDemo, seedReference } from './seed/index.js';

/** The front door of information security: everything that a process needs to run it. */
export const infosec: SubgraphModule<ComparingDependencies> = {
  name: 'infosec',
  sdl: infosecSdl,
  migrate: (urls) => migrate({ urls, migrations }),
  seedReference,
  seedDemo,
  create: ({ minimumCohort, ...dependencies }) =>
    startSubgraph(
      {
        name: 'infosec',
        entities: infosecEntities,
        schema: (db) => infosecSchema(db, minimumCohort),
        runner: ({ shared }) => guardedRunner(shared),
      },
      dependencies,
    ),
};
