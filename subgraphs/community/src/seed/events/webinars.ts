import { addDays, weekdayFrom } from '@lokaal/shared/demo';
import type { DemoEvent } from './demo-event.js';
import { isPublicHoliday } from './holidays.js';

const subjects: readonly (readonly [theme: string, titles: readonly string[]])[] = [
  [
    'informatieveiligheid',
    [
      'Vijf maatregelen die morgen kunnen',
      'Clean desk in een open kantoor',
      'Veilig op reis met werktoestellen',
      'Het veiligheidsplan op één pagina',
    ],
  ],
  [
    'nis2',
    [
      'NIS2 in een half uur',
      'Melden binnen 24 uur: een oefening',
      'Toeleveringsketen: wat vraag je een leverancier?',
      'Vragen aan het CCB: antwoorden voor lokale besturen',
    ],
  ],
  [
    'cyberfundamentals',
    [
      'CyFun Basic invullen, stap voor stap',
      'Bewijsstukken verzamelen voor CyFun Important',
      'Kernmaatregelen: geen enkele onder de drempel',
      'Wat verandert in CyFun 2025?',
    ],
  ],
  [
    'gegevensbescherming',
    [
      'De DPIA zonder tranen',
      'Verwerkersovereenkomst: rode vlaggen',
      'Inzage gevraagd: de termijn loopt',
      'Camera’s en de GBA',
    ],
  ],
  [
    'artificiele-intelligentie',
    [
      'Prompts voor ambtenaren',
      'De AI-verordening voor beginners',
      'Notulen met AI: wat bewaar je?',
      'Algoritmeregister: drie besturen vertellen',
    ],
  ],
  [
    'data-en-standaarden',
    [
      'OSLO voor wie geen informaticus is',
      'Adressen en gebouwen: het register in de praktijk',
      'Lokale besluiten als linked open data',
      'Datakwaliteit meten',
    ],
  ],
  [
    'digitale-dienstverlening',
    [
      'Het e-loket doorgelicht',
      'Eén afsprakensysteem voor alle diensten',
      'Burgerprofiel koppelen',
      'Klare taal in formulieren',
    ],
  ],
  [
    'digitale-werkplek',
    ['Teams opruimen', 'Toestelbeheer met weinig mensen', 'Telefonie na de centrale', 'Werkplek voor thuiszorg'],
  ],
  [
    'documentbeheer-en-archief',
    [
      'Van gedeelde schijf naar dossier',
      'Digitaal archief: selectielijsten',
      'Handtekenen op afstand',
      'E-mail archiveren',
    ],
  ],
  [
    'aankoop-en-overheidsopdrachten',
    [
      'Raamcontracten voor software',
      'Exitclausules die werken',
      'Open source aankopen',
      'Marktconsultatie zonder risico',
    ],
  ],
  [
    'geo-informatie',
    ['GIPOD in één kaart', 'Drones boven de werf', 'Een 3D-model van het centrum', 'GIS zonder expert'],
  ],
  [
    'digitale-inclusie',
    [
      'Digibanken: wat werkt?',
      'Toegankelijkheid testen in tien minuten',
      'Hulp op afstand aan burgers',
      'Itsme, eID en wie niets heeft',
    ],
  ],
  ['continuiteit-en-herstel', ['Noodplan voor een week zonder ICT', 'Herstellen na ransomware: het relaas']],
];

const numbers = subjects.flatMap(([theme, titles]) => titles.map((title) => ({ theme, title })));

/** Weeks of webinars that are over: the others are still to come. */
const weeksBefore = 36;

/** Christmas and New Year, four weeks of summer, and public holidays. */
const isHoliday = (day: string): boolean =>
  day.slice(5) >= '12-21' ||
  day.slice(5) <= '01-05' ||
  (day.slice(5) >= '07-11' && day.slice(5) <= '08-07') ||
  isPublicHoliday(day);

/** Thursdays at noon but for the holidays, one for each. */
function thursdays(lastDay: string): string[] {
  const first = weekdayFrom(addDays(lastDay, -7 * weeksBefore), 'THURSDAY');
  const weeks = Array.from({ length: numbers.length + 10 }, (_, week) => addDays(first, 7 * week));
  return weeks.filter((day) => !isHoliday(day)).slice(0, numbers.length);
}

/** Subjects take turns: neighbours in the list are a season apart. */
const turn = (index: number) => numbers[(index * 7) % numbers.length]!;

/** 50 webinars, weekly. One was cancelled. */
export const webinars = (lastDay: string): DemoEvent[] =>
  thursdays(lastDay).map((day, index) => {
    const { theme, title } = turn(index);
    return {
      series: 'WEBINAR',
      edition: index + 1,
      slug: `webinar-${index + 1}`,
      title,
      summary: `${title}: een uur online, met tijd voor vragen.`,
      mode: 'ONLINE',
      from: `${day}T12:00`,
      to: `${day}T13:00`,
      online: 250,
      themes: [theme],
      prices: { NON_MEMBER: 4_500, EFFECTIVE: 0, ACCEDED: 0, COMPANY: 0 },
      ...(index === 17 && { status: 'CANCELLED' as const }),
    };
  });
