import { buildSubgraph, type BuiltSubgraph } from '@lokaal/shared/graphql';
import { DataSource } from 'typeorm';
import { PortfolioItemEntity } from './features/portfolio-item/portfolio-item.entity.js';
import { PortfolioItemResolver } from './features/portfolio-item/portfolio-item.resolver.js';
import { portfolioItemReads } from './features/portfolio-item/portfolio-item.reads.js';
import { SolutionVersionEntity } from './features/solution/solution-version.entity.js';
import { SolutionEntity } from './features/solution/solution.entity.js';
import { solutionReads, solutionVersionReads } from './features/solution/solution.reads.js';
import { SolutionService } from './features/solution/solution.service.js';
import { SolutionResolver } from './features/solution/solution.resolver.js';
import { StandardEntity, StandardSupportEntity } from './features/standard/standard.entity.js';
import { standardReads, standardSupportReads } from './features/standard/standard.reads.js';
import { StandardResolver } from './features/standard/standard.resolver.js';
import { VendorEntity } from './features/vendor/vendor.entity.js';
import { vendorReads } from './features/vendor/vendor.reads.js';
import { VendorResolver } from './features/vendor/vendor.resolver.js';
import { cohortReads } from './references/cohort.reads.js';
import { Cohort } from './references/cohort.type.js';
import { organisationReads } from './references/organisation.reads.js';
import { Organisation } from './references/organisation.type.js';
import { sessionReads } from './references/session.reads.js';
import { Session } from './references/session.type.js';

export const catalogueEntities = [
  VendorEntity,
  SolutionEntity,
  SolutionVersionEntity,
  StandardEntity,
  StandardSupportEntity,
  PortfolioItemEntity,
];

const models = [
  vendorReads,
  solutionReads,
  solutionVersionReads,
  standardReads,
  standardSupportReads,
  portfolioItemReads,
  organisationReads,
  sessionReads,
];

/** The catalogue's schema: its resolvers and read models put together. */
export const catalogueSchema = (db: DataSource, minimumCohort?: number): BuiltSubgraph =>
  buildSubgraph({
    resolvers: [
      new VendorResolver(),
      new SolutionResolver(new SolutionService(db)),
      new StandardResolver(),
      new PortfolioItemResolver(),
    ],
    orphanedTypes: [Organisation, Session, Cohort],
    models: [...models, cohortReads(minimumCohort)],
  });

/** The schema for composition; the data source is never opened. */
export const catalogueSdl = (): string => catalogueSchema(new DataSource({ type: 'postgres' })).sdl;
