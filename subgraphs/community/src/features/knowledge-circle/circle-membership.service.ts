import type { Viewer } from '@lokaal/shared/auth';
import { dayOf } from '@lokaal/shared/config';
import { idempotent, inTransaction, lockRow, requireVersion } from '@lokaal/shared/database';
import { badInput, forbidden, invalidState } from '@lokaal/shared/errors';
import type { EntityManager } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { corrected, requireNear } from '../../periods/period.js';
import { refreshCohorts } from '../cohort/refresh-cohorts.js';
import { addMember, refuseSecondCircle, requireMayHold } from './add-member.js';
import type {
  JoinKnowledgeCircleInput,
  LeaveKnowledgeCircleInput,
  RemoveCircleMembershipInput,
  UpdateCircleMembershipInput,
} from './circle-membership.input.js';
import { correctedMail, joinedMail, leftMail, type Letter, removedMail } from './circle-membership-mails.js';
import { tellAuthority, tellAuthorityAndCoordinators } from './circle-news.js';
import { CircleMembershipEntity } from './circle-membership.entity.js';
import { KnowledgeCircleEntity } from './knowledge-circle.entity.js';
import { mayKeepCircle, maySpeakFor, mayWriteMembers } from './knowledge-circle.policy.js';
import { coordinatesCircle, lockCircle } from './knowledge-circle.query.js';

/** Who is in which circle, and when. Every method answers with the membership's id. */
export class CircleMembershipService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock' | 'mailWaits'>) {}

  async join(viewer: Viewer, { idempotencyKey: key, ...input }: JoinKnowledgeCircleInput): Promise<string> {
    const now = this.on.clock.now();
    const call = { personId: viewer.personId!, key, mutation: 'joinKnowledgeCircle', input, now };
    const { organisationId, from, to } = input;
    const membershipId = await inTransaction(this.on.db, async (tx) => {
      const circle = await lockCircle(tx, input.circleId);
      if (!mayWriteMembers(viewer))
        throw forbidden(
          'Only staff write down members: an authority asks its coordinators with requestCircleAccession.',
        );
      requireNear(from, dayOf(now));
      return idempotent(tx, call, async () => {
        const id = await addMember(tx, circle, input);
        await refreshCohorts(tx, now);
        // what was, is no news
        const lasts = to == null || to > dayOf(now);
        const told = { circle, organisationId, day: from, now, byId: viewer.personId };
        if (lasts) await tellAuthority(tx, joinedMail, told);
        return id;
      });
    }).catch(refuseSecondCircle('from'));
    this.on.mailWaits();
    return membershipId;
  }

  async leave(viewer: Viewer, { id, expectedVersion, to }: LeaveKnowledgeCircleInput): Promise<string> {
    const now = this.on.clock.now();
    await inTransaction(this.on.db, async (tx) => {
      const membership = await lockRow(tx, CircleMembershipEntity, id);
      await requireMayEnd(tx, viewer, { membership, to, now });
      requireVersion(membership, expectedVersion);
      if (membership.to !== null && membership.to <= dayOf(now))
        throw invalidState(`It left on ${membership.to} already.`);
      if (to <= membership.from) throw badInput(`Its first day is ${membership.from}: name a later one.`, ['to']);
      await tx.update(CircleMembershipEntity, id, { to });
      await refreshCohorts(tx, now);
      const { circleId, organisationId } = membership;
      const circle = await tx.findOneByOrFail(KnowledgeCircleEntity, { id: circleId });
      await tellAuthority(tx, leftMail, { circle, organisationId, day: to, now, byId: viewer.personId });
    }).catch(refuseSecondCircle('to'));
    this.on.mailWaits();
    return id;
  }

  /** The days as they should have been. */
  update(viewer: Viewer, { id, expectedVersion, ...asked }: UpdateCircleMembershipInput): Promise<string> {
    return this.correct(viewer, { id, expectedVersion }, async (tx, { membership, circle }) => {
      Object.assign(membership, corrected(membership, asked, dayOf(this.on.clock.now())));
      await requireMayHold(tx, circle, membership);
      await tx.save(membership);
      return correctedMail;
    });
  }

  /** What never was; what follows from a request to join is corrected, so that the request keeps what it led to. */
  remove(viewer: Viewer, { id, expectedVersion }: RemoveCircleMembershipInput): Promise<string> {
    return this.correct(viewer, { id, expectedVersion }, async (tx) => {
      const requests = await tx.query<unknown[]>('select from circle_accession where membership_id = $1', [id]);
      if (requests.length > 0) throw invalidState('A request to join led to it: correct its days instead.');
      await tx.delete(CircleMembershipEntity, { id });
      return removedMail;
    });
  }

  /** `work` answers with the mail that tells of it. */
  private async correct(
    viewer: Viewer,
    { id, expectedVersion }: RemoveCircleMembershipInput,
    work: (tx: EntityManager, found: Found) => Promise<Letter>,
  ): Promise<string> {
    const now = this.on.clock.now();
    await inTransaction(this.on.db, async (tx) => {
      const membership = await lockRow(tx, CircleMembershipEntity, id);
      const circle = await lockCircle(tx, membership.circleId);
      if (!mayWriteMembers(viewer)) throw forbidden('Only staff correct who was a member when.');
      requireVersion(membership, expectedVersion);
      const letter = await work(tx, { membership, circle });
      await refreshCohorts(tx, now);
      const { organisationId, from: day, to } = membership;
      const told = { circle, organisationId, day, to, now, byId: viewer.personId };
      await tellAuthorityAndCoordinators(tx, letter, told);
    }).catch(refuseSecondCircle('from'));
    this.on.mailWaits();
    return id;
  }
}

interface Found {
  readonly membership: CircleMembershipEntity;
  readonly circle: KnowledgeCircleEntity;
}

interface Leaving {
  readonly membership: CircleMembershipEntity;
  readonly to: string;
  readonly now: Date;
}

/** Who keeps the circle may also write down what was; an authority says only what comes. */
async function requireMayEnd(tx: EntityManager, viewer: Viewer, { membership, to, now }: Leaving): Promise<void> {
  const { circleId, organisationId } = membership;
  if (mayKeepCircle(viewer, await coordinatesCircle(tx, viewer, { circleId, now }))) return;
  if (!maySpeakFor(viewer, organisationId))
    throw forbidden('Only contact persons of the authority, coordinators of the circle and staff may do this.');
  if (to < dayOf(now)) throw badInput('Name today or a later day.', ['to']);
}
