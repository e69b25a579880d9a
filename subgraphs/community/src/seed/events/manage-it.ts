import { addDays, weekdayFrom } from '@lokaal/shared/demo';
import { yearsFrom } from './calendar.js';
import { type DemoEvent, type DemoSession, diet, venues } from './demo-event.js';

/** The third Tuesday of October; the Wednesday after it is the international one. */
const tuesdayOf = (year: number): string => weekdayFrom(`${year}-10-15`, 'TUESDAY');

const talks: readonly (readonly [title: string, themes: readonly string[]])[] = [
  ['Van ICT-dienst naar digitale regie', ['strategie-en-leiderschap']],
  ['Wie betaalt de cloud? Begroten zonder verrassingen', ['cloud-en-soevereiniteit']],
  ['Samen aankopen, samen beheren', ['aankoop-en-overheidsopdrachten']],
  ['Het bestuur aan tafel: NIS2 is geen ICT-dossier', ['nis2']],
  ['Veranderen zonder brokken', ['project-en-verandermanagement']],
  ['Artificiële intelligentie: eerst de spelregels', ['artificiele-intelligentie']],
];

/** Two hundred by day, two hundred in the evening and fifty on the international Wednesday. */
const parts: readonly DemoSession[] = [
  {
    title: 'Dagprogramma',
    track: 'Dag en avond',
    from: '09:30',
    to: '17:00',
    room: 'Grote zaal',
    capacity: 200,
    signup: true,
  },
  {
    title: 'Avondprogramma met diner',
    track: 'Dag en avond',
    from: '18:00',
    to: '22:30',
    room: 'Grote zaal',
    capacity: 200,
    signup: true,
    speakers: 0,
  },
  {
    title: 'Internationale woensdag',
    track: 'Internationaal',
    day: 2,
    from: '09:30',
    to: '16:00',
    room: 'Kleine zaal',
    capacity: 50,
    signup: true,
    speakers: 3,
  },
  {
    title: 'Ontbijt met partners',
    track: 'Partners',
    from: '08:30',
    to: '09:15',
    room: 'Bibliotheek',
    capacity: 20,
    speakers: 0,
  },
];

/** Each edition has one talk more than the one before. */
const talksOf = (count: number): DemoSession[] =>
  talks.slice(0, count).map(([title, themes], index) => {
    const hour = 10 + index + (index > 1 ? 1 : 0);
    const times = { from: `${hour}:00`, to: `${hour}:45` };
    return { title, themes, track: 'Leiderschap', room: 'Auditorium', ...times };
  });

export const manageIt = (lastDay: string): DemoEvent[] =>
  yearsFrom(2023, lastDay).map((year, index) => ({
    series: 'MANAGE_IT',
    edition: year,
    slug: `manageit-${year}`,
    title: `ManageIT ${year}`,
    summary:
      'Het congres voor wie ICT leidt in een lokaal bestuur: overdag inhoud, ’s avonds elkaar, woensdag over de grens.',
    mode: 'ON_SITE',
    from: `${tuesdayOf(year)}T08:30`,
    to: `${addDays(tuesdayOf(year), 1)}T16:30`,
    venue: index % 2 === 0 ? venues.wolkammerij : venues.kaaihallen,
    onSite: 400,
    themes: ['strategie-en-leiderschap', 'project-en-verandermanagement'],
    prices: { NON_MEMBER: 39_500, EFFECTIVE: 19_500, ACCEDED: 27_500, COMPANY: 45_000 },
    questions: [diet, { label: 'Blijft u overnachten?', kind: 'BOOLEAN' }],
    tracks: [
      { name: 'Dag en avond', kind: 'POLICY' },
      { name: 'Leiderschap', kind: 'POLICY' },
      { name: 'Internationaal', kind: 'POLICY' },
      { name: 'Partners', kind: 'PRIVATE' },
    ],
    rooms: [
      ['Grote zaal', 250],
      ['Auditorium', 120],
      ['Kleine zaal', 60],
      ['Bibliotheek', 24],
    ],
    sessions: [...parts, ...talksOf(index + 3)],
    certificateHours: 6,
    minimumSessions: 1,
  }));
