import type { ExecutionResult } from 'graphql';
import type { SubgraphRequest } from '@lokaal/shared/graphql';

/** Where the gateway gets the answers of one subgraph: an object in this process or a service elsewhere. */
export interface Source {
  /** The subgraph's name in the supergraph. */
  readonly name: string;
  /** Throws when there is no usable answer, whatever the reason; errors of fields are part of an answer. */
  fetch(request: SubgraphRequest): Promise<ExecutionResult>;
  ready(): Promise<boolean>;
  close(): Promise<void>;
}
