import type { Viewer } from '@lokaal/shared/auth';
import { idempotent, inTransaction, lockVersion } from '@lokaal/shared/database';
import { forbidden, invalidState } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { calendarTurn } from '../calendar/calendar-attachment.js';
import { mayKeepOrganisations } from '../organisation/organisation.policy.js';
import { refuseSecondMerger, rehearse } from './carry-out.js';
import { idsOf } from './merge-organisations.js';
import type { Asked, Merger } from './merger.js';
import type {
  AmendPlannedMergerInput,
  PlanMunicipalityMergerInput,
  WithdrawPlannedMergerInput,
} from './municipality-merger.input.js';
import { takesEffectOn } from './notice.js';
import type { Notice } from './notice-words.js';
import { PlannedMergerEntity, PlannedMergerPartEntity } from './planned-merger.entity.js';
import { PlannedMergerState } from './planned-merger.enums.js';
import { askedBy } from './planned-merger.query.js';
import { tellConcerned } from './tell-concerned.js';

const { PLANNED, FAILED, WITHDRAWN } = PlannedMergerState;

/** Mergers that are known before they take effect. Every method answers with the id of the plan. */
export class PlannedMergerService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock' | 'mailWaits' | 'mailFrom'>) {}

  async plan(viewer: Viewer, { idempotencyKey: key, ...input }: PlanMunicipalityMergerInput): Promise<string> {
    refuseOthers(viewer);
    const turn = calendarTurn(this.on);
    const { now } = turn;
    const call = { personId: viewer.personId!, key, mutation: 'planMunicipalityMerger', input, now };
    const work = async (tx: EntityManager): Promise<string> => {
      const plan = await write(tx, viewer, await rehearse(tx, input, turn));
      await tellConcerned(tx, plan, { ...turn, of: 'planned' });
      return plan.id;
    };
    const id = await inTransaction(this.on.db, (tx) => idempotent(tx, call, () => work(tx))).catch(refuseSecondMerger);
    this.on.mailWaits();
    return id;
  }

  /** Also what failed: it is planned again. Who is told of another day or successor has as long to object as at first. */
  async amend(viewer: Viewer, { id, expectedVersion, ...changes }: AmendPlannedMergerInput): Promise<string> {
    refuseOthers(viewer);
    const turn = calendarTurn(this.on);
    const { now } = turn;
    await inTransaction(this.on.db, async (tx) => {
      const plan = await lockVersion(tx, PlannedMergerEntity, id, expectedVersion);
      if (plan.state !== PLANNED && plan.state !== FAILED)
        throw invalidState(`It is ${plan.state}, and planned no more.`);
      const asked = amended(await askedBy(tx, plan), changes);
      await rehearse(tx, asked, turn);
      const [of, before] = [noticeOf(plan, asked), { successorName: plan.successorName, on: plan.on }];
      Object.assign(plan, columnsOf(asked), of && plannedFrom(asked.on, now));
      await tx.save(PlannedMergerEntity, plan);
      if (of) await tellConcerned(tx, plan, { ...turn, of, before });
    }).catch(refuseSecondMerger);
    this.on.mailWaits();
    return id;
  }

  async withdraw(viewer: Viewer, { id, expectedVersion }: WithdrawPlannedMergerInput): Promise<string> {
    refuseOthers(viewer);
    const turn = calendarTurn(this.on);
    const { now } = turn;
    await inTransaction(this.on.db, async (tx) => {
      const plan = await lockVersion(tx, PlannedMergerEntity, id, expectedVersion);
      if (plan.state !== PLANNED) throw invalidState(`It is ${plan.state}, and planned no more.`);
      Object.assign(plan, { state: WITHDRAWN, withdrawnById: viewer.personId!, decidedAt: now });
      await tx.save(PlannedMergerEntity, plan);
      await tellConcerned(tx, plan, { ...turn, of: 'withdrawn' });
    });
    this.on.mailWaits();
    return id;
  }
}

/** Before anything is looked up. */
function refuseOthers(viewer: Viewer): void {
  if (!mayKeepOrganisations(viewer)) throw forbidden('Only staff of the association may plan a merger.');
}

type Changes = Omit<AmendPlannedMergerInput, 'id' | 'expectedVersion'>;

const amended = <T extends Asked>(asked: T, { on, successor, circleId }: Changes): T => ({
  ...asked,
  on: on ?? asked.on,
  successor: successor ?? asked.successor,
  circleId: circleId === undefined ? asked.circleId : circleId,
});

/** What who is concerned is told of; nothing when only names, numbers or the circle change. */
function noticeOf(plan: PlannedMergerEntity, { on, successor }: Asked): Notice | undefined {
  if (successor.nis !== plan.successorNis) return 'redirected';
  return on !== plan.on || plan.state === FAILED ? 'moved' : undefined;
}

const plannedFrom = (on: string, now: Date) => ({
  state: PLANNED,
  decidedAt: null,
  failure: null,
  takesEffectOn: takesEffectOn(on, now),
});

const columnsOf = ({ on, successor, circleId }: Asked) => ({
  on,
  successorNis: successor.nis,
  successorName: successor.name,
  referenceRegion: successor.referenceRegion ?? null,
  legalName: successor.legalName ?? null,
  enterpriseNumber: successor.enterpriseNumber ?? null,
  ocmwEnterpriseNumber: successor.ocmwEnterpriseNumber ?? null,
  circleId: circleId ?? null,
});

async function write(tx: EntityManager, viewer: Viewer, { asked, all, now }: Merger): Promise<PlannedMergerEntity> {
  const columns = { ...columnsOf(asked), ...plannedFrom(asked.on, now), plannedById: viewer.personId! };
  const plan = await tx.save(tx.create(PlannedMergerEntity, { id: newId('plannedmerger'), ...columns }));
  await tx.insert(
    PlannedMergerPartEntity,
    idsOf(all).map((municipalityId) => ({ plannedMergerId: plan.id, municipalityId })),
  );
  return plan;
}
