import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { compilePlan, type Fetchers, type Run } from './plan.js';
import type { Planning } from './planning.js';
import { compileShape, type ShapeData } from './shape/shape.js';

export interface CompiledOperation {
  /** Size of the plan. */
  readonly weight: number;
  fetch(run: Run): Promise<void>;
  readonly shape: ShapeData;
}

export function compileOperation(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  { planning, fetchers }: { planning: Planning; fetchers: Fetchers },
): CompiledOperation {
  const plan = planning.plan(document, operation.name?.value);
  return {
    weight: JSON.stringify(plan).length,
    fetch: compilePlan(plan, { supergraph: planning.supergraph, operation, fetchers }),
    shape: compileShape(document, operation, planning.schema),
  };
}
