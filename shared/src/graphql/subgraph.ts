import type { ExecutionResult } from 'graphql';
import type { Asker } from '../callers/index.js';
import type { AnswerDocument } from '../documents/index.js';

export type SubgraphName = 'community' | 'catalogue' | 'infosec';

/** One operation for a subgraph, as the gateway sends it. */
export interface SubgraphRequest extends Asker {
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: Record<string, unknown>;
  /** Name or hash of the client's operation, for the audit records. */
  readonly operation?: string;
}

/** A running subgraph: the front door that the gateway knocks on, in process or behind HTTP. */
export interface Subgraph {
  readonly name: SubgraphName;
  /** Its schema as composition wants it: Federation 2 SDL with directives. */
  readonly sdl: string;
  execute(request: SubgraphRequest): Promise<ExecutionResult>;
  /** Answers plain HTTP requests beside the graph, such as for calendars and files; absent where there are none. */
  readonly document?: AnswerDocument;
  /** True when its database answers. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

/** Where a subgraph's database is: the owner migrates and seeds, the server role only serves. */
export interface DatabaseUrls {
  readonly owner: string;
  readonly server: string;
}

/** Rows per table. */
export type RowCounts = Record<string, number>;

/** Demonstration data to load. */
export interface DemoPlan {
  /** 1 is the association's real size. */
  readonly scale: number;
  /** The last day that the invented world knows, 'YYYY-MM-DD': the one before it is loaded, so that nothing in it lies in the future. */
  readonly lastDay: string;
}

/** What each subgraph's package exports under its own name: everything a process needs to run it. */
export interface SubgraphModule<Dependencies> {
  readonly name: SubgraphName;
  /** The schema for composition, without a database at hand. */
  sdl(): string;
  /** Brings the schema up to date, under an advisory lock; safe to repeat and to run at once from several processes. */
  migrate(urls: DatabaseUrls): Promise<void>;
  /** Loads reference data, idempotently; refuses malformed files with file, line and reason. */
  seedReference(urls: DatabaseUrls): Promise<RowCounts>;
  /** Loads the demonstration data once; does nothing when it is there. */
  seedDemo(urls: DatabaseUrls, plan: DemoPlan): Promise<RowCounts>;
  create(dependencies: Dependencies): Promise<Subgraph>;
}
