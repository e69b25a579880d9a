import { type FieldNode, type GraphQLField, getArgumentValues } from 'graphql';
import type { Viewer } from '../auth/index.js';

export interface RunFacts {
  readonly viewer: Viewer;
  readonly now: Date;
  readonly variables: Record<string, unknown>;
  /** Values of a lookup by unique columns, or the representations of a reference. */
  readonly lookup?: Record<string, unknown>;
}

/** Where a statement's parameters come from: everything that may differ between two runs of one compiled statement. */
export class Run {
  private readonly argumentsOfNodes = new Map<FieldNode, Record<string, unknown>>();

  readonly viewer: Viewer;
  readonly now: Date;
  readonly lookup: Record<string, unknown>;
  private readonly variables: Record<string, unknown>;

  constructor({ viewer, now, variables, lookup = {} }: RunFacts) {
    this.viewer = viewer;
    this.now = now;
    this.variables = variables;
    this.lookup = lookup;
  }

  /** Argument values of a selected field, coerced, computed once per run. */
  argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode): Record<string, unknown> {
    const known = this.argumentsOfNodes.get(node);
    if (known) return known;
    const values = getArgumentValues(field, node, this.variables);
    this.argumentsOfNodes.set(node, values);
    return values;
  }
}
