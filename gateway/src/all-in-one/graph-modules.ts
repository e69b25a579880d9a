import { catalogue } from '@lokaal/catalogue';
import { community, type CommunityDependencies, type CommunitySubgraph } from '@lokaal/community';
import { infosec } from '@lokaal/infosec';
import type {
  DatabaseUrls,
  DemoPlan,
  RowCounts,
  Subgraph,
  SubgraphDependencies,
  SubgraphName,
} from '@lokaal/shared/graphql';
import type { Logger } from '@lokaal/shared/logging';
import type { AllDatabases } from '../embedded/databases.js';
import { countMainRows } from './main-counts.js';

/** What all three need to be made ready, whatever each needs to run. */
type Preparable = Pick<typeof catalogue, 'migrate' | 'seedReference' | 'seedDemo'>;

const modules: Record<SubgraphName, Preparable> = { community, catalogue, infosec };
const names = ['community', 'catalogue', 'infosec'] as const satisfies readonly SubgraphName[];

export interface DataPlan {
  /** The demonstration data, where they are wanted. */
  readonly demo: DemoPlan | undefined;
}

async function bringUpToDate(name: SubgraphName, urls: DatabaseUrls): Promise<void> {
  await modules[name].migrate(urls);
  await modules[name].seedReference(urls);
}

async function fill(name: SubgraphName, urls: DatabaseUrls, { demo }: DataPlan): Promise<[SubgraphName, RowCounts]> {
  if (demo) await modules[name].seedDemo(urls, demo);
  return [name, await countMainRows(urls.owner)];
}

/**
 * Brings the three databases up to date, at once: they do not know of each other. Each step locks out other processes that
 * do the same. In two rounds, since each of the many small statements of the first would wait for what the second calculates.
 * Answers how much there is in each.
 */
export async function prepareDatabases(urls: AllDatabases, plan: DataPlan): Promise<Record<string, RowCounts>> {
  await Promise.all(names.map((name) => bringUpToDate(name, urls[name])));
  return Object.fromEntries(await Promise.all(names.map((name) => fill(name, urls[name], plan))));
}

export interface SubgraphPlan extends Omit<CommunityDependencies, keyof SubgraphDependencies> {
  readonly urls: AllDatabases;
  /** The logger of a part of the process, which says so in every line. */
  readonly log: (service: string) => Logger;
}

export interface RunningSubgraphs {
  readonly community: CommunitySubgraph;
  readonly all: readonly Subgraph[];
}

/** Opens the subgraphs' connections. When one fails, the others are closed again. */
export async function createSubgraphs({ urls, log, ...identity }: SubgraphPlan): Promise<RunningSubgraphs> {
  const dependencies = (name: SubgraphName): SubgraphDependencies => ({
    databaseUrl: urls[name].server,
    logger: log(name),
  });
  const opening = [
    community.create({ ...dependencies('community'), ...identity }),
    catalogue.create(dependencies('catalogue')),
    infosec.create(dependencies('infosec')),
  ] as const;
  try {
    const [communitySubgraph, ...others] = await Promise.all(opening);
    return { community: communitySubgraph, all: [communitySubgraph, ...others] };
  } catch (error) {
    for (const outcome of await Promise.allSettled<Subgraph>(opening))
      if (outcome.status === 'fulfilled') await outcome.value.close();
    throw error;
  }
}
