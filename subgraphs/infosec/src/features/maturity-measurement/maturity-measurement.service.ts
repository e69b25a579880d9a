import { idempotent, requireVersion } from '@lokaal/shared/database';
import { badInput, DomainError, invalidState, notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { DataSource, EntityManager } from 'typeorm';
import { type Change, inAuthorityTransaction, type Note } from '../../authority-transaction.js';
import { dayOf } from '@lokaal/shared/config';
import { FrameworkEntity } from '../framework/framework.entity.js';
import { answersOf, assess } from './assessment.js';
import { checkScores } from './calculation/calculation.js';
import { controlsOf } from './control-facts.js';
import { ControlScoreEntity, MaturityMeasurementEntity } from './maturity-measurement.entity.js';
import { MeasurementState } from './maturity-measurement.enums.js';
import type {
  CorrectMeasurementInput,
  ScoreControlsInput,
  StartMeasurementInput,
  SubmitMeasurementInput,
} from './maturity-measurement.input.js';
import { firstMeasuringDay, isOpen } from './maturity-measurement.policy.js';
import { lockMeasurement, requireEditor } from './measurement-access.js';
import { refuseBadScores, refuseUnacceptable } from './score-rules.js';
import { inOrder, writeScores } from './score-writes.js';

/** The life of a measurement: started, scored, submitted, corrected. Every method answers with a measurement's id. */
export class MaturityMeasurementService {
  constructor(private readonly db: DataSource) {}

  start(change: Change, { idempotencyKey: key, ...fields }: StartMeasurementInput): Promise<string> {
    return inAuthorityTransaction(this.db, change, async (tx, note) => {
      requireEditor(change.viewer, fields.authorityId, notFound('Authority', ['authorityId']));
      refuseUnfitDay(fields.measuredOn, change.now);
      await cyFun(tx, fields.frameworkId);
      return idempotent(tx, callOf(change, key, fields), () => insert(tx, note, { ...fields, supersedesId: null }));
    });
  }

  score(change: Change, { id, expectedVersion, scores }: ScoreControlsInput): Promise<string> {
    return inAuthorityTransaction(this.db, change, async (tx, note) => {
      const measurement = await lockMeasurement(tx, change.viewer, ['id', id]);
      requireVersion(measurement, expectedVersion);
      if (!isOpen(measurement)) throw invalidState('A submitted measurement does not change: correct it instead.');
      const controls = await controlsOf(tx, measurement.frameworkId);
      refuseBadScores({ level: measurement.targetLevel, controls }, scores);
      await writeScores(tx, measurement, inOrder(controls, scores));
      await tx.update(MaturityMeasurementEntity, id, { state: MeasurementState.OPEN });
      note(measured(measurement));
      return id;
    });
  }

  submit(change: Change, { id, expectedVersion }: SubmitMeasurementInput): Promise<string> {
    return inAuthorityTransaction(this.db, change, async (tx, note) => {
      const measurement = await lockMeasurement(tx, change.viewer, ['id', id]);
      requireVersion(measurement, expectedVersion);
      if (!isOpen(measurement)) throw invalidState('This measurement was submitted before.');
      const { edition } = await cyFun(tx, measurement.frameworkId);
      const level = measurement.targetLevel;
      const controls = await controlsOf(tx, measurement.frameworkId);
      const answers = answersOf(controls, await tx.findBy(ControlScoreEntity, { measurementId: id }));
      refuseUnacceptable(checkScores({ level, scores: answers, controls: controls.map(({ facts }) => facts) }), level);
      const results = assess({ edition, level, controls, answers });
      const submitted = { state: MeasurementState.SUBMITTED, submittedAt: change.now };
      await tx.update(MaturityMeasurementEntity, id, { ...submitted, ...results });
      note(measured(measurement));
      return id;
    });
  }

  correct(change: Change, { idempotencyKey: key, ...fields }: CorrectMeasurementInput): Promise<string> {
    return inAuthorityTransaction(this.db, change, async (tx, note) => {
      const wrong = await lockMeasurement(tx, change.viewer, ['id', fields.id]);
      if (isOpen(wrong)) throw invalidState('This measurement is still open: score its controls again.');
      if (fields.measuredOn != null) refuseUnfitDay(fields.measuredOn, change.now);
      return idempotent(tx, callOf(change, key, fields), async () => {
        if (await tx.existsBy(MaturityMeasurementEntity, { supersedesId: wrong.id }))
          throw new DomainError('ALREADY_EXISTS', 'There is a correction of this measurement already.', ['id']);
        const { authorityId, frameworkId, targetLevel, kind } = wrong;
        const measuredOn = fields.measuredOn ?? wrong.measuredOn;
        const copy = { authorityId, frameworkId, targetLevel, kind, measuredOn, supersedesId: wrong.id };
        const id = await insert(tx, note, copy);
        const scores = await tx.findBy(ControlScoreEntity, { measurementId: wrong.id });
        await writeScores(tx, { id, authorityId }, inOrder(await controlsOf(tx, frameworkId), scores).map(givenOf));
        return id;
      });
    });
  }
}

const callOf = (change: Change, key: string | null | undefined, input: object) => ({
  personId: change.viewer.personId!,
  mutation: change.mutation,
  now: change.now,
  key,
  input,
});

const measured = ({ id, authorityId }: Pick<MaturityMeasurementEntity, 'id' | 'authorityId'>) => ({
  type: 'MaturityMeasurement',
  id,
  authorityId,
});

const givenOf = ({ controlId, documentation, implementation, notApplicable, reason, note }: ControlScoreEntity) => ({
  controlId,
  documentation,
  implementation,
  notApplicable,
  reason,
  note,
});

type New = Pick<
  MaturityMeasurementEntity,
  'authorityId' | 'frameworkId' | 'targetLevel' | 'measuredOn' | 'kind' | 'supersedesId'
>;

async function insert(tx: EntityManager, note: Note, row: New): Promise<string> {
  const id = newId('measurement');
  await tx.insert(MaturityMeasurementEntity, { ...row, id, state: MeasurementState.OPEN });
  note(measured({ ...row, id }));
  return id;
}

function refuseUnfitDay(measuredOn: string, now: Date): void {
  if (measuredOn < firstMeasuringDay)
    throw badInput(`CyberFundamentals are there since ${firstMeasuringDay}: that day or a later one.`, ['measuredOn']);
  if (measuredOn > dayOf(now)) throw badInput('A measurement gives the state of a day that was.', ['measuredOn']);
}

/** Other frameworks have no calculation here yet. */
async function cyFun(tx: EntityManager, id: string): Promise<FrameworkEntity> {
  const framework = await tx.findOneBy(FrameworkEntity, { id });
  if (!framework) throw notFound('Framework', ['frameworkId']);
  if (framework.ref !== 'CYFUN') throw badInput('Only CyberFundamentals can be measured.', ['frameworkId']);
  return framework;
}
