import { weekdayFrom } from '@lokaal/shared/demo';
import { yearsFrom } from './calendar.js';
import { type DemoEvent, type DemoSession, diet, venues } from './demo-event.js';

const programme: readonly DemoSession[] = [
  {
    title: 'Stand van zaken: dreiging bij lokale besturen',
    track: 'Beleid',
    from: '09:30',
    to: '10:15',
    room: 'Auditorium',
    themes: ['informatieveiligheid'],
    cyfun: ['ID.RA'],
  },
  {
    title: 'NIS2 en de verantwoordelijkheid van het bestuur',
    track: 'Beleid',
    from: '10:30',
    to: '11:15',
    room: 'Auditorium',
    themes: ['nis2'],
    cyfun: ['GV.OC', 'GV.RR'],
  },
  {
    title: 'CyberFundamentals: van meting naar plan',
    track: 'Beleid',
    from: '11:30',
    to: '12:15',
    room: 'Auditorium',
    themes: ['cyberfundamentals'],
    cyfun: ['GV.RM', 'ID.IM'],
  },
  {
    title: 'Phishing oefenen zonder schande',
    track: 'Beleid',
    from: '13:30',
    to: '14:15',
    room: 'Auditorium',
    themes: ['bewustmaking-en-opleiding'],
    cyfun: ['PR.AT'],
  },
  {
    title: 'Het telefoontje om vier uur ’s nachts: een incident verteld',
    track: 'Beleid',
    from: '14:30',
    to: '15:15',
    room: 'Auditorium',
    themes: ['incidentbeheer'],
    cyfun: ['RS.MA', 'RS.CO'],
  },
  {
    title: 'Werkplaats: aanmelden met meer dan een wachtwoord',
    track: 'Techniek',
    from: '10:30',
    to: '12:15',
    room: 'Labo 1',
    capacity: 24,
    signup: true,
    themes: ['toegang-en-identiteit'],
    cyfun: ['PR.AA'],
  },
  {
    title: 'Werkplaats: logboeken en detectie',
    track: 'Techniek',
    from: '13:30',
    to: '15:15',
    room: 'Labo 1',
    capacity: 24,
    signup: true,
    themes: ['detectie-en-monitoring'],
    cyfun: ['DE.CM', 'DE.AE'],
  },
  {
    title: 'Werkplaats: back-up terugzetten onder tijdsdruk',
    track: 'Techniek',
    from: '10:30',
    to: '12:15',
    room: 'Labo 2',
    capacity: 24,
    signup: true,
    themes: ['continuiteit-en-herstel'],
    cyfun: ['RC.RP', 'PR.DS'],
  },
  {
    title: 'Werkplaats: inventaris van wat aan het net hangt',
    track: 'Techniek',
    from: '13:30',
    to: '15:15',
    room: 'Labo 2',
    capacity: 24,
    signup: true,
    themes: ['activa-en-inventaris'],
    cyfun: ['ID.AM'],
  },
];

/** The figures of the association contradict each other: more than 120, and more than 300. Its capacity is the larger one. */
const capacity = 320;

/** Thursdays in November. */
const dayOf = (year: number): string => weekdayFrom(`${year}-11-17`, 'THURSDAY');

export const cyberDays = (lastDay: string): DemoEvent[] =>
  yearsFrom(2023, lastDay).map((year) => ({
    series: 'CYBER_DAY',
    edition: year,
    slug: `cyber-information-security-dag-${year}`,
    title: `Cyber & Information Security Dag ${year}`,
    summary:
      'Eén dag over cyberveiligheid en informatieveiligheid bij lokale besturen, met werkplaatsen voor wie zelf wil proberen.',
    mode: 'HYBRID',
    from: `${dayOf(year)}T09:00`,
    to: `${dayOf(year)}T16:00`,
    venue: venues.drukhuis,
    onSite: capacity,
    online: 500,
    themes: ['informatieveiligheid', 'nis2', 'cyberfundamentals'],
    prices: { NON_MEMBER: 22_500, EFFECTIVE: 7_500, ACCEDED: 9_500, COMPANY: 27_500 },
    questions: [diet],
    tracks: [
      { name: 'Beleid', kind: 'POLICY' },
      { name: 'Techniek', kind: 'TECHNICAL' },
    ],
    rooms: [
      ['Auditorium', 350],
      ['Labo 1', 24],
      ['Labo 2', 24],
    ],
    sessions: programme,
    certificateHours: 5,
  }));
