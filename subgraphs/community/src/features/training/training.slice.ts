import type { Slice } from '../../slice.js';
import { KeptEvents } from '../event/kept-events.js';
import { TrainingSessionEntity } from './training-session.entity.js';
import { trainingSessionReads } from './training-session.reads.js';
import { TrainingSessionService } from './training-session.service.js';
import { TrainingEntity, TrainingPrerequisiteEntity } from './training.entity.js';
import { trainingReads } from './training.reads.js';
import { TrainingResolver } from './training.resolver.js';
import { TrainingService } from './training.service.js';

export const trainingSlice: Slice = {
  entities: [TrainingEntity, TrainingPrerequisiteEntity, TrainingSessionEntity],
  models: [trainingReads, trainingSessionReads],
  resolvers: (on) => [new TrainingResolver(new TrainingService(on), new TrainingSessionService(new KeptEvents(on)))],
  personalData: [
    {
      table: 'training_session',
      of: 'trainer_id = $1',
      shown: ['training_id', 'event_id', 'starts_at', 'trainer_name'],
      erasure: { set: 'trainer_id = null, trainer_name = null' },
    },
  ],
};
