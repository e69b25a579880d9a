import type { Asker } from '@lokaal/shared/callers';
import type { SliceDependencies } from './slice.js';

interface Question {
  /** For the log. */
  readonly operation: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** Asks this subgraph's graph: what it hides from somebody is not answered either. Throws the first error. */
export async function askAs<Answer>(
  on: Pick<SliceDependencies, 'ask'>,
  { viewer, requestId, clientAddress, signal }: Asker,
  question: Question,
): Promise<Answer> {
  const { data, errors } = await on.ask({ ...question, viewer, requestId, clientAddress, signal });
  if (errors) throw errors[0]!;
  return data as Answer;
}
