import {
  allOf,
  everyone,
  exists,
  nobody,
  type ReadModel,
  readModel,
  type Row,
  sql,
  type ToMany,
  viewerId,
} from '@lokaal/shared/read';
import { themesOfRow } from '../theme/theme.reads.js';
import type { TrainingSessionEntity } from './training-session.entity.js';
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

/** What comes before the training of a session and the viewer did not follow; registering for it is refused until then. */
export const missingBefore = (): ToMany =>
  trainingReads.where<TrainingSessionEntity>((earlier, session) =>
    allOf(
      exists(prerequisiteReads, earlier.id, (link) =>
        allOf(link.trainingId.is(session.trainingId), link.prerequisiteId.is(earlier.id)),
      ),
      sql`not coalesce(has_followed(${viewerId}, ${earlier.id}), false)`,
    ),
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
  facets: ['cyfunCategories'],
});
