import { type ReadModel, type Row, sql, stubModel } from '@lokaal/shared/read';
import type { SessionEntity } from '../features/event-session/session.entity.js';
import { sessionReads } from '../features/event-session/session.reads.js';

interface Key {
  readonly id: string;
}

/** The catalogue knows whether there is such a solution; in which sessions it is spoken of is known here. */
export const solutionReads: ReadModel<Key> = stubModel<Key>(
  'Solution',
  { id: 'text' },
  {
    many: {
      // the operator, and not any(), is what the index on the list serves
      sessions: () =>
        sessionReads.where<Key>(({ solutionIds }: Row<SessionEntity>, { id }) => sql`${solutionIds} @> array[${id}]`),
    },
  },
);
