import { isStaff, organisationIds, type Viewer } from '@lokaal/shared/auth';
import { dayOf } from '@lokaal/shared/config';
import { idempotent, inTransaction, lockRow, requireVersion } from '@lokaal/shared/database';
import { badInput, forbidden, invalidState, notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';
import { requireNear } from '../../periods/period.js';
import type { SliceDependencies } from '../../slice.js';
import { refreshCohorts } from '../cohort/refresh-cohorts.js';
import { refuseSecondCircle } from '../knowledge-circle/add-member.js';
import { mayKeepCircle, maySpeakFor } from '../knowledge-circle/knowledge-circle.policy.js';
import {
  authorityToJoin,
  coordinatesCircle,
  lockCircle,
  requireFounded,
  requireNotEnded,
} from '../knowledge-circle/knowledge-circle.query.js';
import { acceptedMail, declinedMail, tellDeciders, tellRequester } from './accession-mails.js';
import { CircleAccessionEntity } from './circle-accession.entity.js';
import { AccessionState } from './circle-accession.enums.js';
import type {
  AcceptCircleAccessionInput,
  DeclineCircleAccessionInput,
  RequestCircleAccessionInput,
  WithdrawCircleAccessionInput,
} from './circle-accession.input.js';
import { accept } from './founders.js';
import { refuseSecondRequest } from './replace-request.js';

interface Wanted {
  readonly id: string;
  readonly expectedVersion: number;
}

interface Decided extends Wanted {
  readonly now: Date;
}

/** How an authority comes into a circle: it asks, there is a talk, somebody decides. Every method answers with the request's id. */
export class CircleAccessionService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock' | 'mailWaits'>) {}

  async request(viewer: Viewer, { idempotencyKey: key, ...input }: RequestCircleAccessionInput): Promise<string> {
    const now = this.on.clock.now();
    const call = { personId: viewer.personId!, key, mutation: 'requestCircleAccession', input, now };
    const id = await inTransaction(this.on.db, async (tx) => {
      const circle = await lockCircle(tx, input.circleId);
      requireNotEnded(circle);
      const { id: organisationId } = await authorityToJoin(tx, input.organisationId);
      if (!isStaff(viewer) && !maySpeakFor(viewer, organisationId))
        throw forbidden('Only contact persons of the authority and staff may ask for it.');
      return idempotent(tx, call, async () => {
        await refuseMembers(tx, input);
        const asked = { state: AccessionState.REQUESTED, requestedAt: now, requestedById: viewer.personId! };
        const accession = { id: newId('circleaccession'), motivation: null, ...input, ...asked };
        await tx.insert(CircleAccessionEntity, accession);
        await tellDeciders(tx, { accession, circle, now });
        return accession.id;
      });
    }).catch(refuseSecondRequest('organisationId'));
    this.on.mailWaits();
    return id;
  }

  async accept(viewer: Viewer, { talkedOn, from, ...wanted }: AcceptCircleAccessionInput): Promise<string> {
    const now = this.on.clock.now();
    if (talkedOn > dayOf(now)) throw badInput('The talk comes first: name today or an earlier day.', ['talkedOn']);
    if (from < talkedOn) throw badInput('Membership begins after the talk, or on its day.', ['from']);
    requireNear(from, dayOf(now));
    await inTransaction(this.on.db, async (tx) => {
      const { accession, circle } = await loadToDecide(tx, viewer, { ...wanted, now });
      requireFounded(circle);
      await accept(tx, viewer, { accession, circle, talkedOn, from, now });
      await tellRequester(tx, acceptedMail, { accession, circle, now });
      await refreshCohorts(tx, now);
    }).catch(refuseSecondCircle('from'));
    this.on.mailWaits();
    return wanted.id;
  }

  async decline(viewer: Viewer, { reason, ...wanted }: DeclineCircleAccessionInput): Promise<string> {
    const now = this.on.clock.now();
    await inTransaction(this.on.db, async (tx) => {
      const { accession, circle } = await loadToDecide(tx, viewer, { ...wanted, now });
      const decided = { state: AccessionState.DECLINED, decidedAt: now, decidedById: viewer.personId! };
      await tx.update(CircleAccessionEntity, accession.id, { ...decided, declineReason: reason });
      await tellRequester(tx, declinedMail, { accession, circle, reason, now });
    });
    this.on.mailWaits();
    return wanted.id;
  }

  withdraw(viewer: Viewer, { id, expectedVersion }: WithdrawCircleAccessionInput): Promise<string> {
    const now = this.on.clock.now();
    return inTransaction(this.on.db, async (tx) => {
      const accession = await lockVisible(tx, viewer, { id, now });
      if (!isStaff(viewer) && !maySpeakFor(viewer, accession.organisationId))
        throw forbidden('Only contact persons of the authority and staff may withdraw its request.');
      requireOpen(accession, expectedVersion);
      const decided = { decidedAt: now, decidedById: viewer.personId! };
      await tx.update(CircleAccessionEntity, id, { state: AccessionState.WITHDRAWN, ...decided });
      return id;
    });
  }
}

/** The request, locked, for who may see it; for everybody else there is none. */
async function lockVisible(
  tx: EntityManager,
  viewer: Viewer,
  { id, now }: Pick<Decided, 'id' | 'now'>,
): Promise<CircleAccessionEntity> {
  const accession = await lockRow(tx, CircleAccessionEntity, id);
  const { circleId, organisationId } = accession;
  const isOwn = organisationIds(viewer).includes(organisationId);
  if (!isOwn && !mayKeepCircle(viewer, await coordinatesCircle(tx, viewer, { circleId, now })))
    throw notFound('Circle accession', ['id']);
  return accession;
}

async function loadToDecide(tx: EntityManager, viewer: Viewer, { id, expectedVersion, now }: Decided) {
  const accession = await lockVisible(tx, viewer, { id, now });
  const circle = await lockCircle(tx, accession.circleId);
  if (!mayKeepCircle(viewer, await coordinatesCircle(tx, viewer, { circleId: circle.id, now })))
    throw forbidden('Only coordinators of the circle and staff may decide.');
  requireOpen(accession, expectedVersion);
  return { accession, circle };
}

function requireOpen(accession: CircleAccessionEntity, expectedVersion: number): void {
  requireVersion(accession, expectedVersion);
  if (accession.state !== AccessionState.REQUESTED) throw invalidState(`It was ${accession.state} already.`);
}

/** Who is a member of it needs no accession. An open request is found by its constraint. */
async function refuseMembers(tx: EntityManager, { circleId, organisationId }: RequestCircleAccessionInput) {
  const found = await tx.query<unknown[]>(
    'select from circle_membership where circle_id = $1 and organisation_id = $2 and to_date is null',
    [circleId, organisationId],
  );
  if (found.length > 0) throw invalidState('The authority is a member of this circle already.');
}
