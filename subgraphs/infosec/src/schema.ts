import { buildSubgraph, type BuiltSubgraph } from '@lokaal/shared/graphql';
import { DataSource } from 'typeorm';
import { ControlEntity, FrameworkEntity } from './features/framework/framework.entity.js';
import { controlReads, frameworkReads } from './features/framework/framework.reads.js';
import { FrameworkResolver } from './features/framework/framework.resolver.js';
import {
  ControlScoreEntity,
  MaturityMeasurementEntity,
} from './features/maturity-measurement/maturity-measurement.entity.js';
import {
  controlScoreReads,
  maturityMeasurementReads,
} from './features/maturity-measurement/maturity-measurement.reads.js';
import { MaturityMeasurementResolver } from './features/maturity-measurement/maturity-measurement.resolver.js';
import { MaturityMeasurementService } from './features/maturity-measurement/maturity-measurement.service.js';
import { PublishedLabelEntity } from './features/published-label/published-label.entity.js';
import { publishedLabelReads } from './features/published-label/published-label.reads.js';
import { PublishedLabelResolver } from './features/published-label/published-label.resolver.js';
import { PublishedLabelService } from './features/published-label/published-label.service.js';
import { ValidationResolver } from './features/validation/validation.resolver.js';
import { ValidationService } from './features/validation/validation.service.js';
import { cohortReads } from './references/cohort.reads.js';
import { Cohort } from './references/cohort.type.js';
import { organisationReads } from './references/organisation.reads.js';
import { Organisation } from './references/organisation.type.js';

export const infosecEntities = [
  FrameworkEntity,
  ControlEntity,
  MaturityMeasurementEntity,
  ControlScoreEntity,
  PublishedLabelEntity,
];

/** The schema of information security: its resolvers and read models put together. */
export const infosecSchema = (db: DataSource, minimumCohort?: number): BuiltSubgraph =>
  buildSubgraph({
    resolvers: [
      new FrameworkResolver(),
      new MaturityMeasurementResolver(new MaturityMeasurementService(db)),
      new ValidationResolver(new ValidationService(db)),
      new PublishedLabelResolver(new PublishedLabelService(db)),
    ],
    orphanedTypes: [Organisation, Cohort],
    models: [
      frameworkReads,
      controlReads,
      maturityMeasurementReads,
      controlScoreReads,
      publishedLabelReads,
      organisationReads,
      cohortReads(minimumCohort),
    ],
  });

/** The schema for composition; the data source is never opened. */
export const infosecSdl = (): string => infosecSchema(new DataSource({ type: 'postgres' })).sdl;
