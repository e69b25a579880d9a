import { idempotent } from '@lokaal/shared/database';
import { badInput, forbidden, notFound } from '@lokaal/shared/errors';
import type { DataSource, EntityManager } from 'typeorm';
import { type Change, inAuthorityTransaction } from '../../authority-transaction.js';
import { dayOf } from '@lokaal/shared/config';
import type { ValidateMeasurementInput } from './validation.input.js';
import { mayValidate } from './validation.policy.js';

/** What others than the authority say of its measurements. */
export class ValidationService {
  constructor(private readonly db: DataSource) {}

  /** Answers with the measurement's id. */
  validate(change: Change, { idempotencyKey: key, ...statement }: ValidateMeasurementInput): Promise<string> {
    const { viewer, mutation, now } = change;
    return inAuthorityTransaction(this.db, change, async (tx, note) => {
      const { authorityId, measurementId: id } = statement;
      if (!mayValidate(viewer, authorityId))
        throw forbidden('Only staff of the association may validate, and not for an authority that they work for.');
      refuseUnfitDay(statement, now);
      const call = { personId: viewer.personId!, key, mutation, input: statement, now };
      return idempotent(tx, call, async () => {
        if (!(await holds(tx, statement))) throw notFound('A verified measurement like this', ['measurementId']);
        note({ type: 'MaturityMeasurement', id, authorityId });
        return id;
      });
    });
  }
}

type Statement = Omit<ValidateMeasurementInput, 'idempotencyKey'>;

function refuseUnfitDay({ validatedOn, measuredOn }: Statement, now: Date): void {
  if (validatedOn > dayOf(now)) throw badInput('A statement has the day of today or an earlier one.', ['validatedOn']);
  if (validatedOn < measuredOn) throw badInput('A statement comes after the measurement.', ['validatedOn']);
}

/** Whether there was a measurement of which all of this is so; it is validated then. */
async function holds(tx: EntityManager, statement: Statement): Promise<boolean> {
  const { measurementId, authorityId, frameworkId, level, measuredOn, validatedOn } = statement;
  const [found] = await tx.query<{ validated: boolean }[]>(
    'select validate_measurement($1, $2, $3, $4, $5, $6, $7, $8) as validated',
    [measurementId, authorityId, frameworkId, level, measuredOn, statement.validator, statement.statement, validatedOn],
  );
  return found?.validated ?? false;
}
