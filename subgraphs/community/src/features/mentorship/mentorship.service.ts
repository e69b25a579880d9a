import { isStaff, type Viewer } from '@lokaal/shared/auth';
import { dayOf } from '@lokaal/shared/config';
import { idempotent, inTransaction, lockRow, requireVersion } from '@lokaal/shared/database';
import { forbidden, invalidState, notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import { type EntityManager, In } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import type { MentorshipNews } from './mentorship-mails.js';
import { MentorshipEntity, MentorshipOfferEntity, MentorshipRequestEntity } from './mentorship.entity.js';
import { MentorshipState } from './mentorship.enums.js';
import type { AnswerMentorshipInput, EndMentorshipInput, MatchMentorshipInput } from './mentorship.input.js';
import { isAgreed, isAsker, isExpert, maySee } from './mentorship.policy.js';
import { type Pair, tellParties } from './tell-parties.js';
import { type Side, worksThere } from './works-there.query.js';

const live = In([MentorshipState.PROPOSED, MentorshipState.ACTIVE]);

interface Loaded extends Pair {
  readonly mentorship: MentorshipEntity;
}

/** PROPOSED by staff -> ACTIVE when both agreed, or DECLINED -> ENDED. Every method answers with the mentorship's id. */
export class MentorshipService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock' | 'mailWaits'>) {}

  match(viewer: Viewer, { idempotencyKey: key, ...input }: MatchMentorshipInput): Promise<string> {
    if (!isStaff(viewer)) throw forbidden('Only staff of the association may match an offer with a request.');
    const call = { personId: viewer.personId!, key, mutation: 'matchMentorship', input, now: this.on.clock.now() };
    return this.change((tx) => idempotent(tx, call, () => this.propose(tx, input)));
  }

  /** The expert and who asked each answer for themselves; staff may only decline. */
  answer(viewer: Viewer, { id, expectedVersion, agree, note }: AnswerMentorshipInput): Promise<string> {
    return this.change(async (tx) => {
      const loaded = await load(tx, viewer, id);
      const { mentorship } = loaded;
      requireVersion(mentorship, expectedVersion);
      if (mentorship.state !== MentorshipState.PROPOSED) throw invalidState('Only what is proposed can be answered.');
      if (!agree) return this.close(tx, loaded, { state: MentorshipState.DECLINED, note });
      const begins = this.agree(viewer, loaded);
      await this.requireThere(tx, isExpert(viewer, loaded) ? loaded.offer : loaded.request);
      await tx.save(mentorship);
      if (begins) await this.tell(tx, loaded, 'started');
      return id;
    });
  }

  end(viewer: Viewer, { id, expectedVersion, note }: EndMentorshipInput): Promise<string> {
    return this.change(async (tx) => {
      const loaded = await load(tx, viewer, id);
      requireVersion(loaded.mentorship, expectedVersion);
      if (loaded.mentorship.state !== MentorshipState.ACTIVE) throw invalidState('Only what runs can be ended.');
      return this.close(tx, loaded, { state: MentorshipState.ENDED, note });
    });
  }

  private async propose(tx: EntityManager, { offerId, requestId }: MatchMentorshipInput): Promise<string> {
    // the offer is locked first, always: its places are counted under the lock
    const offer = await lockRow(tx, MentorshipOfferEntity, offerId);
    const request = await lockRow(tx, MentorshipRequestEntity, requestId);
    await refuseUnlessFree(tx, { offer, request });
    for (const side of [offer, request]) await this.requireThere(tx, side);
    const id = newId('mentorship');
    await tx.insert(MentorshipEntity, { id, offerId, requestId, state: MentorshipState.PROPOSED });
    await this.tell(tx, { offer, request }, 'proposed');
    return id;
  }

  /** An expert is one of the company, and who asked speaks for the authority, as long as they work there. */
  private async requireThere(tx: EntityManager, side: Side): Promise<void> {
    if (!(await worksThere(tx, side, dayOf(this.on.clock.now()))))
      throw invalidState('Who made the offer or the request no longer works there: close it.');
  }

  /** Whether both agreed now, so that it begins. */
  private agree(viewer: Viewer, { mentorship, ...parties }: Loaded): boolean {
    const now = this.on.clock.now();
    if (isExpert(viewer, parties)) mentorship.expertAgreedAt = now;
    else if (isAsker(viewer, parties)) mentorship.authorityAgreedAt = now;
    else throw forbidden('The expert and the authority agree for themselves.');
    if (!isAgreed(mentorship)) return false;
    Object.assign(mentorship, { state: MentorshipState.ACTIVE, startedOn: dayOf(now) });
    return true;
  }

  private async close(tx: EntityManager, loaded: Loaded, { state, note }: Closing): Promise<string> {
    const { mentorship } = loaded;
    const endedOn = dayOf(this.on.clock.now());
    await tx.save(Object.assign(mentorship, { state, endedOn, closingNote: note ?? null }));
    await this.tell(tx, loaded, state === MentorshipState.ENDED ? 'ended' : 'declined');
    return mentorship.id;
  }

  private tell(tx: EntityManager, pair: Pair, news: MentorshipNews): Promise<void> {
    return tellParties(tx, pair, { news, now: this.on.clock.now() });
  }

  private async change(work: (tx: EntityManager) => Promise<string>): Promise<string> {
    const id = await inTransaction(this.on.db, work);
    this.on.mailWaits();
    return id;
  }
}

interface Closing {
  readonly state: MentorshipState.DECLINED | MentorshipState.ENDED;
  readonly note: string | null | undefined;
}

async function refuseUnlessFree(tx: EntityManager, { offer, request }: Pair): Promise<void> {
  if (!offer.open || !request.open) throw invalidState('Both the offer and the request must be open.');
  if (offer.personId === null || request.personId === null) throw invalidState('One of them has no person any more.');
  if (await tx.existsBy(MentorshipEntity, { requestId: request.id, state: live }))
    throw invalidState('There is an expert for this request already.');
  if ((await tx.countBy(MentorshipEntity, { offerId: offer.id, state: live })) >= offer.places)
    throw invalidState('The expert has no place left.');
}

/** The mentorship, locked, with its parties. Whoever may not see it learns nothing of it, not even its version. */
async function load(tx: EntityManager, viewer: Viewer, id: string): Promise<Loaded> {
  const mentorship = await lockRow(tx, MentorshipEntity, id);
  const offer = await tx.findOneByOrFail(MentorshipOfferEntity, { id: mentorship.offerId });
  const request = await tx.findOneByOrFail(MentorshipRequestEntity, { id: mentorship.requestId });
  if (!maySee(viewer, { offer, request })) throw notFound('Mentorship', ['id']);
  return { mentorship, offer, request };
}
