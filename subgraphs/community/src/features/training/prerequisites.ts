import { badInput } from '@lokaal/shared/errors';
import { type EntityManager, In } from 'typeorm';
import { TrainingEntity, TrainingPrerequisiteEntity } from './training.entity.js';

/**
 * One change of prerequisites at a time, until its transaction ends: the trigger that refuses circles takes the same lock.
 * Before any training is locked, or two changes would wait for each other.
 */
export const lockPrerequisites = async (tx: EntityManager): Promise<void> =>
  void (await tx.query(`select pg_advisory_xact_lock(hashtextextended('training prerequisites', 0))`));

const needing = `
  with recursive needed(id) as (
    select unnest($1::text[]) collate "C"
    union select p.prerequisite_id from needed n join training_prerequisite p on p.training_id = n.id)
  select from needed where id = $2`;

/** Sets, once the prerequisites are locked, what comes before a training. Throws a DomainError when one is unknown, or builds on the training itself. */
export async function replacePrerequisites(tx: EntityManager, trainingId: string, ids: readonly string[]) {
  await tx.delete(TrainingPrerequisiteEntity, { trainingId });
  if (ids.length === 0) return;
  if ((await tx.countBy(TrainingEntity, { id: In([...ids]) })) < ids.length)
    throw badInput('Name trainings that exist.', ['prerequisiteIds']);
  if ((await tx.query<unknown[]>(needing, [ids, trainingId])).length > 0)
    throw badInput('No training comes before itself, also not by way of others.', ['prerequisiteIds']);
  await tx.insert(
    TrainingPrerequisiteEntity,
    ids.map((prerequisiteId) => ({ trainingId, prerequisiteId })),
  );
}
