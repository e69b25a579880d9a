import type { Viewer } from '@lokaal/shared/auth';
import { dayOf } from '@lokaal/shared/config';
import { idempotent, inTransaction } from '@lokaal/shared/database';
import { badInput, forbidden } from '@lokaal/shared/errors';
import type { EntityManager } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { type CalendarTurn, calendarTurn } from '../calendar/calendar-attachment.js';
import { mayKeepOrganisations } from '../organisation/organisation.policy.js';
import { carryOut, refuseSecondMerger } from './carry-out.js';
import { type Asked, lockMerger } from './merger.js';
import type { MergeMunicipalitiesInput } from './municipality-merger.input.js';
import { refuseUnannounced } from './notice.js';

export class MunicipalityMergerService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock' | 'mailWaits' | 'mailFrom'>) {}

  /** Carries out a merger, or nothing of it. Answers with the id of the municipality after it. */
  async merge(viewer: Viewer, { idempotencyKey: key, ...input }: MergeMunicipalitiesInput): Promise<string> {
    if (!mayKeepOrganisations(viewer)) throw forbidden('Only staff of the association may record a merger.');
    const turn = calendarTurn(this.on);
    const { now } = turn;
    if (input.on > dayOf(now)) throw badInput('Plan it (planMunicipalityMerger), or record it on its day.', ['on']);
    const call = { personId: viewer.personId!, key, mutation: 'mergeMunicipalities', input, now };
    const id = await inTransaction(this.on.db, (tx) => idempotent(tx, call, () => mergeAtOnce(tx, input, turn))).catch(
      refuseSecondMerger,
    );
    this.on.mailWaits();
    return id;
  }
}

async function mergeAtOnce(tx: EntityManager, asked: Asked, turn: CalendarTurn): Promise<string> {
  const merger = await lockMerger(tx, asked, turn);
  await refuseUnannounced(tx, merger);
  return carryOut(tx, merger);
}
