import { type ConstDirectiveNode, Kind, parse, print, type DirectiveNode, type DocumentNode } from 'graphql';

export interface SupergraphGraph {
  readonly name: string;
  readonly url: string;
}

export const parseSupergraph = (sdl: string): DocumentNode => parse(sdl, { noLocation: true });

/** The subgraphs of a supergraph, from its join__Graph enum. */
export function graphsOf(supergraph: DocumentNode): SupergraphGraph[] {
  const graphs = supergraph.definitions.find(
    (one) => one.kind === Kind.ENUM_TYPE_DEFINITION && one.name.value === 'join__Graph',
  );
  if (graphs?.kind !== Kind.ENUM_TYPE_DEFINITION)
    throw new Error('This is no Federation 2 supergraph: it has no enum join__Graph.');
  return (graphs.values ?? []).map((value) => {
    const graph = value.directives?.find((directive) => directive.name.value === 'join__graph');
    return { name: textArgument(graph, 'name') ?? value.name.value, url: textArgument(graph, 'url') ?? '' };
  });
}

const enforcedHere = /\/(?:authenticated|requiresScopes)\/v/u;

/**
 * Apollo Gateway refuses supergraphs whose access directives it cannot enforce. We enforce these two ourselves,
 * so the mark that they are for security is taken off; any other feature for security still stops the start.
 */
export function withoutSecurityMarks(supergraph: DocumentNode): string {
  const definitions = supergraph.definitions.map((one) =>
    one.kind === Kind.SCHEMA_DEFINITION || one.kind === Kind.SCHEMA_EXTENSION
      ? { ...one, directives: one.directives?.map(withoutSecurityMark) }
      : one,
  );
  return print({ ...supergraph, definitions });
}

function withoutSecurityMark(directive: ConstDirectiveNode): ConstDirectiveNode {
  if (directive.name.value !== 'link' || !enforcedHere.test(textArgument(directive, 'url') ?? '')) return directive;
  return { ...directive, arguments: directive.arguments?.filter((argument) => argument.name.value !== 'for') };
}

function textArgument(directive: DirectiveNode | undefined, name: string): string | undefined {
  const value = directive?.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}
