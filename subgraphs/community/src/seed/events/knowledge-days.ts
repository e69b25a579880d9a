import { weekdayFrom } from '@lokaal/shared/demo';
import { yearsFrom } from './calendar.js';
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

/** Seven days a year: the first Tuesday from each of these. */
const calendar = ['02-02', '03-09', '04-21', '05-23', '09-08', '11-03', '12-01'] as const;
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
    summary: `Thema van de dag: ${topic.name}. Wie het doet vertelt, wie begint stelt vragen.`,
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
  };
}

export const knowledgeDays = (lastDay: string): DemoEvent[] =>
  yearsFrom(2024, lastDay).flatMap((year, before) =>
    topics.map((topic, index) => {
      const day = weekdayFrom(`${year}-${calendar[index]}`, 'TUESDAY');
      return knowledgeDay(topic, day, before * topics.length + index + 1);
    }),
  );
