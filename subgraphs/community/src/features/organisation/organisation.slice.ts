import type { Slice } from '../../slice.js';
import { OrganisationEntity } from './organisation.entity.js';
import { organisationReads } from './organisation.reads.js';
import { OrganisationResolver } from './organisation.resolver.js';
import { OrganisationService } from './organisation.service.js';

export const organisationSlice: Slice = {
  entities: [OrganisationEntity],
  models: [organisationReads],
  resolvers: (on) => [new OrganisationResolver(new OrganisationService(on))],
};
