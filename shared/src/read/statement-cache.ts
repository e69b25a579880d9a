import {
  type FieldNode,
  getNamedType,
  type GraphQLResolveInfo,
  isEnumType,
  isInputObjectType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Statement } from './statement.js';

/** Variants kept of one field of one operation: shapes of viewers times structures of variables. */
const variantsKept = 100;

/** How a variable takes part in a statement's text: by its whole value, or only by being there. */
type Part = readonly [name: string, structural: boolean];

/**
 * Compiled statements by operation document: the documents are kept by the subgraph, one object per text, and what was
 * compiled for a document goes when it goes.
 */
export class StatementCache {
  private readonly statements = new WeakMap<FieldNode, LRUCache<string, Statement>>();
  private readonly parts = new WeakMap<OperationDefinitionNode, readonly Part[]>();

  get(info: GraphQLResolveInfo, variant: string, compile: () => Statement): Statement {
    const node = info.fieldNodes[0]!;
    const kept = this.statements.get(node) ?? new LRUCache<string, Statement>({ max: variantsKept });
    this.statements.set(node, kept);
    const key = `${variant} ${String(info.path.key)} ${this.structure(info)}`;
    const known = kept.get(key);
    if (known) return known;
    const statement = compile();
    kept.set(key, statement);
    return statement;
  }

  /** Filters, orders and directives shape the text, so their variables count whole; of the others only their absence does. */
  private structure({ operation, schema, variableValues }: GraphQLResolveInfo): string {
    let parts = this.parts.get(operation);
    if (!parts) {
      parts = (operation.variableDefinitions ?? []).map(({ variable, type }) => {
        const named = getNamedType(typeFromAST(schema, type as never));
        const structural = isInputObjectType(named) || isEnumType(named) || named?.name === 'Boolean';
        return [variable.name.value, structural] as const;
      });
      this.parts.set(operation, parts);
    }
    return parts
      .map(([name, structural]) => {
        const value = variableValues[name] ?? null;
        return structural ? JSON.stringify(value) : value === null ? '-' : '+';
      })
      .join();
  }
}
