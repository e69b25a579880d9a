import type { Viewer } from '@lokaal/shared/auth';
import { dayOf } from '@lokaal/shared/config';
import {
  idempotent,
  inTransaction,
  lockRow,
  lockVersion,
  refuseDuplicates,
  requireVersion,
} from '@lokaal/shared/database';
import { badInput, forbidden, invalidState } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';
import { requireNear } from '../../periods/period.js';
import type { SliceDependencies } from '../../slice.js';
import { acceptAll, askToFound } from '../circle-accession/founders.js';
import { refuseSecondRequest } from '../circle-accession/replace-request.js';
import { refreshCohorts } from '../cohort/refresh-cohorts.js';
import { requireRegion } from '../reference-region/known-region.js';
import { requireThemes } from '../theme/known-themes.js';
import { refuseSecondCircle } from './add-member.js';
import { tellOfEnd } from './circle-news.js';
import { endCircle } from './end-circle.js';
import { KnowledgeCircleEntity } from './knowledge-circle.entity.js';
import type {
  CreateKnowledgeCircleInput,
  EndKnowledgeCircleInput,
  FormaliseKnowledgeCircleInput,
  UpdateKnowledgeCircleInput,
} from './knowledge-circle.input.js';
import { mayFoundCircles, mayKeepCircle } from './knowledge-circle.policy.js';
import { coordinatesCircle, requireNotEnded } from './knowledge-circle.query.js';

const refuseSecondName = refuseDuplicates({
  knowledge_circle_name_key: ['There is a knowledge circle of this name already.', 'name'],
});

/** The life of a circle: proposed, founded, kept, ended. Every method answers with the circle's id. */
export class KnowledgeCircleService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock' | 'mailWaits'>) {}

  async create(viewer: Viewer, { idempotencyKey: key, ...input }: CreateKnowledgeCircleInput): Promise<string> {
    if (!mayFoundCircles(viewer)) throw forbidden('Only staff of the association may propose a circle.');
    const now = this.on.clock.now();
    const call = { personId: viewer.personId!, key, mutation: 'createKnowledgeCircle', input, now };
    const propose = (tx: EntityManager) => idempotent(tx, call, () => proposeCircle(tx, viewer, { input, now }));
    const id = await inTransaction(this.on.db, propose)
      .catch(refuseSecondName)
      .catch(refuseSecondRequest('founderIds'));
    this.on.mailWaits();
    return id;
  }

  update(viewer: Viewer, { id, expectedVersion, themes, ...changes }: UpdateKnowledgeCircleInput): Promise<string> {
    const now = this.on.clock.now();
    return inTransaction(this.on.db, async (tx) => {
      const circle = await lockRow(tx, KnowledgeCircleEntity, id);
      if (!mayKeepCircle(viewer, await coordinatesCircle(tx, viewer, { circleId: id, now })))
        throw forbidden('Only its coordinators and staff may change a circle.');
      requireVersion(circle, expectedVersion);
      requireNotEnded(circle);
      await requireThemes(tx, themes);
      await requireRegion(tx, changes.referenceRegion);
      await tx.save(KnowledgeCircleEntity, Object.assign(circle, changes, themes && { themeSlugs: themes }));
      await refreshCohorts(tx, now);
      return id;
    }).catch(refuseSecondName);
  }

  /** From a proposal to a circle: everybody who asked to found it becomes a member, at least two. */
  async formalise(
    viewer: Viewer,
    { id, expectedVersion, talkedOn, from }: FormaliseKnowledgeCircleInput,
  ): Promise<string> {
    if (!mayFoundCircles(viewer)) throw forbidden('Only staff of the association may formalise a circle.');
    const now = this.on.clock.now();
    if (talkedOn > dayOf(now)) throw badInput('The talk comes first: name today or an earlier day.', ['talkedOn']);
    if (from < talkedOn) throw badInput('A circle begins after the talk, or on its day.', ['from']);
    requireNear(from, dayOf(now));
    await inTransaction(this.on.db, async (tx) => {
      const circle = await lockVersion(tx, KnowledgeCircleEntity, id, expectedVersion);
      requireNotEnded(circle);
      if (circle.foundedOn !== null) throw invalidState(`It was founded on ${circle.foundedOn} already.`);
      const founded = await tx.save(KnowledgeCircleEntity, Object.assign(circle, { foundedOn: from }));
      await acceptAll(tx, viewer, { circle: founded, talkedOn, from, now });
      await refreshCohorts(tx, now);
    }).catch(refuseSecondCircle('from'));
    this.on.mailWaits();
    return id;
  }

  async end(viewer: Viewer, { id, expectedVersion, on }: EndKnowledgeCircleInput): Promise<string> {
    if (!mayFoundCircles(viewer)) throw forbidden('Only staff of the association may end a circle.');
    const now = this.on.clock.now();
    await inTransaction(this.on.db, async (tx) => {
      const circle = await lockVersion(tx, KnowledgeCircleEntity, id, expectedVersion);
      requireNotEnded(circle);
      const organisationIds = await endCircle(tx, circle, { on, now });
      await refreshCohorts(tx, now);
      await tellOfEnd(tx, { circle, organisationIds, day: on, now, byId: viewer.personId });
    });
    this.on.mailWaits();
    return id;
  }
}

interface Proposal {
  readonly input: Omit<CreateKnowledgeCircleInput, 'idempotencyKey'>;
  readonly now: Date;
}

async function proposeCircle(tx: EntityManager, viewer: Viewer, { input, now }: Proposal): Promise<string> {
  const { themes, founderIds, ...columns } = input;
  await requireThemes(tx, themes);
  await requireRegion(tx, columns.referenceRegion);
  const id = newId('circle');
  await tx.insert(KnowledgeCircleEntity, { id, ...columns, themeSlugs: themes, foundedOn: null });
  await askToFound(tx, viewer, { circle: { id, name: columns.name }, founderIds, now });
  return id;
}
