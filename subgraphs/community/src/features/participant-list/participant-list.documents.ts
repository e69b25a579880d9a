import { type DocumentRoute, writeCsv } from '@lokaal/shared/documents';
import { visibleRow } from '@lokaal/shared/read';
import type { SliceDependencies } from '../../slice.js';
import { keptEvents } from '../event/event.reads.js';
import { ParticipantReader } from './participant-reader.js';
import { headingsOf, rowOf } from './participant-rows.js';

type On = Pick<SliceDependencies, 'ask' | 'clock' | 'rows'>;

/** Everybody who registered for an event, for who keeps it: a list for a spreadsheet. Absent for all others. */
export const participantListRoute = (on: On): DocumentRoute => ({
  method: 'GET',
  path: '/files/events/:slug/inschrijvingen.csv',
  answer: async (request, { slug = '' }) => {
    const { viewer } = request;
    const bySlug = { text: 'select id from event where slug = $1', values: [slug] };
    const [found] = await on.rows<{ id: string }>(request, bySlug);
    if (!found) return undefined;
    const kept = await on.rows(request, visibleRow(keptEvents, { id: found.id, viewer, now: on.clock.now() }));
    if (kept.length !== 1) return undefined;
    const { participants, ...asked } = await new ParticipantReader(on).of(request, slug);
    const body = writeCsv([headingsOf(asked.questions), ...participants.map((one) => rowOf(one, asked))]);
    return { status: 200, type: 'text/csv; charset=utf-8', body, fileName: `inschrijvingen-${slug}.csv` };
  },
});
