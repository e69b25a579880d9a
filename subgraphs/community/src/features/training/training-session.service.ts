import type { Viewer } from '@lokaal/shared/auth';
import { idempotent, lockVersion, refuseDuplicates } from '@lokaal/shared/database';
import { forbidden, invalidState, notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';
import { EventEntity } from '../event/event.entity.js';
import type { EventTurn } from '../event/event-follower.js';
import type { KeptEvents } from '../event/kept-events.js';
import { type Looking, namedPerson } from '../person/named-person.query.js';
import { TrainingSessionEntity } from './training-session.entity.js';
import type { AddTrainingSessionInput, RemoveTrainingSessionInput, SetTrainerInput } from './training-session.input.js';
import { TrainingEntity } from './training.entity.js';
import { TrainingStatus } from './training.enums.js';
import { mayKeepTrainings } from './training.policy.js';

const refuseSecond = refuseDuplicates({
  training_session_event_id_key: 'This event is a session of a training already.',
});

/** Trainings as they are held: each an event, so that registration, waiting lists and check-in are those of events. */
export class TrainingSessionService {
  constructor(private readonly events: KeptEvents) {}

  /** Answers with the session's id. */
  add(viewer: Viewer, { idempotencyKey: key, ...input }: AddTrainingSessionInput): Promise<string> {
    refuseStrangers(viewer);
    return this.events
      .change({ viewer, eventId: input.eventId, what: 'Event', field: 'eventId' }, (turn) => {
        const call = { personId: viewer.personId!, key, mutation: 'addTrainingSession', input, now: turn.now };
        return idempotent(turn.tx, call, () => insert(turn, viewer, input));
      })
      .catch(refuseSecond);
  }

  /** Answers with the session's id. */
  setTrainer(viewer: Viewer, { id, expectedVersion, ...trainer }: SetTrainerInput): Promise<string> {
    refuseStrangers(viewer);
    return this.events.write(async (tx) => {
      await lockVersion(tx, TrainingSessionEntity, id, expectedVersion);
      const { now } = this.events;
      await tx.update(TrainingSessionEntity, id, await trainerColumns(tx, { viewer, now }, trainer));
      return id;
    });
  }

  /** Answers with the id of the training that it was of. */
  remove(viewer: Viewer, { id, expectedVersion }: RemoveTrainingSessionInput): Promise<string> {
    refuseStrangers(viewer);
    return this.events.write(async (tx) => {
      const { trainingId, startsAt } = await lockVersion(tx, TrainingSessionEntity, id, expectedVersion);
      if (startsAt <= this.events.now) throw invalidState('A session that has begun stays: people learned in it.');
      await tx.delete(TrainingSessionEntity, id);
      return trainingId;
    });
  }
}

async function insert({ tx, event, now }: EventTurn, viewer: Viewer, input: AddTrainingSessionInput): Promise<string> {
  const { trainingId, eventId, ...trainer } = input;
  if (event.endsAt <= now) throw invalidState('The event is over: a training is planned before it is held.');
  const training = await offered(tx, trainingId);
  const id = newId('trainingsession');
  const { startsAt, endsAt } = event;
  const columns = await trainerColumns(tx, { viewer, now }, trainer);
  await tx.insert(TrainingSessionEntity, { id, trainingId, eventId, startsAt, endsAt, ...columns });
  // what its certificate says, unless the event says something else already
  if (event.certificateHours === null) await tx.update(EventEntity, eventId, { certificateHours: training.hours });
  return id;
}

function refuseStrangers(viewer: Viewer): void {
  if (!mayKeepTrainings(viewer)) throw forbidden('Only staff of the association plan trainings.');
}

async function offered(tx: EntityManager, id: string): Promise<TrainingEntity> {
  const training = await tx.findOneBy(TrainingEntity, { id });
  if (!training) throw notFound('Training', ['trainingId']);
  if (training.status === TrainingStatus.WITHDRAWN) throw invalidState('This training is no longer on offer.');
  return training;
}

type Trainer = Pick<SetTrainerInput, 'trainerId' | 'trainerName'>;

async function trainerColumns(tx: EntityManager, looking: Looking, { trainerId = null, trainerName = null }: Trainer) {
  if (trainerId === null) return { trainerId, trainerName };
  const { name } = await namedPerson(tx, looking, { id: trainerId, field: ['trainerId'] });
  return { trainerId, trainerName: trainerName ?? name };
}
