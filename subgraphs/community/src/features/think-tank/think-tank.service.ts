import type { Viewer } from '@lokaal/shared/auth';
import {
  idempotent,
  inTransaction,
  lockRow,
  lockVersion,
  refuseDuplicates,
  type RepeatableCall,
} from '@lokaal/shared/database';
import { notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { EventEntity } from '../event/event.entity.js';
import { ThinkTankEntity, ThinkTankMeetingEntity } from './think-tank.entity.js';
import { keptByStaff, mayKeep } from './think-tank.policy.js';
import type {
  AddThinkTankMeetingInput,
  CreateThinkTankInput,
  RemoveThinkTankMeetingInput,
  UpdateThinkTankInput,
} from './think-tank.input.js';

const refuseSecond = refuseDuplicates({ think_tank_name_key: ['There is a think tank of this name.', 'name'] });

/** Think tanks and their meetings, kept by staff. Every method answers with the think tank's id. */
export class ThinkTankService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock'>) {}

  create(viewer: Viewer, { idempotencyKey: key, ...input }: CreateThinkTankInput): Promise<string> {
    return this.add(viewer, { key, mutation: 'createThinkTank', input }, async (tx) => {
      const id = newId('thinktank');
      await tx.insert(ThinkTankEntity, { ...input, id });
      return id;
    });
  }

  update(viewer: Viewer, { id, expectedVersion, ...changes }: UpdateThinkTankInput): Promise<string> {
    return this.change(viewer, async (tx) => {
      const tank = await lockVersion(tx, ThinkTankEntity, id, expectedVersion);
      await tx.save(Object.assign(tank, changes));
      return id;
    });
  }

  addMeeting(viewer: Viewer, { idempotencyKey: key, ...input }: AddThinkTankMeetingInput): Promise<string> {
    const { thinkTankId, eventId } = input;
    return this.add(viewer, { key, mutation: 'addThinkTankMeeting', input }, async (tx) => {
      await lockRow(tx, ThinkTankEntity, thinkTankId);
      if (!(await tx.existsBy(EventEntity, { id: eventId }))) throw notFound('Event', ['eventId']);
      await tx.upsert(ThinkTankMeetingEntity, { thinkTankId, eventId }, ['thinkTankId', 'eventId']);
      return thinkTankId;
    });
  }

  removeMeeting(viewer: Viewer, { thinkTankId, eventId }: RemoveThinkTankMeetingInput): Promise<string> {
    return this.change(viewer, async (tx) => {
      const { affected } = await tx.delete(ThinkTankMeetingEntity, { thinkTankId, eventId });
      if (affected === 0) throw notFound('Meeting', ['eventId']);
      return thinkTankId;
    });
  }

  private add(
    viewer: Viewer,
    sent: Pick<RepeatableCall, 'key' | 'mutation' | 'input'>,
    create: (tx: EntityManager) => Promise<string>,
  ): Promise<string> {
    const call = { ...sent, personId: viewer.personId!, now: this.on.clock.now() };
    return this.change(viewer, (tx) => idempotent(tx, call, () => create(tx)));
  }

  /** Others are refused before anything is looked up. */
  private change(viewer: Viewer, work: (tx: EntityManager) => Promise<string>): Promise<string> {
    if (!mayKeep(viewer)) throw keptByStaff();
    return inTransaction(this.on.db, work).catch(refuseSecond);
  }
}
