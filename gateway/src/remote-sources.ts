import { buildASTSchema, type DocumentNode } from 'graphql';
import { AnswerShapes } from './answer-shape.js';
import { RemoteSource, type RemoteSourceOptions } from './remote-source.js';
import { graphsOf } from './supergraph.js';

export interface RemoteSourcesOptions extends Pick<RemoteSourceOptions, 'sign'> {
  /** Addresses by name of subgraph, instead of those in the supergraph. */
  readonly urls?: Readonly<Record<string, string>>;
}

/** A source over HTTP for each subgraph of a supergraph. Throws when one has no address. */
export function createRemoteSources(
  supergraph: DocumentNode,
  { sign, urls = {} }: RemoteSourcesOptions = {},
): RemoteSource[] {
  const shapes = new AnswerShapes(buildASTSchema(supergraph, { assumeValid: true, assumeValidSDL: true }));
  return graphsOf(supergraph).map(({ name, url: written }) => {
    const url = urls[name] ?? written;
    if (!URL.canParse(url)) throw new Error(`The subgraph "${name}" has no address that can be called: "${url}".`);
    return new RemoteSource({ name, url, shapes, sign });
  });
}
