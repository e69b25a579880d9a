import type { Viewer } from '@lokaal/shared/auth';
import { type Clock, dayOf } from '@lokaal/shared/config';
import { idempotent, inTransaction, lockVersion } from '@lokaal/shared/database';
import { badInput, forbidden, invalidState } from '@lokaal/shared/errors';
import { type IdPrefix, newId } from '@lokaal/shared/ids';
import type { DataSource, EntityManager, EntityTarget } from 'typeorm';
import { requireThemes } from '../theme/known-themes.js';
import { writeAuthors, type AuthorOf } from './write-authors.js';
import type { EditorialEntity } from './editorial.entity.js';
import { EditorialStatus } from './editorial.enums.js';
import type { CreateEditorialInput, SeenEditorialInput, UpdateEditorialInput } from './editorial.input.js';
import { isPublished, mayWrite } from './editorial.policy.js';

/** What tells one kind of item from another. */
export interface EditorialKind<E extends EditorialEntity> {
  readonly entity: EntityTarget<E>;
  readonly prefix: IdPrefix;
  /** Column of an author that points to it. */
  readonly authorOf: AuthorOf;
  /** What follows from what was sent. Refuses what it points to and is not there. */
  completed?(tx: EntityManager, item: Partial<E>): Promise<Partial<E>>;
  /** What the item lacks before others may read it, as a field of its input. */
  missing(item: E): string | undefined;
}

interface Withdrawal extends SeenEditorialInput {
  readonly reason: string;
}

/** The life of what staff write: DRAFT -> PUBLISHED -> WITHDRAWN, and back; a draft may go. Every method answers with the item's id. */
export class EditorialService<E extends EditorialEntity> {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly kind: EditorialKind<E>,
  ) {}

  create(viewer: Viewer, input: CreateEditorialInput): Promise<string> {
    if (!mayWrite(viewer)) throw staffOnly();
    const { idempotencyKey: key, authors, themes, publishedOn, ...fields } = input;
    const now = this.clock.now();
    return inTransaction(this.db, async (tx) => {
      await requireThemes(tx, themes);
      const mutation = `create ${this.kind.prefix}`;
      return idempotent(tx, { personId: viewer.personId!, key, mutation, input, now }, async () => {
        const id = newId(this.kind.prefix);
        const item = {
          ...fields,
          id,
          themeSlugs: themes,
          publishedOn: publishedOn ?? dayOf(now),
          status: EditorialStatus.DRAFT,
        };
        const more = await this.kind.completed?.(tx, item as unknown as Partial<E>);
        await tx.insert(this.kind.entity, { ...item, ...more } as never);
        await writeAuthors(tx, { viewer, now }, { of: this.kind.authorOf, id, authors });
        return id;
      });
    });
  }

  update(viewer: Viewer, { id, expectedVersion, authors, themes, ...changes }: UpdateEditorialInput): Promise<string> {
    return this.change(viewer, { id, expectedVersion }, async (tx, item) => {
      await requireThemes(tx, themes);
      Object.assign(item, changes, themes && { themeSlugs: themes });
      Object.assign(item, await this.kind.completed?.(tx, item));
      if (isPublished(item)) this.refuseIncomplete(item);
      if (authors) await writeAuthors(tx, { viewer, now: this.clock.now() }, { of: this.kind.authorOf, id, authors });
    });
  }

  publish(viewer: Viewer, seen: SeenEditorialInput): Promise<string> {
    return this.change(viewer, seen, (_tx, item) => {
      if (isPublished(item)) throw invalidState('It is published already.');
      this.refuseIncomplete(item);
      Object.assign(item, { status: EditorialStatus.PUBLISHED, withdrawalReason: null });
    });
  }

  withdraw(viewer: Viewer, { reason, ...seen }: Withdrawal): Promise<string> {
    return this.change(viewer, seen, (_tx, item) => {
      if (!isPublished(item)) throw invalidState('Only what is published can be withdrawn.');
      Object.assign(item, { status: EditorialStatus.WITHDRAWN, withdrawalReason: reason });
    });
  }

  /** Only a draft: what was published is withdrawn, and stays. */
  delete(viewer: Viewer, seen: SeenEditorialInput): Promise<string> {
    return this.lock(viewer, seen, async (tx, { id, status }) => {
      if (status !== EditorialStatus.DRAFT) throw invalidState(`What is ${status} stays: withdraw it instead.`);
      await tx.delete(this.kind.entity, id);
    });
  }

  private change(viewer: Viewer, seen: SeenEditorialInput, apply: Apply<E>): Promise<string> {
    return this.lock(viewer, seen, async (tx, item) => {
      await apply(tx, item);
      // one more, also when nothing but the authors changed
      await tx.save(Object.assign(item, { updatedAt: this.clock.now() }));
    });
  }

  /** Who is not of staff learns nothing of what there is: the refusal comes before anything is looked up. */
  private lock(viewer: Viewer, { id, expectedVersion }: SeenEditorialInput, work: Apply<E>): Promise<string> {
    if (!mayWrite(viewer)) throw staffOnly();
    return inTransaction(this.db, async (tx) => {
      await work(tx, await lockVersion(tx, this.kind.entity, id, expectedVersion));
      return id;
    });
  }

  private refuseIncomplete(item: E): void {
    const missing = this.kind.missing(item);
    if (missing) throw badInput(`Fill in ${missing} first: what is published needs it.`, [missing]);
  }
}

/** What resolvers call, of whatever kind. */
export type EditorialWrites = Pick<
  EditorialService<EditorialEntity>,
  'create' | 'update' | 'publish' | 'withdraw' | 'delete'
>;

type Apply<E> = (tx: EntityManager, item: E) => Promise<void> | void;

const staffOnly = () => forbidden('Only staff of the association may write, publish and withdraw.');
