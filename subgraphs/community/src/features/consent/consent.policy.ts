import { isStaff, type Viewer } from '@lokaal/shared/auth';
import { badInput, notFound } from '@lokaal/shared/errors';
import { ConsentActor, ConsentChannel } from './consent.enums.js';

/** Whose decision it is, and who writes it down. */
export interface Decider {
  readonly personId: string;
  readonly actor: ConsentActor;
  readonly recordedById: string | null;
  readonly channel: ConsentChannel;
}

interface Asked {
  readonly personId?: string | null;
  readonly channel?: ConsentChannel | null;
}

export const oneself = ({ personId }: Viewer): Decider => ({
  personId: personId!,
  actor: ConsentActor.SELF,
  recordedById: null,
  channel: ConsentChannel.ONLINE,
});

/** Throws a DomainError: others than staff find nobody but themselves, and staff say how they were told. */
export function deciderOf(viewer: Viewer, { personId, channel }: Asked): Decider {
  if (!personId || personId === viewer.personId) {
    if (channel) throw badInput('You decide here yourself: leave the channel out.', ['channel']);
    return oneself(viewer);
  }
  if (!isStaff(viewer)) throw notFound('Person', ['personId']);
  if (!channel) throw badInput('Say how the person told you.', ['channel']);
  return { personId, actor: ConsentActor.STAFF, recordedById: viewer.personId!, channel };
}
