import type { Viewer } from '@lokaal/shared/auth';
import type { SliceDependencies } from './slice.js';

/** On whose behalf it is asked, and by which request. */
export interface Asker {
  readonly viewer: Viewer;
  readonly requestId: string;
}

interface Question {
  /** For the log. */
  readonly operation: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** Asks this subgraph's graph: what it hides from somebody is not answered either. Throws the first error. */
export async function askAs<Answer>(
  on: Pick<SliceDependencies, 'ask'>,
  { viewer, requestId }: Asker,
  question: Question,
): Promise<Answer> {
  const { data, errors } = await on.ask({ ...question, viewer, requestId });
  if (errors) throw errors[0]!;
  return data as Answer;
}
