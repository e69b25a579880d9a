import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { DomainError } from '@lokaal/shared/errors';
import { prefixOf } from '@lokaal/shared/ids';
import type { SliceDependencies } from '../../slice.js';
import type { Language } from '../person/language.js';
import { obstacleTo, type Obstacle, type PlaceState } from './linked-place.policy.js';
import type { Addressed, LinkedPage, RegistrationLinks } from './registration-links.js';

/** What can be done with the link of a mail. */
export type LinkedAct = 'acceptOffer' | 'declineOffer' | 'cancel';

/** A place that somebody has or waits for: what its page tells, and what its changes ask. */
export interface LinkedPlace extends Addressed, PlaceState {
  readonly version: number;
  readonly personId: string;
  readonly language: Language;
  /** Of the event or the session. */
  readonly title: string;
}

interface Seen {
  readonly id: string;
  readonly expectedVersion: number;
}

/** How links get at one kind of place. */
export interface LinkedKind {
  /** SQL that finds a `LinkedPlace` by its id, $1, while its person is there. */
  readonly statement: string;
  readonly changes: Readonly<Record<LinkedAct, (viewer: Viewer, seen: Seen) => Promise<unknown>>>;
}

/** Places at events and in sessions, as who has the link of a mail gets at them: that person's own rights, for this one alone. */
export class LinkedPlaces {
  constructor(
    private readonly on: Pick<SliceDependencies, 'db' | 'clock'>,
    private readonly links: RegistrationLinks,
    private readonly kinds: Readonly<Record<'registration' | 'signup', LinkedKind>>,
  ) {}

  /** Undefined when the link is none of ours, the person is gone, or reads mail at another address by now. */
  async find(token: string): Promise<LinkedPlace | undefined> {
    const [id = '', seal = ''] = token.split('.');
    const kind = this.kindOf(id);
    const [place] = kind ? await this.on.db.query<LinkedPlace[]>(kind.statement, [id]) : [];
    return place && this.links.isSealed(seal, place) ? place : undefined;
  }

  /** Why a page has nothing to ask; undefined while it has. */
  obstacleTo(page: LinkedPage, place: LinkedPlace): Obstacle | undefined {
    return obstacleTo(page, place, this.on.clock.now());
  }

  /** Whether it was done: the state may have changed meanwhile, and the person may be in another session then. */
  async act(act: LinkedAct, { id, version, personId }: LinkedPlace): Promise<boolean> {
    try {
      await this.kindOf(id)!.changes[act]({ ...anonymous, personId }, { id, expectedVersion: version });
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  }

  private kindOf(id: string): LinkedKind | undefined {
    const prefix = prefixOf(id);
    return prefix === 'registration' || prefix === 'signup' ? this.kinds[prefix] : undefined;
  }
}
