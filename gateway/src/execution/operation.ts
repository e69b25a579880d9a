import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { plannable } from './conditional-introspection.js';
import { compilePlan, type Fetchers, type Run } from './plan.js';
import type { Planning } from './planning.js';
import { compileShape, type ShapeData } from './shape/shape.js';

export interface CompiledOperation {
  /** Size of the plan, and of the question ten times: of each character of it remains so much more. */
  readonly weight: number;
  fetch(run: Run): Promise<void>;
  readonly shape: ShapeData;
}

export function compileOperation(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  { planning, fetchers }: { planning: Planning; fetchers: Fetchers },
): CompiledOperation {
  const plan = planning.plan(plannable(document), operation.name?.value);
  return {
    weight: JSON.stringify(plan).length + 10 * (document.loc?.source.body.length ?? 0),
    fetch: compilePlan(plan, { supergraph: planning.supergraph, operation, fetchers }),
    shape: compileShape(document, operation, planning.schema),
  };
}
