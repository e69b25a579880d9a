import { buildSubgraph, type BuiltSubgraph } from '@lokaal/shared/graphql';
import { DataSource } from 'typeorm';
import { CohortEntity, CohortMemberEntity } from './features/cohort/cohort.entity.js';
import { cohortReads } from './features/cohort/cohort.reads.js';
import { CohortResolver } from './features/cohort/cohort.resolver.js';
import { identityEntities } from './features/identity/identity.entities.js';
import { IdentityResolver, type IdentityServices } from './features/identity/identity.resolver.js';
import { CircleMembershipEntity } from './features/knowledge-circle/circle-membership.entity.js';
import { circleMembershipReads } from './features/knowledge-circle/circle-membership.reads.js';
import { CircleCoordinatorEntity, KnowledgeCircleEntity } from './features/knowledge-circle/knowledge-circle.entity.js';
import { knowledgeCircleReads } from './features/knowledge-circle/knowledge-circle.reads.js';
import { KnowledgeCircleResolver } from './features/knowledge-circle/knowledge-circle.resolver.js';
import { MunicipalityEntity } from './features/municipality/municipality.entity.js';
import { municipalityReads } from './features/municipality/municipality.reads.js';
import { MunicipalityResolver } from './features/municipality/municipality.resolver.js';
import { NodeLookup } from './features/node/node-lookup.js';
import { NodeResolver } from './features/node/node.resolver.js';
import { OrganisationEntity } from './features/organisation/organisation.entity.js';
import { organisationReads } from './features/organisation/organisation.reads.js';
import { OrganisationResolver } from './features/organisation/organisation.resolver.js';
import { employmentReads } from './features/person/employment.reads.js';
import { personReads } from './features/person/person.reads.js';
import { PersonResolver } from './features/person/person.resolver.js';
import { PersonService } from './features/person/person.service.js';

/** People, employments and staff roles are among those of the identity. */
export const communityEntities = [
  ...identityEntities,
  MunicipalityEntity,
  OrganisationEntity,
  KnowledgeCircleEntity,
  CircleCoordinatorEntity,
  CircleMembershipEntity,
  CohortEntity,
  CohortMemberEntity,
];

const models = [
  municipalityReads,
  organisationReads,
  personReads,
  employmentReads,
  knowledgeCircleReads,
  circleMembershipReads,
  cohortReads,
];

/** The community's schema: its resolvers and read models put together. */
export const communitySchema = (db: DataSource, identity: IdentityServices): BuiltSubgraph =>
  buildSubgraph({
    resolvers: [
      new MunicipalityResolver(),
      new OrganisationResolver(),
      new PersonResolver(new PersonService(db)),
      new KnowledgeCircleResolver(),
      new CohortResolver(),
      new IdentityResolver(identity),
      new NodeResolver(new NodeLookup(models)),
    ],
    orphanedTypes: [],
    models,
    answersNode: true,
  });

/** The schema for composition; the data source is never opened and no service is asked. */
export const communitySdl = (): string =>
  communitySchema(new DataSource({ type: 'postgres' }), {} as IdentityServices).sdl;
