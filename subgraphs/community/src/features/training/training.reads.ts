import { allOf, everyone, exists, nobody, type ReadModel, readModel, type Row } from '@lokaal/shared/read';
import { themesOfRow } from '../theme/theme.reads.js';
import { nextSessionOf, trainingSessionReads } from './training-session.reads.js';
import { TrainingEntity, TrainingPrerequisiteEntity } from './training.entity.js';

/** Links between trainings: for conditions, no field publishes them. */
const prerequisiteReads: ReadModel<TrainingPrerequisiteEntity> = readModel(TrainingPrerequisiteEntity, {
  visible: () => nobody,
});

/** Holds when one training comes before the other. */
const comesBefore = (earlier: Row<TrainingEntity>, later: Row<TrainingEntity>) =>
  exists(prerequisiteReads, earlier.id, (link) =>
    allOf(link.trainingId.is(later.id), link.prerequisiteId.is(earlier.id)),
  );

/** What the association teaches is public; also what it no longer gives, for records refer to it. */
export const trainingReads: ReadModel<TrainingEntity> = readModel(TrainingEntity, {
  visible: () => everyone,
  one: { nextSession: () => nextSessionOf() },
  many: {
    themes: themesOfRow,
    sessions: () => trainingSessionReads.where('trainingId'),
    prerequisites: () => trainingReads.where<TrainingEntity>((earlier, row) => comesBefore(earlier, row)),
    followUps: () => trainingReads.where<TrainingEntity>((later, row) => comesBefore(row, later)),
  },
  filter: ['title', 'hours', 'credits', 'status', 'themeSlugs', 'cyfunCategories'],
  order: ['title', 'hours'],
  search: 'title',
  facets: ['status', 'themeSlugs', 'cyfunCategories'],
});
