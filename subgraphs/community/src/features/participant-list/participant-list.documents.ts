import { type DocumentRoute, writeCsv } from '@lokaal/shared/documents';
import { visibleRow } from '@lokaal/shared/read';
import type { SliceDependencies } from '../../slice.js';
import { keptEvents } from '../event/event.reads.js';
import { ParticipantReader } from './participant-reader.js';
import { headingsOf, rowOf } from './participant-rows.js';

type On = Pick<SliceDependencies, 'ask' | 'clock' | 'pool'>;

/** Everybody who registered for an event, for who keeps it: a list for a spreadsheet. Absent for all others. */
export const participantListRoute = (on: On): DocumentRoute => ({
  method: 'GET',
  path: '/files/events/:slug/inschrijvingen.csv',
  answer: async (request, { slug = '' }) => {
    const { viewer } = request;
    const found = await on.pool.query<{ id: string }>('select id from event where slug = $1', [slug]);
    const id = found.rows[0]?.id;
    if (id === undefined) return undefined;
    const kept = await on.pool.query(visibleRow(keptEvents, { id, viewer, now: on.clock.now() }));
    if (kept.rowCount !== 1) return undefined;
    const { participants, ...asked } = await new ParticipantReader(on).of(request, slug);
    const body = writeCsv([headingsOf(asked.questions), ...participants.map((one) => rowOf(one, asked))]);
    return { status: 200, type: 'text/csv; charset=utf-8', body, fileName: `inschrijvingen-${slug}.csv` };
  },
});
