import type { Viewer } from '@lokaal/shared/auth';
import { dayOf } from '@lokaal/shared/config';
import { idempotent, inTransaction, refuseDuplicates } from '@lokaal/shared/database';
import { badInput, forbidden } from '@lokaal/shared/errors';
import type { EntityManager } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { refreshCohorts } from '../cohort/refresh-cohorts.js';
import { mayKeepOrganisations } from '../organisation/organisation.policy.js';
import { carryOverCircles, planCircles } from './carry-over-circles.js';
import { carryOverEmployments, carryOverMemberships } from './carry-over.js';
import { mergeOrganisations, moveOthers } from './merge-organisations.js';
import { mergeTerritory } from './merge-territory.js';
import { type Asked, lockMerger } from './merger.js';
import type { MergeMunicipalitiesInput } from './municipality-merger.input.js';

const refuseSecond = refuseDuplicates({
  municipality_nis_key: 'Another municipality has or had this NIS code.',
  municipality_pkey: 'Another municipality has or had this NIS code.',
  organisation_enterprise_number_key: 'There is an organisation with this enterprise number already.',
});

export class MunicipalityMergerService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock'>) {}

  /** Carries out a merger, or nothing of it. Answers with the id of the municipality after it. */
  merge(viewer: Viewer, { idempotencyKey: key, ...input }: MergeMunicipalitiesInput): Promise<string> {
    if (!mayKeepOrganisations(viewer)) throw forbidden('Only staff of the association may record a merger.');
    const now = this.on.clock.now();
    if (input.on > dayOf(now)) throw badInput('Record a merger on its day, or later.', ['on']);
    const call = { personId: viewer.personId!, key, mutation: 'mergeMunicipalities', input, now };
    return inTransaction(this.on.db, (tx) => idempotent(tx, call, () => carryOut(tx, input, now))).catch(refuseSecond);
  }
}

async function carryOut(tx: EntityManager, asked: Asked, now: Date): Promise<string> {
  const merger = await lockMerger(tx, asked, now);
  const circles = await planCircles(tx, merger);
  await mergeTerritory(tx, merger);
  const heirs = await mergeOrganisations(tx, merger);
  await moveOthers(tx, merger, heirs);
  for (const heir of heirs) await carryOverEmployments(tx, heir, merger.on);
  await carryOverCircles(tx, merger, { ...circles, heirs });
  for (const heir of heirs) await carryOverMemberships(tx, heir, merger);
  await refreshCohorts(tx, now);
  return merger.successorId;
}
