import { dayOf } from '@lokaal/shared/config';
import { inTransaction, isRetryable } from '@lokaal/shared/database';
import { DomainError } from '@lokaal/shared/errors';
import type { EntityManager } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { calendarTurn } from '../calendar/calendar-attachment.js';
import { signInAction } from '../mail-outbox/account-page.js';
import { mailStaff } from '../staff/mail-staff.js';
import type { Recipient } from '../staff/staff-mails.js';
import { carryOut, refuseSecondMerger } from './carry-out.js';
import { lockMerger } from './merger.js';
import { mergerFailedMail } from './merger-failed-mail.js';
import { askedBy } from './planned-merger.query.js';
import { PlannedMergerEntity } from './planned-merger.entity.js';
import { PlannedMergerState } from './planned-merger.enums.js';

/** The next plan whose day has come, for this process alone until the transaction ends. */
const claim = `select id from planned_merger where state = 'PLANNED' and takes_effect_on <= $1
  order by takes_effect_on, id limit 1 for update skip locked`;

const unknown = 'Something went wrong that nobody foresaw: the log of the community has it.';

/** Carries out what was planned, once its day has come: each once, however many processes look, and however late. */
export class DueMergers {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock' | 'mailWaits' | 'mailFrom'>) {}

  /** Throws, when all are done, what was no refusal: it is told to staff, and the log has to know. */
  async carryOutAll(): Promise<void> {
    for (;;) {
      const outcome = await inTransaction(this.on.db, (tx) => this.carryOutNext(tx));
      if (outcome === 'none') return;
      this.on.mailWaits();
      if (outcome !== 'carried out' && !(outcome.error instanceof DomainError)) throw outcome.error;
    }
  }

  private async carryOutNext(tx: EntityManager): Promise<'none' | 'carried out' | { readonly error: unknown }> {
    const turn = calendarTurn(this.on);
    const { now } = turn;
    const [due] = await tx.query<{ id: string }[]>(claim, [dayOf(now)]);
    if (!due) return 'none';
    const plan = await tx.findOneByOrFail(PlannedMergerEntity, { id: due.id });
    try {
      const asked = await askedBy(tx, plan);
      // a savepoint: what was begun goes, and the plan can still say why
      const resultId = await tx
        .transaction(async (part) => carryOut(part, await lockMerger(part, asked, turn)))
        .catch(refuseSecondMerger);
      await tx.update(PlannedMergerEntity, plan.id, {
        state: PlannedMergerState.CARRIED_OUT,
        decidedAt: now,
        resultId,
      });
      return 'carried out';
    } catch (error) {
      if (isRetryable(error)) throw error;
      const failure = error instanceof DomainError ? error.message : unknown;
      await fail(tx, plan, { failure, now });
      return { error };
    }
  }
}

interface Failure {
  readonly failure: string;
  readonly now: Date;
}

async function fail(tx: EntityManager, plan: PlannedMergerEntity, { failure, now }: Failure): Promise<void> {
  await tx.update(PlannedMergerEntity, plan.id, { state: PlannedMergerState.FAILED, decidedAt: now, failure });
  const letter = (to: Recipient) => ({ ...mergerFailedMail(to, plan, failure), ...signInAction });
  await mailStaff(tx, letter, { now });
}
