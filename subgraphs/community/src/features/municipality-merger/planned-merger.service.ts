import type { Viewer } from '@lokaal/shared/auth';
import { dayOf } from '@lokaal/shared/config';
import { idempotent, inTransaction, lockVersion } from '@lokaal/shared/database';
import { badInput, forbidden, invalidState } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import { type EntityManager, In } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { MunicipalityEntity } from '../municipality/municipality.entity.js';
import { mayKeepOrganisations } from '../organisation/organisation.policy.js';
import { refuseSecondMerger, rehearse } from './carry-out.js';
import { idsOf } from './merge-organisations.js';
import type { PlanMunicipalityMergerInput, WithdrawPlannedMergerInput } from './municipality-merger.input.js';
import { PlannedMergerEntity, PlannedMergerPartEntity } from './planned-merger.entity.js';
import { PlannedMergerState } from './planned-merger.enums.js';

/** Mergers that are known before their day. Both methods answer with the id of the plan. */
export class PlannedMergerService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock'>) {}

  plan(viewer: Viewer, { idempotencyKey: key, ...input }: PlanMunicipalityMergerInput): Promise<string> {
    refuseOthers(viewer);
    const now = this.on.clock.now();
    if (input.on <= dayOf(now)) throw badInput('Name a later day; mergeMunicipalities records what has come.', ['on']);
    const call = { personId: viewer.personId!, key, mutation: 'planMunicipalityMerger', input, now };
    return inTransaction(this.on.db, (tx) =>
      idempotent(tx, call, async () => {
        await rehearse(tx, input, now);
        return write(tx, viewer, input);
      }),
    ).catch(refuseSecondMerger);
  }

  withdraw(viewer: Viewer, { id, expectedVersion }: WithdrawPlannedMergerInput): Promise<string> {
    refuseOthers(viewer);
    return inTransaction(this.on.db, async (tx) => {
      const { state } = await lockVersion(tx, PlannedMergerEntity, id, expectedVersion);
      if (state !== PlannedMergerState.PLANNED) throw invalidState(`It is ${state}, and planned no more.`);
      const withdrawn = { state: PlannedMergerState.WITHDRAWN, withdrawnById: viewer.personId! };
      await tx.update(PlannedMergerEntity, id, { ...withdrawn, decidedAt: this.on.clock.now() });
      return id;
    });
  }
}

/** Before anything is looked up. */
function refuseOthers(viewer: Viewer): void {
  if (!mayKeepOrganisations(viewer)) throw forbidden('Only staff of the association may plan a merger.');
}

type Plan = Omit<PlanMunicipalityMergerInput, 'idempotencyKey'>;

async function write(tx: EntityManager, viewer: Viewer, { on, municipalities, successor, circleId }: Plan) {
  const id = newId('plannedmerger');
  const { nis: successorNis, name: successorName, ...more } = successor;
  await tx.insert(PlannedMergerEntity, {
    ...more,
    id,
    on,
    successorNis,
    successorName,
    circleId: circleId ?? null,
    state: PlannedMergerState.PLANNED,
    plannedById: viewer.personId!,
  });
  const parts = await tx.findBy(MunicipalityEntity, { nis: In(municipalities.map(({ nis }) => nis)) });
  await tx.insert(
    PlannedMergerPartEntity,
    idsOf(parts).map((municipalityId) => ({ plannedMergerId: id, municipalityId })),
  );
  return id;
}
