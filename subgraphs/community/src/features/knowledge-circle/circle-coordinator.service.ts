import type { Viewer } from '@lokaal/shared/auth';
import { idempotent, inTransaction, refuseDuplicates } from '@lokaal/shared/database';
import { DomainError, forbidden, notFound } from '@lokaal/shared/errors';
import type { EntityManager } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { type Looking, namedPerson } from '../person/named-person.query.js';
import { PersonEntity } from '../person/person.entity.js';
import { appointed, dismissed } from './coordinator-mails.js';
import { tellOfCoordinator } from './coordinator-news.js';
import { CircleCoordinatorEntity } from './knowledge-circle.entity.js';
import type { AppointCoordinatorInput, DismissCoordinatorInput } from './knowledge-circle.input.js';
import { mayFoundCircles } from './knowledge-circle.policy.js';
import { lockCircle, requireNotEnded } from './knowledge-circle.query.js';

const refuseSecond = refuseDuplicates({
  circle_coordinator_pkey: ['This person coordinates the circle already.', 'personId'],
});

/** Who leads a circle (regiocoördinator). Every method answers with the circle's id. */
export class CircleCoordinatorService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock' | 'mailWaits'>) {}

  async appoint(viewer: Viewer, { idempotencyKey: key, ...input }: AppointCoordinatorInput): Promise<string> {
    if (!mayFoundCircles(viewer)) throw forbidden('Only staff of the association may appoint a coordinator.');
    const now = this.on.clock.now();
    const call = { personId: viewer.personId!, key, mutation: 'appointCoordinator', input, now };
    await inTransaction(this.on.db, (tx) =>
      idempotent(tx, call, async () => {
        const { circle, person } = await insert(tx, { viewer, now }, input);
        await tellOfCoordinator(tx, appointed, { circle, person, now, byId: viewer.personId });
        return circle.id;
      }),
    ).catch(refuseSecond);
    this.on.mailWaits();
    return input.circleId;
  }

  async dismiss(viewer: Viewer, { circleId, personId }: DismissCoordinatorInput): Promise<string> {
    if (!mayFoundCircles(viewer)) throw forbidden('Only staff of the association may dismiss a coordinator.');
    const now = this.on.clock.now();
    await inTransaction(this.on.db, async (tx) => {
      const circle = await lockCircle(tx, circleId);
      const { affected } = await tx.delete(CircleCoordinatorEntity, { circleId, personId });
      if (affected === 0) throw notFound('Coordinator', ['personId']);
      const person = await tx.findOneByOrFail(PersonEntity, { id: personId });
      await tellOfCoordinator(tx, dismissed, { circle, person, now, byId: viewer.personId });
    });
    this.on.mailWaits();
    return circleId;
  }
}

async function insert(tx: EntityManager, looking: Looking, { circleId, personId }: AppointCoordinatorInput) {
  const circle = await lockCircle(tx, circleId);
  requireNotEnded(circle);
  const person = await namedPerson(tx, looking, { id: personId });
  if (!(await belongsHere(tx, personId, looking.now)))
    throw new DomainError(
      'INVALID_STATE',
      'Only who works for an organisation, is an effective member or staff can coordinate a circle.',
      ['personId'],
    );
  await tx.insert(CircleCoordinatorEntity, { circleId, personId });
  return { circle, person };
}

async function belongsHere(tx: EntityManager, personId: string, now: Date): Promise<boolean> {
  const found = await tx.query<unknown[]>('select where belongs_here($1, $2)', [personId, now]);
  return found.length > 0;
}
