import { type DemoEvent, type DemoSession, diet, venues } from './demo-event.js';

interface Topic {
  readonly name: string;
  readonly slug: string;
  readonly themes: readonly string[];
  readonly talks: readonly string[];
}

/** The seven of 2024, which come back each year. */
const topics: readonly Topic[] = [
  {
    name: 'NIS2',
    slug: 'nis2',
    themes: ['nis2'],
    talks: ['Valt mijn bestuur eronder?', 'Registreren en melden', 'Van CyFun-meting naar actieplan'],
  },
  {
    name: 'LB365',
    slug: 'lb365',
    themes: ['interoperabiliteit'],
    talks: ['Architectuur van een lokaal bestuur', 'Ecosystemen aan elkaar', 'De bus: berichten die aankomen'],
  },
  {
    name: 'SharePoint en documentbeheer',
    slug: 'sharepoint-en-documentbeheer',
    themes: ['documentbeheer-en-archief'],
    talks: [
      'Structuur voor iedereen begint',
      'Bewaartermijnen die zichzelf toepassen',
      'Migreren van de netwerkschijf',
    ],
  },
  {
    name: 'Artificiële intelligentie',
    slug: 'artificiele-intelligentie',
    themes: ['artificiele-intelligentie'],
    talks: ['Wat mag, wat moet, wat loont', 'Een chatbot aan het loket', 'Samenvatten zonder verzinnen'],
  },
  {
    name: 'De drie tools',
    slug: 'de-drie-tools',
    themes: ['informatieveiligheid', 'aankoop-en-overheidsopdrachten'],
    talks: ['De oplossingscatalogus', 'De informatieveiligheidstool', 'De benchmark'],
  },
  {
    name: 'WPAAS',
    slug: 'wpaas',
    themes: ['digitale-werkplek'],
    talks: ['De werkplek als dienst', 'Toestellen van aankoop tot afvoer', 'Wat kost een werkplek?'],
  },
  {
    name: 'Project- en verandermanagement',
    slug: 'project-en-verandermanagement',
    themes: ['project-en-verandermanagement'],
    talks: ['Een project dat stopt mag', 'Draagvlak bij wie het werk doet', 'Portfolio op één blad'],
  },
];

/** Seven days a year, on Tuesdays. */
const calendar: readonly (readonly string[])[] = [
  ['2024-02-06', '2024-03-12', '2024-04-23', '2024-05-28', '2024-09-10', '2024-11-05', '2024-12-03'],
  ['2025-02-04', '2025-03-11', '2025-04-08', '2025-05-27', '2025-09-09', '2025-11-04', '2025-12-02'],
  ['2026-02-03', '2026-03-10', '2026-04-14', '2026-05-26', '2026-09-08', '2026-12-01', '2026-12-15'],
  ['2027-02-02', '2027-03-09', '2027-04-13', '2027-05-11', '2027-05-25', '2027-06-08', '2027-06-15'],
];
const places = [venues.wolkammerij, venues.stokerij, venues.mijnzaal, venues.drukhuis];

const sessionsOf = ({ talks, themes }: Topic): DemoSession[] =>
  talks.map((title, index) => {
    const hour = [10, 11, 14][index]!;
    const times = { from: `${hour}:00`, to: `${hour}:45` };
    return { title, themes, track: 'Programma', room: 'Zaal', ...times };
  });

function knowledgeDay(topic: Topic, day: string, edition: number): DemoEvent {
  const year = day.slice(0, 4);
  return {
    series: 'KNOWLEDGE_DAY',
    edition,
    slug: `kennisdag-${topic.slug}-${year}`,
    title: `Kennisdag ${topic.name} ${year}`,
    summary: `Eén dag over ${topic.name}: wie het doet vertelt, wie begint stelt vragen.`,
    mode: 'ON_SITE',
    from: `${day}T09:30`,
    to: `${day}T16:00`,
    venue: places[edition % places.length]!,
    onSite: 80,
    themes: topic.themes,
    prices: { NON_MEMBER: 24_500, EFFECTIVE: 9_500, ACCEDED: 14_500, COMPANY: 29_500 },
    questions: [diet],
    tracks: [{ name: 'Programma', kind: 'POLICY' }],
    rooms: [['Zaal', 90]],
    sessions: sessionsOf(topic),
    certificateHours: 4.5,
    // the last ones of the calendar are not announced yet
    ...(day > '2027-06-01' && { status: 'DRAFT' as const }),
  };
}

export const knowledgeDays = (): DemoEvent[] =>
  calendar.flatMap((days, year) =>
    days.map((day, index) => knowledgeDay(topics[index]!, day, year * topics.length + index + 1)),
  );
