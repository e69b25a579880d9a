import type { Viewer } from '@lokaal/shared/auth';
import { idempotent, inTransaction, lockVersion, refuseDuplicates } from '@lokaal/shared/database';
import { forbidden } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { requireThemes } from '../theme/known-themes.js';
import { lockPrerequisites, replacePrerequisites } from './prerequisites.js';
import { TrainingEntity } from './training.entity.js';
import type { CreateTrainingInput, UpdateTrainingInput } from './training.input.js';
import { mayKeepTrainings } from './training.policy.js';

const refuseSecond = refuseDuplicates({ training_one_title: 'Another training on offer has this title.' });

/** What the association teaches. Methods answer with the training's id. */
export class TrainingService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock'>) {}

  create(viewer: Viewer, { idempotencyKey: key, ...input }: CreateTrainingInput): Promise<string> {
    return this.write(viewer, (tx) => {
      const call = { personId: viewer.personId!, key, mutation: 'createTraining', input, now: this.on.clock.now() };
      return idempotent(tx, call, () => insert(tx, input));
    });
  }

  update(viewer: Viewer, { id, expectedVersion, ...input }: UpdateTrainingInput): Promise<string> {
    return this.write(viewer, async (tx) => {
      const { prerequisiteIds, ...fields } = input;
      if (prerequisiteIds) await lockPrerequisites(tx);
      const training = await lockVersion(tx, TrainingEntity, id, expectedVersion);
      await requireThemes(tx, fields.themes);
      if (prerequisiteIds) await replacePrerequisites(tx, id, prerequisiteIds);
      const columns = columnsOf(fields);
      await tx.update(TrainingEntity, id, { ...columns, title: columns.title ?? training.title });
      return id;
    });
  }

  private async write(viewer: Viewer, work: (tx: EntityManager) => Promise<string>): Promise<string> {
    if (!mayKeepTrainings(viewer)) throw forbidden('Only staff of the association keep trainings.');
    return inTransaction(this.on.db, work).catch(refuseSecond);
  }
}

async function insert(tx: EntityManager, { prerequisiteIds, ...fields }: CreateTrainingInput): Promise<string> {
  await requireThemes(tx, fields.themes);
  await lockPrerequisites(tx);
  const id = newId('training');
  await tx.insert(TrainingEntity, { ...columnsOf(fields), id });
  await replacePrerequisites(tx, id, prerequisiteIds);
  return id;
}

type Fields = Partial<Omit<CreateTrainingInput & UpdateTrainingInput, 'id' | 'expectedVersion' | 'prerequisiteIds'>>;

/** What was not sent is left out, so that it stays as it is. */
function columnsOf({ hours, themes, ...plain }: Fields): Partial<TrainingEntity> {
  const sent = { ...plain, hours: hours?.toString(), themeSlugs: themes };
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined));
}
