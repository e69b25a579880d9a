import { isStaff, type Viewer } from '@lokaal/shared/auth';
import { dayOf } from '@lokaal/shared/config';
import { inTransaction, lockRow, lockVersion, refuseDuplicates } from '@lokaal/shared/database';
import { DomainError, forbidden, invalidState, notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import { type EntityManager, IsNull } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { EventEntity } from '../event/event.entity.js';
import { PersonEntity } from '../person/person.entity.js';
import { ThinkTankEntity, ThinkTankMeetingEntity, ThinkTankMemberEntity } from './think-tank.entity.js';
import type {
  AddThinkTankMeetingInput,
  AddThinkTankMemberInput,
  CreateThinkTankInput,
  EndThinkTankMembershipInput,
  UpdateThinkTankInput,
} from './think-tank.input.js';

const refuseSecond = refuseDuplicates({ think_tank_name_key: ['There is a think tank of this name.', 'name'] });

/** Think tanks, their members and meetings, kept by staff. Every method answers with the think tank's id. */
export class ThinkTankService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock'>) {}

  create(viewer: Viewer, { ...tank }: CreateThinkTankInput): Promise<string> {
    return this.change(viewer, async (tx) => {
      const id = newId('thinktank');
      await tx.insert(ThinkTankEntity, { ...tank, id });
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

  addMember(viewer: Viewer, { thinkTankId, personId, chairs }: AddThinkTankMemberInput): Promise<string> {
    return this.change(viewer, async (tx) => {
      // one at a time for a think tank: two calls at once find each other
      await lockRow(tx, ThinkTankEntity, thinkTankId);
      if (!(await tx.existsBy(PersonEntity, { id: personId }))) throw notFound('Person', ['personId']);
      if (await tx.existsBy(ThinkTankMemberEntity, { thinkTankId, personId, to: IsNull() }))
        throw new DomainError('ALREADY_EXISTS', 'This person is a member already.', ['personId']);
      const from = dayOf(this.on.clock.now());
      await tx.insert(ThinkTankMemberEntity, { id: newId('thinktankmember'), thinkTankId, personId, chairs, from });
      return thinkTankId;
    });
  }

  /** Until today; what began today never was. */
  endMembership(viewer: Viewer, { id }: EndThinkTankMembershipInput): Promise<string> {
    return this.change(viewer, async (tx) => {
      const member = await lockRow(tx, ThinkTankMemberEntity, id);
      if (member.to !== null) throw invalidState('It has ended already.');
      const today = dayOf(this.on.clock.now());
      if (member.from < today) await tx.update(ThinkTankMemberEntity, id, { to: today });
      else await tx.delete(ThinkTankMemberEntity, { id });
      return member.thinkTankId;
    });
  }

  addMeeting(viewer: Viewer, { thinkTankId, eventId }: AddThinkTankMeetingInput): Promise<string> {
    return this.change(viewer, async (tx) => {
      await lockRow(tx, ThinkTankEntity, thinkTankId);
      if (!(await tx.existsBy(EventEntity, { id: eventId }))) throw notFound('Event', ['eventId']);
      await tx.upsert(ThinkTankMeetingEntity, { thinkTankId, eventId }, ['thinkTankId', 'eventId']);
      return thinkTankId;
    });
  }

  /** Others are refused before anything is looked up. */
  private change(viewer: Viewer, work: (tx: EntityManager) => Promise<string>): Promise<string> {
    if (!isStaff(viewer)) throw forbidden('Only staff of the association may keep think tanks.');
    return inTransaction(this.on.db, work).catch(refuseSecond);
  }
}
