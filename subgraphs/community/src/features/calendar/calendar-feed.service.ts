import type { Viewer } from '@lokaal/shared/auth';
import { idempotent, inTransaction } from '@lokaal/shared/database';
import { badInput, forbidden, invalidState, notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { hashOfToken, newSecretToken } from '../identity/secret-token.js';
import { KnowledgeCircleEntity } from '../knowledge-circle/knowledge-circle.entity.js';
import { PersonEntity } from '../person/person.entity.js';
import { CalendarFeedEntity } from './calendar-feed.entity.js';
import { CalendarFeedKind } from './calendar-feed.enums.js';
import type { CreateCalendarFeedInput, RevokeCalendarFeedInput } from './calendar-feed.input.js';
import { belongsToCircle } from './circle-belonging.query.js';

/** More than anybody has calendar programs. */
const mostFeeds = 20;

/** Addresses by which calendar programs read as somebody, without signing in. */
export class CalendarFeedService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock' | 'publicUrl'>) {}

  /** The token in the address exists nowhere else: the database has its hash. */
  create(viewer: Viewer, { idempotencyKey: key, ...input }: CreateCalendarFeedInput): Promise<MadeFeed> {
    const personId = viewer.personId!;
    const { kind, circleId = null } = input;
    const call = { personId, key, mutation: 'createCalendarFeed', input, now: this.on.clock.now() };
    return inTransaction(this.on.db, async (tx) => {
      await this.refuseCircle(tx, viewer, { kind, circleId });
      let address: string | null = null;
      const calendarFeed = await idempotent(tx, call, async () => {
        await refuseMore(tx, personId);
        const token = newSecretToken();
        const id = newId('calendarfeed');
        await tx.insert(CalendarFeedEntity, { id, personId, kind, circleId, tokenHash: hashOfToken(token) });
        address = this.addressOf(token);
        return id;
      });
      return { calendarFeed, address };
    });
  }

  revoke(viewer: Viewer, { id }: RevokeCalendarFeedInput): Promise<string> {
    return inTransaction(this.on.db, async (tx) => {
      const { affected } = await tx.delete(CalendarFeedEntity, { id, personId: viewer.personId! });
      if (affected === 0) throw notFound('Calendar feed', ['id']);
      return id;
    });
  }

  private addressOf(token: string): string {
    return `${this.on.publicUrl}/calendar/feeds/${token}.ics`;
  }

  private async refuseCircle(tx: EntityManager, viewer: Viewer, { kind, circleId }: Wanted): Promise<void> {
    if (kind === CalendarFeedKind.MY_AGENDA) {
      if (circleId !== null) throw badInput('Your agenda is of no circle.', ['circleId']);
      return;
    }
    if (circleId === null) throw badInput('Say which circle.', ['circleId']);
    if (!(await tx.existsBy(KnowledgeCircleEntity, { id: circleId }))) throw notFound('Circle', ['circleId']);
    const asked = { circleId, now: this.on.clock.now() };
    if (!(await belongsToCircle((...query) => tx.query(...query), viewer, asked)))
      throw forbidden('Only who belongs to a circle follows its calendar.');
  }
}

export interface MadeFeed {
  /** Its id. */
  readonly calendarFeed: string;
  /** Null when the same call made it before. */
  readonly address: string | null;
}

interface Wanted {
  readonly kind: CalendarFeedKind;
  readonly circleId: string | null;
}

/** The person's row is locked, so that several at once are counted one after the other. */
async function refuseMore(tx: EntityManager, personId: string): Promise<void> {
  await tx.findOne(PersonEntity, { where: { id: personId }, lock: { mode: 'for_no_key_update' } });
  if ((await tx.countBy(CalendarFeedEntity, { personId })) >= mostFeeds)
    throw invalidState(`You have ${mostFeeds} calendar feeds: revoke one first.`);
}
