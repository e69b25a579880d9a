import { demoCompany, type DemoCompany, type DemoWorld, weekdayFrom } from '@lokaal/shared/demo';
import { yearsFrom } from './calendar.js';
import { type DemoEvent, type DemoSession, type DemoTrack, venues } from './demo-event.js';

const technical = [
  'Netwerksegmentatie in een klein gemeentehuis',
  'Passwordless: afscheid van het wachtwoord',
  'Back-up die echt terugkomt',
  'Zero trust zonder groot budget',
  'Wifi in oude gebouwen',
  'Logboeken lezen voor het te laat is',
  'MAGDA-diensten bevragen in de praktijk',
  'OSLO in je eigen databank',
  'Kubernetes of gewoon een server?',
  'E-mail die aankomt: SPF, DKIM en DMARC',
  'Toestelbeheer voor leerkrachten en zorgverleners',
  'Een kwetsbaarheid gevonden: wat nu?',
  'Automatiseren met scripts die blijven',
  'Sensoren op straat: LoRaWAN of 5G?',
  'Linked data voor lokale besluiten',
];
const policy = [
  'NIS2: wat de gemeenteraad moet weten',
  'LB365: samenwerken als ecosysteem',
  'Een algoritmeregister begin je zo',
  'Digitale inclusie aan het loket',
  'Archiveren in de cloud',
  'Masterplan 2030: samen groeien',
  'Thuiswerk en het recht op deconnectie',
  'Van projectenlijst naar portfolio',
  'Fusie: twee applicatielandschappen worden één',
];
/** Who gives a vendor's breakout, and about which product. Index of the company, product in the catalogue, title. */
const vendor: readonly (readonly [company: number, product: string, title: string])[] = [
  [0, 'hoppeschans-besluitvorming', 'Besluitvorming zonder papier'],
  [1, 'fenarin-aanvraagwijzer', 'Eén e-loket voor alle aanvragen'],
  [2, 'duinstal-datakamer', 'Open data in drie stappen'],
  [4, 'ankerdraad-berichtenbus', 'Koppelen via een berichtenbus'],
  [7, 'fenaxo-balieplanner', 'Afspraken aan de balie, ook zonder afspraak'],
  [8, 'koperwacht-vergunningdossier', 'Het vergunningsdossier van begin tot einde'],
  [9, 'pryivera-beleidscyclus', 'BBC zonder rekenbladen'],
  [10, 'misthorst-aankoop', 'Bestellen binnen het raamcontract'],
  [12, 'lindenspoor-geoportaal', 'Eén kaart voor alle diensten'],
  [13, 'astumo-rollenbeheer', 'Rollen beheren zonder tickets'],
  [16, 'regenkade-crisiscel', 'De crisiscel oefent digitaal'],
  [20, 'wilgenpoort-documentbeheer', 'Documenten vinden in plaats van zoeken'],
];

/** The rounds of the day, in each of which six breakouts take place. */
const rounds: readonly (readonly [from: string, to: string])[] = [
  ['10:00', '10:45'],
  ['11:00', '11:45'],
  ['12:00', '12:45'],
  ['13:30', '14:15'],
  ['14:30', '15:15'],
  ['15:30', '16:15'],
];
const roomCount = 6;
const placesOfBreakout = 36;

const themesOf: Readonly<Record<DemoTrack['kind'], readonly string[]>> = {
  TECHNICAL: ['infrastructuur-en-netwerken'],
  POLICY: ['digitale-dienstverlening'],
  VENDOR: ['aankoop-en-overheidsopdrachten'],
  PRIVATE: [],
};

interface Breakout {
  readonly title: string;
  readonly kind: DemoTrack['kind'];
  readonly company?: DemoCompany;
  readonly solutions?: readonly string[];
}

/** 36 breakout tracks, of which 15 technical. */
const breakouts = (): Breakout[] => [
  ...technical.map((title) => ({ title, kind: 'TECHNICAL' as const })),
  ...policy.map((title) => ({ title, kind: 'POLICY' as const })),
  ...vendor.map(([index, product, title]) => ({
    title,
    kind: 'VENDOR' as const,
    company: demoCompany(index),
    solutions: [product],
  })),
];

const trackName = (index: number): string => `Breakout ${index + 1}`;

function breakoutSession({ title, kind, company, solutions }: Breakout, index: number): DemoSession {
  const [from, to] = rounds[Math.floor(index / roomCount)]!;
  const room = `Zaal ${(index % roomCount) + 1}`;
  const about = { ...(company && { company }), ...(solutions && { solutions }), themes: themesOf[kind] };
  return { title, track: trackName(index), from, to, room, capacity: placesOfBreakout, signup: true, ...about };
}

/** Thursdays in April. */
const dayOf = (year: number): string => weekdayFrom(`${year}-04-18`, 'THURSDAY');

const networking: DemoSession = {
  title: 'Netwerklunch van de bedrijfspartners',
  track: 'Partners',
  from: '12:00',
  to: '13:15',
  room: 'Salon',
  capacity: 40,
  speakers: 0,
  company: demoCompany(0),
};

export const shoptIt = ({ companies, lastDay }: DemoWorld): DemoEvent[] =>
  yearsFrom(2024, lastDay).map((year) => ({
    series: 'SHOPT_IT',
    edition: year,
    slug: `shopt-it-${year}`,
    title: `Shopt IT ${year}`,
    summary: 'De vakbeurs van lokale ICT: 36 breakouts, 54 stands en iedereen die u anders mailt.',
    mode: 'ON_SITE',
    from: `${dayOf(year)}T09:00`,
    to: `${dayOf(year)}T17:30`,
    venue: venues.kaaihallen,
    onSite: 300,
    themes: ['digitale-dienstverlening', 'aankoop-en-overheidsopdrachten', 'infrastructuur-en-netwerken'],
    prices: { NON_MEMBER: 15_000, EFFECTIVE: 0, ACCEDED: 0, COMPANY: 25_000 },
    questions: [{ label: 'Welke oplossing zoekt u vooral?', kind: 'TEXT' }],
    tracks: [
      ...breakouts().map(({ kind }, index) => ({ name: trackName(index), kind })),
      { name: 'Partners', kind: 'PRIVATE' },
    ],
    rooms: [...Array.from({ length: roomCount }, (_, index) => [`Zaal ${index + 1}`, 60] as const), ['Salon', 40]],
    sessions: [...breakouts().map(breakoutSession), networking],
    exhibitors: companies,
    certificateHours: 3,
    minimumSessions: 3,
  }));
