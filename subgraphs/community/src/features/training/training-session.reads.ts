import { allOf, exists, now, readable, type ReadModel, readModel, sql, type ToOne } from '@lokaal/shared/read';
import { eventReads } from '../event/event.reads.js';
import type { EventEntity } from '../event/event.entity.js';
import { personReads } from '../person/person.reads.js';
import { TrainingSessionEntity } from './training-session.entity.js';
import type { TrainingEntity } from './training.entity.js';
import { missingBefore, trainingReads } from './training.reads.js';

/** Seen by who sees its event: public from publication on. */
export const trainingSessionReads: ReadModel<TrainingSessionEntity> = readModel(TrainingSessionEntity, {
  visible: (viewer, { eventId }) => readable(viewer, eventReads, eventId),
  one: {
    training: () => trainingReads.by('trainingId'),
    event: () => eventReads.by('eventId'),
    trainer: () => personReads.by('trainerId'),
  },
  many: { missingPrerequisites: () => missingBefore() },
  filter: ['trainingId', 'eventId', 'startsAt', 'endsAt', 'trainerId'],
  order: ['startsAt'],
});

/** The first published session of a training that has not begun. */
export const nextSessionOf = (): ToOne =>
  trainingSessionReads.one<TrainingEntity>(
    (session, { id }) =>
      allOf(
        session.trainingId.is(id),
        sql`${session.startsAt} > ${now}`,
        exists(eventReads, session.eventId, (event) =>
          allOf(event.id.is(session.eventId), event.status.is('PUBLISHED')),
        ),
      ),
    [['startsAt', 'ASC']],
  );

/** The training that an event is a session of. */
export const sessionOfEvent = (): ToOne =>
  trainingSessionReads.one<EventEntity>((session, { id }) => session.eventId.is(id));
