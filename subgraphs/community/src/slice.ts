import type { Clock, Mailbox } from '@lokaal/shared/config';
import type { DocumentRoute } from '@lokaal/shared/documents';
import type { Subgraph } from '@lokaal/shared/graphql';
import type { AnyReadModel, ReadRows } from '@lokaal/shared/read';
import type { DataSource, EntityManager } from 'typeorm';
import type { Job } from './jobs/job-runner.js';

/** What a feature's services may use. */
export interface SliceDependencies {
  /** Writes, in transactions. */
  readonly db: DataSource;
  /** For what no read model answers. */
  readonly rows: ReadRows;
  readonly clock: Clock;
  /** Where people reach the graph, for links, without a slash at the end: https://lokaaldigitaal.example. */
  readonly publicUrl: string;
  /** Who becomes the first member of staff, while nobody is staff. */
  readonly firstStaffEmail?: string | undefined;
  /** Who sends mails. */
  readonly mailFrom: Mailbox;
  /** A secret key for one purpose, the same in every process. */
  keyFor(purpose: string): Uint8Array;
  /** Asks this subgraph's graph as a viewer: what is answered beside it, by the same rules. Not before it is running. */
  readonly ask: Subgraph['execute'];
  /** Says that mail waits in the outbox: it leaves at once instead of within seconds. */
  mailWaits(): void;
}

/** A table that holds data about people: what an export shows of it, and what erasure does to it (GDPR art. 15 and 17). */
export interface PersonalData {
  readonly table: string;
  /** Condition that finds a person's rows, with the person's id as $1: `person_id = $1`. */
  readonly of: string;
  /** Columns that say something about the person, as an export shows them. */
  readonly shown: readonly string[];
  /**
   * The row goes, or it stays without the person: assignments such as `person_id = null`. 'cascade': PostgreSQL does either
   * of these when the person's own row goes (on delete cascade, on delete set null), and nobody else may.
   */
  readonly erasure: 'delete' | 'cascade' | { readonly set: string };
}

/** A feature as the community is put together from: what it stores, shows, answers and does by itself. */
export interface Slice {
  readonly entities: readonly (abstract new () => object)[];
  /** Read models of its types, the ones that `node(id)` finds. */
  readonly models: readonly AnyReadModel[];
  resolvers(dependencies: SliceDependencies): readonly object[];
  readonly personalData?: readonly PersonalData[];
  /** What must happen before a person's rows go, such as freeing a place for the next in line. Runs in the transaction of the erasure. */
  beforeErasure?(dependencies: SliceDependencies): (tx: EntityManager, personId: string) => Promise<void>;
  /** What happens without anybody asking, such as offers that expire. */
  jobs?(dependencies: SliceDependencies): readonly Job[];
  /** What is asked beside the graph, such as calendars. */
  documents?(dependencies: SliceDependencies): readonly DocumentRoute[];
}
