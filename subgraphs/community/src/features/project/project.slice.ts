import type { Slice } from '../../slice.js';
import { ParticipationHistoryResolver } from './participation-history.resolver.js';
import { ParticipationHistoryService } from './participation-history.service.js';
import { ParticipationResolver } from './participation.resolver.js';
import { ParticipationService } from './participation.service.js';
import { ProjectEntity, ProjectParticipationEntity, ProjectPartnerEntity } from './project.entity.js';
import { participationReads, projectPartnerReads, projectReads } from './project.reads.js';
import { ProjectResolver } from './project.resolver.js';
import { ProjectService } from './project.service.js';

export const projectSlice: Slice = {
  entities: [ProjectEntity, ProjectParticipationEntity, ProjectPartnerEntity],
  models: [projectReads, participationReads, projectPartnerReads],
  resolvers: (dependencies) => [
    new ProjectResolver(new ProjectService(dependencies)),
    new ParticipationResolver(new ParticipationService(dependencies)),
    new ParticipationHistoryResolver(new ParticipationHistoryService(dependencies)),
  ],
};
