import type { Viewer } from '@lokaal/shared/auth';
import { dayOf } from '@lokaal/shared/config';
import { idempotent, inTransaction, lockRow, lockVersion, refuseDuplicates } from '@lokaal/shared/database';
import { invalidState } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';
import { corrected, orderly, requireNear } from '../../periods/period.js';
import type { SliceDependencies } from '../../slice.js';
import { type Looking, namedPerson } from '../person/named-person.query.js';
import { ThinkTankEntity, ThinkTankMemberEntity } from './think-tank.entity.js';
import { keptByStaff, mayKeep } from './think-tank.policy.js';
import type {
  AddThinkTankMemberInput,
  EndThinkTankMembershipInput,
  RemoveThinkTankMemberInput,
  UpdateThinkTankMemberInput,
} from './think-tank-member.input.js';

/** Two at once, or one that overlaps: the database lets one through. */
const refuseSecond = refuseDuplicates({
  think_tank_member_once: ['This person is a member at that time already.', 'personId'],
});

/** Who thinks along, and when. Methods answer with the think tank's id. */
export class ThinkTankMemberService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock'>) {}

  add(viewer: Viewer, { idempotencyKey: key, ...input }: AddThinkTankMemberInput): Promise<string> {
    const now = this.on.clock.now();
    const call = { personId: viewer.personId!, key, mutation: 'addThinkTankMember', input, now };
    return this.change(viewer, (tx) => idempotent(tx, call, () => insert(tx, { viewer, now }, input)));
  }

  /** Until today; what began today never was. */
  end(viewer: Viewer, { id }: EndThinkTankMembershipInput): Promise<string> {
    return this.change(viewer, async (tx) => {
      const member = await lockRow(tx, ThinkTankMemberEntity, id);
      if (member.to !== null) throw invalidState('It has ended already.');
      const today = dayOf(this.on.clock.now());
      if (member.from < today) await tx.update(ThinkTankMemberEntity, id, { to: today });
      else await tx.delete(ThinkTankMemberEntity, { id });
      return member.thinkTankId;
    });
  }

  update(viewer: Viewer, { id, expectedVersion, chairs, ...asked }: UpdateThinkTankMemberInput): Promise<string> {
    return this.change(viewer, async (tx) => {
      const member = await lockVersion(tx, ThinkTankMemberEntity, id, expectedVersion);
      await tx.save(
        Object.assign(member, corrected(member, asked, dayOf(this.on.clock.now())), {
          chairs: chairs ?? member.chairs,
        }),
      );
      return member.thinkTankId;
    });
  }

  /** Of who never was a member. Answers with the id of what is gone. */
  remove(viewer: Viewer, { id, expectedVersion }: RemoveThinkTankMemberInput): Promise<string> {
    return this.change(viewer, async (tx) => {
      await lockVersion(tx, ThinkTankMemberEntity, id, expectedVersion);
      await tx.delete(ThinkTankMemberEntity, { id });
      return id;
    });
  }

  /** Others are refused before anything is looked up. */
  private change(viewer: Viewer, work: (tx: EntityManager) => Promise<string>): Promise<string> {
    if (!mayKeep(viewer)) throw keptByStaff();
    return inTransaction(this.on.db, work).catch(refuseSecond);
  }
}

async function insert(tx: EntityManager, looking: Looking, input: AddThinkTankMemberInput): Promise<string> {
  const { thinkTankId, personId, chairs, from, to } = input;
  await lockRow(tx, ThinkTankEntity, thinkTankId);
  await namedPerson(tx, looking, { id: personId });
  const today = dayOf(looking.now);
  const period = orderly({ from: from ?? today, to: to ?? null });
  requireNear(period.from, today);
  const id = newId('thinktankmember');
  await tx.insert(ThinkTankMemberEntity, { id, thinkTankId, personId, chairs, ...period });
  return thinkTankId;
}
