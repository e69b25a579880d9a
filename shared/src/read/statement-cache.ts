import {
  type ArgumentNode,
  type GraphQLResolveInfo,
  Kind,
  type OperationDefinitionNode,
  typeFromAST,
  visit,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Statement } from './statement.js';
import { shapeOfValue } from './value-shape.js';

/** Characters of SQL that are kept, about 2,000 statements of the usual size. */
const charactersKept = 20_000_000;

/**
 * Compiled statements by operation document: the documents are kept by the subgraph, one object per text. What differs
 * between two runs of an operation only by its values has one text.
 */
export class StatementCache {
  private readonly statements = new LRUCache<string, Statement>({
    maxSize: charactersKept,
    sizeCalculation: ({ text }) => text.length,
  });
  private readonly numbers = new WeakMap<object, number>();
  private last = 0;

  /** `variant` is what the statement depends on besides the operation and its variables. */
  get(info: GraphQLResolveInfo, variant: string, compile: () => Statement): Statement {
    const key = `${this.placeOf(info)} ${variant} ${structureOf(info)}`;
    const known = this.statements.get(key);
    if (known) return known;
    const statement = compile();
    this.statements.set(key, statement);
    return statement;
  }

  /** Statements that are kept at this moment. */
  get size(): number {
    return this.statements.size;
  }

  /** A fragment's nodes may be shared by operations, and by fields that also have nodes of their own. */
  private placeOf({ operation, fieldNodes, path }: GraphQLResolveInfo): string {
    const nodes = [operation, ...fieldNodes].map((node) => this.numberOf(node));
    return `${nodes.join('+')} ${String(path.key)}`;
  }

  private numberOf(node: object): number {
    const known = this.numbers.get(node);
    if (known !== undefined) return known;
    this.numbers.set(node, ++this.last);
    return this.last;
  }
}

interface Variable {
  readonly name: string;
  readonly type: ReturnType<typeof typeFromAST>;
  /** Whether it is the size of a page, which is part of the text. */
  readonly isSize: boolean;
}

const variablesOfOperations = new WeakMap<OperationDefinitionNode, readonly Variable[]>();

function structureOf(info: GraphQLResolveInfo): string {
  return variablesOf(info)
    .map(({ name, type, isSize }) => {
      const value = info.variableValues[name];
      return isSize ? String(value) : shapeOfValue(type, value);
    })
    .join();
}

function variablesOf(info: GraphQLResolveInfo): readonly Variable[] {
  const { operation, schema } = info;
  const known = variablesOfOperations.get(operation);
  if (known) return known;
  const sizes = pageSizes(info);
  const variables = (operation.variableDefinitions ?? []).map(({ variable: { name }, type }) => ({
    name: name.value,
    type: typeFromAST(schema, type as never),
    isSize: sizes.has(name.value),
  }));
  variablesOfOperations.set(operation, variables);
  return variables;
}

/** Variables that a connection takes as `first` or `last`. */
function pageSizes({ operation, fragments }: GraphQLResolveInfo): Set<string> {
  const sizes = new Set<string>();
  const Argument = ({ name, value }: ArgumentNode): void => {
    if (value.kind === Kind.VARIABLE && (name.value === 'first' || name.value === 'last')) sizes.add(value.name.value);
  };
  for (const node of [operation, ...Object.values(fragments)]) visit(node, { Argument });
  return sizes;
}
