import { idempotent, requireVersion } from '@lokaal/shared/database';
import { badInput, DomainError, invalidState, notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import { type DataSource, type EntityManager, In, IsNull, LessThan } from 'typeorm';
import { type Change, inAuthorityTransaction } from '../../authority-transaction.js';
import { dayOf } from '@lokaal/shared/config';
import { MaturityMeasurementEntity } from '../maturity-measurement/maturity-measurement.entity.js';
import { MeasurementState } from '../maturity-measurement/maturity-measurement.enums.js';
import { isPublishable } from '../maturity-measurement/maturity-measurement.policy.js';
import { lockMeasurement, requireEditor } from '../maturity-measurement/measurement-access.js';
import { labelYears, mayLastUntil } from './published-label.policy.js';
import { PublishedLabelEntity } from './published-label.entity.js';
import type { PublishLabelInput, WithdrawLabelInput } from './published-label.input.js';

/** What an authority shows of its measurements, by its own choice. */
export class PublishedLabelService {
  constructor(private readonly db: DataSource) {}

  /** Answers with the label's id. */
  publish(change: Change, { idempotencyKey: key, ...fields }: PublishLabelInput): Promise<string> {
    return inAuthorityTransaction(this.db, change, async (tx, note) => {
      const measurement = await lockMeasurement(tx, change.viewer, ['measurementId', fields.measurementId]);
      refuseUnfitDates(fields, measurement.measuredOn);
      const { viewer, mutation, now } = change;
      const call = { personId: viewer.personId!, key, mutation, input: fields, now };
      return idempotent(tx, call, async () => {
        await refuseUnfit(tx, measurement);
        await withdrawExpired(tx, measurement, now);
        const id = await insert(tx, measurement, fields);
        note({ type: 'PublishedLabel', id, authorityId: measurement.authorityId });
        return id;
      });
    });
  }

  /** Answers with the measurement's id. */
  withdraw(change: Change, { id, expectedVersion }: WithdrawLabelInput): Promise<string> {
    return inAuthorityTransaction(this.db, change, async (tx, note) => {
      const where = { id, withdrawnAt: IsNull() };
      const label = await tx.findOne(PublishedLabelEntity, { where, lock: { mode: 'pessimistic_write' } });
      requireEditor(change.viewer, label?.authorityId, notFound('Label', ['id']));
      requireVersion(label!, expectedVersion);
      await tx.update(PublishedLabelEntity, id, { withdrawnAt: change.now });
      note({ type: 'PublishedLabel', id, authorityId: label!.authorityId });
      return label!.measurementId;
    });
  }
}

type Dates = Pick<PublishLabelInput, 'validFrom' | 'validUntil'>;

function refuseUnfitDates({ validFrom, validUntil }: Dates, measuredOn: string): void {
  if (validFrom < measuredOn) throw badInput('A label begins on the day of the measurement or later.', ['validFrom']);
  if (validUntil <= validFrom) throw badInput('A label ends after it begins.', ['validUntil']);
  if (!mayLastUntil(validUntil, measuredOn))
    throw badInput(`A label ends at most ${labelYears} years after the day of the measurement.`, ['validUntil']);
}

async function refuseUnfit(tx: EntityManager, measurement: MaturityMeasurementEntity): Promise<void> {
  if (!isPublishable(measurement)) throw invalidState('Only a verified measurement that was validated can be shown.');
  const result = measurement.workbookResult ?? measurement.publishedResult;
  if (!result?.meetsThreshold) throw invalidState('This measurement does not meet its level.');
  const closed = In([MeasurementState.SUBMITTED, MeasurementState.VALIDATED]);
  if (await tx.existsBy(MaturityMeasurementEntity, { supersedesId: measurement.id, state: closed }))
    throw invalidState('This measurement was corrected: show its correction.');
}

type Place = Pick<MaturityMeasurementEntity, 'authorityId' | 'frameworkId'>;

/** One label a framework is shown at a time; one that has run out makes place by itself. */
async function withdrawExpired(tx: EntityManager, { authorityId, frameworkId }: Place, now: Date): Promise<void> {
  const expired = { authorityId, frameworkId, withdrawnAt: IsNull(), validUntil: LessThan(dayOf(now)) };
  await tx.update(PublishedLabelEntity, expired, { withdrawnAt: now });
}

/** The unique index decides between two at once. */
async function insert(tx: EntityManager, measurement: MaturityMeasurementEntity, dates: Dates): Promise<string> {
  const { id: measurementId, authorityId, frameworkId, targetLevel: level, kind } = measurement;
  const id = newId('label');
  const row = { id, measurementId, authorityId, frameworkId, level, kind, ...datesOf(dates) };
  const insertion = tx.createQueryBuilder().insert().into(PublishedLabelEntity).values(row).orIgnore().returning('id');
  const { raw } = await insertion.execute();
  if ((raw as unknown[]).length > 0) return id;
  throw new DomainError('ALREADY_EXISTS', 'A label of this framework is shown already: withdraw it first.');
}

const datesOf = ({ validFrom, validUntil }: Dates): Dates => ({ validFrom, validUntil });
