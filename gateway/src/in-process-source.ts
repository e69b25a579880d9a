import type { ExecutionResult } from 'graphql';
import type { Subgraph, SubgraphRequest } from '@lokaal/shared/graphql';
import type { Source } from './source.js';

/**
 * A subgraph of this process. Its answer is handed on as it is, without a copy: the gateway merges into it,
 * so a subgraph must not keep what it answered.
 */
export class InProcessSource implements Source {
  readonly name: string;

  constructor(private readonly subgraph: Subgraph) {
    this.name = subgraph.name;
  }

  fetch(request: SubgraphRequest): Promise<ExecutionResult> {
    return this.subgraph.execute(request);
  }

  ready(): Promise<boolean> {
    return this.subgraph.ready();
  }

  close(): Promise<void> {
    return this.subgraph.close();
  }
}
