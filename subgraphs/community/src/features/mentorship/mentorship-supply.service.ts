import type { Viewer } from '@lokaal/shared/auth';
import { idempotent, inTransaction, lockRow } from '@lokaal/shared/database';
import { forbidden, invalidState, notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { requireThemes } from '../theme/known-themes.js';
import { MentorshipOfferEntity, MentorshipRequestEntity } from './mentorship.entity.js';
import type {
  CloseMentorshipOfferInput,
  CloseMentorshipRequestInput,
  OfferMentorshipInput,
  RequestMentorshipInput,
} from './mentorship.input.js';
import { mayAskFor, mayKeep, mayOfferFor } from './mentorship.policy.js';

/** What experts offer and authorities ask. Every method answers with the id of the offer or request. */
export class MentorshipSupplyService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock'>) {}

  offer(viewer: Viewer, input: OfferMentorshipInput): Promise<string> {
    if (!mayOfferFor(viewer, input.organisationId))
      throw forbidden('Only somebody who works for the company may offer to be a mentor.');
    const { idempotencyKey: _key, themes, ...fields } = input;
    return this.once(viewer, { mutation: 'offerMentorship', input }, async (tx) => {
      const id = newId('mentorshipoffer');
      await tx.insert(MentorshipOfferEntity, {
        ...fields,
        id,
        themeSlugs: themes,
        personId: viewer.personId!,
        open: true,
      });
      return id;
    });
  }

  request(viewer: Viewer, input: RequestMentorshipInput): Promise<string> {
    if (!mayAskFor(viewer, input.organisationId))
      throw forbidden('Only somebody who works for the local authority may ask for a mentor.');
    const { idempotencyKey: _key, themes, ...fields } = input;
    return this.once(viewer, { mutation: 'requestMentorship', input }, async (tx) => {
      const id = newId('mentorshiprequest');
      await tx.insert(MentorshipRequestEntity, {
        ...fields,
        id,
        themeSlugs: themes,
        personId: viewer.personId!,
        open: true,
      });
      return id;
    });
  }

  closeOffer(viewer: Viewer, { id }: CloseMentorshipOfferInput): Promise<string> {
    return inTransaction(this.on.db, async (tx) => {
      const offer = await lockRow(tx, MentorshipOfferEntity, id);
      if (!mayKeep(viewer, offer)) throw notFound('Mentorship offer', ['id']);
      if (!offer.open) throw invalidState('It is closed already.');
      await tx.update(MentorshipOfferEntity, id, { open: false });
      return id;
    });
  }

  closeRequest(viewer: Viewer, { id }: CloseMentorshipRequestInput): Promise<string> {
    return inTransaction(this.on.db, async (tx) => {
      const request = await lockRow(tx, MentorshipRequestEntity, id);
      if (!mayKeep(viewer, request)) throw notFound('Mentorship request', ['id']);
      if (!request.open) throw invalidState('It is closed already.');
      await tx.update(MentorshipRequestEntity, id, { open: false });
      return id;
    });
  }

  private once(viewer: Viewer, { mutation, input }: Call, create: Create): Promise<string> {
    const call = { personId: viewer.personId!, key: input.idempotencyKey, mutation, input, now: this.on.clock.now() };
    return inTransaction(this.on.db, async (tx) => {
      await requireThemes(tx, input.themes);
      return idempotent(tx, call, () => create(tx));
    });
  }
}

interface Call {
  readonly mutation: string;
  readonly input: { readonly themes: readonly string[]; readonly idempotencyKey?: string | null };
}

type Create = (tx: EntityManager) => Promise<string>;
