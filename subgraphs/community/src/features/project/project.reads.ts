import { asSql, everyone, holdsToday, type ReadModel, readModel, sql, today } from '@lokaal/shared/read';
import { organisationReads } from '../organisation/organisation.reads.js';
import { themesOfRow } from '../theme/theme.reads.js';
import { ProjectEntity, ProjectParticipationEntity, ProjectPartnerEntity } from './project.entity.js';

export const projectReads: ReadModel<ProjectEntity> = readModel(ProjectEntity, {
  visible: () => everyone,
  many: {
    participations: () => participationReads.where('projectId'),
    partners: () => projectPartnerReads.where('projectId'),
    themes: themesOfRow,
  },
  computed: {
    participantCount: ({ id }) => sql`(select count(*) from project_participation as one
      where one.project_id = ${id} and one.from_date <= ${today} and coalesce(one.to_date > ${today}, true))`,
  },
  filter: ['status', 'themeSlugs'],
  order: ['name'],
  search: 'name',
});

export const participationReads: ReadModel<ProjectParticipationEntity> = readModel(ProjectParticipationEntity, {
  visible: () => everyone,
  one: { project: () => projectReads.by('projectId'), organisation: () => organisationReads.by('organisationId') },
  computed: { active: ({ from, to }) => asSql(holdsToday(from, to)) },
  order: ['from'],
});

export const projectPartnerReads: ReadModel<ProjectPartnerEntity> = readModel(ProjectPartnerEntity, {
  visible: () => everyone,
  one: { project: () => projectReads.by('projectId'), organisation: () => organisationReads.by('organisationId') },
  order: ['name'],
});
