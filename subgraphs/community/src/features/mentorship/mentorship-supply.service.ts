import type { Viewer } from '@lokaal/shared/auth';
import { dayOf } from '@lokaal/shared/config';
import { idempotent, inTransaction, lockRow, requireVersion } from '@lokaal/shared/database';
import { forbidden, invalidState, notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { EntityManager, EntityTarget, FindOptionsWhere } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { requireThemes } from '../theme/known-themes.js';
import { MentorshipEntity, MentorshipOfferEntity, MentorshipRequestEntity } from './mentorship.entity.js';
import { MentorshipState } from './mentorship.enums.js';
import { mayAskFor, mayKeep, mayOfferFor } from './mentorship.policy.js';
import type {
  CloseMentorshipOfferInput,
  CloseMentorshipRequestInput,
  DeleteMentorshipOfferInput,
  DeleteMentorshipRequestInput,
  OfferMentorshipInput,
  RequestMentorshipInput,
  UpdateMentorshipOfferInput,
  UpdateMentorshipRequestInput,
} from './mentorship-supply.input.js';
import { tellParties } from './tell-parties.js';

/** What experts offer and authorities ask. Every method answers with the id of the offer or request. */
export class MentorshipSupplyService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock' | 'mailWaits'>) {}

  offer(viewer: Viewer, input: OfferMentorshipInput): Promise<string> {
    if (!mayOfferFor(viewer, input.organisationId))
      throw forbidden('Only somebody who works for the company may offer to be a mentor.');
    return this.begin(viewer, { ...offers, mutation: 'offerMentorship', input });
  }

  request(viewer: Viewer, input: RequestMentorshipInput): Promise<string> {
    if (!mayAskFor(viewer, input.organisationId))
      throw forbidden('Only somebody who works for the local authority may ask for a mentor.');
    return this.begin(viewer, { ...requests, mutation: 'requestMentorship', input });
  }

  updateOffer(viewer: Viewer, input: UpdateMentorshipOfferInput): Promise<string> {
    return this.update(viewer, offers, input);
  }

  updateRequest(viewer: Viewer, input: UpdateMentorshipRequestInput): Promise<string> {
    return this.update(viewer, requests, input);
  }

  closeOffer(viewer: Viewer, { id }: CloseMentorshipOfferInput): Promise<string> {
    return this.close(viewer, offers, id);
  }

  closeRequest(viewer: Viewer, { id }: CloseMentorshipRequestInput): Promise<string> {
    return this.close(viewer, requests, id);
  }

  deleteOffer(viewer: Viewer, { id }: DeleteMentorshipOfferInput): Promise<string> {
    return this.delete(viewer, offers, id);
  }

  deleteRequest(viewer: Viewer, { id }: DeleteMentorshipRequestInput): Promise<string> {
    return this.delete(viewer, requests, id);
  }

  private begin(viewer: Viewer, { entity, prefix, mutation, input }: Kind & Call): Promise<string> {
    const { idempotencyKey: key, themes, ...fields } = input;
    const call = { personId: viewer.personId!, key, mutation, input, now: this.on.clock.now() };
    return inTransaction(this.on.db, async (tx) => {
      await requireThemes(tx, themes);
      return idempotent(tx, call, async () => {
        const id = newId(prefix);
        await tx.insert(entity, { ...fields, id, themeSlugs: [...themes], personId: viewer.personId!, open: true });
        return id;
      });
    });
  }

  /** What is closed is history. */
  private update(viewer: Viewer, kind: Kind, { id, expectedVersion, themes, ...changes }: Change): Promise<string> {
    return inTransaction(this.on.db, async (tx) => {
      const found = await lockKept(tx, viewer, { ...kind, id });
      requireVersion(found, expectedVersion);
      if (!found.open) throw invalidState('It is closed: it stays as it is.');
      await requireThemes(tx, themes);
      await tx.save(kind.entity, Object.assign(found, changes, themes && { themeSlugs: themes }));
      return id;
    });
  }

  /** What runs goes on; what was only proposed does not wait for an answer any more. */
  private async close(viewer: Viewer, kind: Kind, id: string): Promise<string> {
    await inTransaction(this.on.db, async (tx) => {
      const { open } = await lockKept(tx, viewer, { ...kind, id });
      if (!open) throw invalidState('It is closed already.');
      await tx.update(kind.entity, id, { open: false });
      await declineProposed(tx, { [kind.of]: id }, { now: this.on.clock.now() });
    });
    this.on.mailWaits();
    return id;
  }

  private delete(viewer: Viewer, kind: Kind, id: string): Promise<string> {
    return inTransaction(this.on.db, async (tx) => {
      await lockKept(tx, viewer, { ...kind, id });
      if (await tx.existsBy(MentorshipEntity, { [kind.of]: id }))
        throw invalidState('It was matched, and stays with that mentorship: close it instead.');
      await tx.delete(kind.entity, { id });
      return id;
    });
  }
}

/** What tells offers from requests. */
interface Kind {
  readonly entity: EntityTarget<MentorshipOfferEntity | MentorshipRequestEntity>;
  readonly prefix: 'mentorshipoffer' | 'mentorshiprequest';
  readonly name: string;
  /** Column of a mentorship that points to it. */
  readonly of: 'offerId' | 'requestId';
}

const offers: Kind = {
  entity: MentorshipOfferEntity,
  prefix: 'mentorshipoffer',
  name: 'Mentorship offer',
  of: 'offerId',
};

const requests: Kind = {
  entity: MentorshipRequestEntity,
  prefix: 'mentorshiprequest',
  name: 'Mentorship request',
  of: 'requestId',
};

interface Call {
  readonly mutation: string;
  readonly input: OfferMentorshipInput | RequestMentorshipInput;
}

type Change = UpdateMentorshipOfferInput | UpdateMentorshipRequestInput;

type At = Omit<Parameters<typeof tellParties>[2], 'news'>;

async function declineProposed(tx: EntityManager, of: FindOptionsWhere<MentorshipEntity>, at: At): Promise<void> {
  const where = { ...of, state: MentorshipState.PROPOSED };
  for (const one of await tx.find(MentorshipEntity, { where, lock: { mode: 'pessimistic_write' } })) {
    await tx.update(MentorshipEntity, one.id, { state: MentorshipState.DECLINED, endedOn: dayOf(at.now) });
    const offer = await tx.findOneByOrFail(MentorshipOfferEntity, { id: one.offerId });
    const request = await tx.findOneByOrFail(MentorshipRequestEntity, { id: one.requestId });
    await tellParties(tx, { offer, request }, { news: 'declined', ...at });
  }
}

/** For whoever may not see it there is none. */
async function lockKept(tx: EntityManager, viewer: Viewer, { entity, name, id }: Kind & { readonly id: string }) {
  const found = await lockRow(tx, entity, id);
  if (!mayKeep(viewer, found)) throw notFound(name, ['id']);
  return found;
}
