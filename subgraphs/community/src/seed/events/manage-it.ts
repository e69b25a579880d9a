import { type DemoEvent, type DemoSession, diet, venues } from './demo-event.js';

/** Tuesdays in autumn; the Wednesday after it is the international one. The last edition is still to come. */
const editions: readonly [year: number, day: string, wednesday: string][] = [
  [2023, '2023-10-17', '2023-10-18'],
  [2024, '2024-10-15', '2024-10-16'],
  [2025, '2025-10-14', '2025-10-15'],
  [2026, '2026-12-08', '2026-12-09'],
];

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

export const manageIt = (): DemoEvent[] =>
  editions.map(([year, day, wednesday], index) => ({
    series: 'MANAGE_IT',
    edition: year,
    slug: `manageit-${year}`,
    title: `ManageIT ${year}`,
    summary:
      'Het congres voor wie ICT leidt in een lokaal bestuur: overdag inhoud, ’s avonds elkaar, woensdag over de grens.',
    mode: 'ON_SITE',
    from: `${day}T08:30`,
    to: `${wednesday}T16:30`,
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
