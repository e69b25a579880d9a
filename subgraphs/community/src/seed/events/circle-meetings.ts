import { addDays, demoSeed, dice, type DemoCircle, type DemoWorld, weekdayFrom } from '@lokaal/shared/demo';
import { yearsFrom } from './calendar.js';
import type { DemoEvent } from './demo-event.js';

const subjects: readonly (readonly [title: string, theme: string])[] = [
  ['informatieveiligheid in de praktijk', 'informatieveiligheid'],
  ['NIS2 samen aanpakken', 'nis2'],
  ['documentbeheer: wie staat waar?', 'documentbeheer-en-archief'],
  ['een gedeelde informatieveiligheidsconsulent', 'informatieveiligheid'],
  ['LB365 en de bouwstenen', 'interoperabiliteit'],
  ['artificiële intelligentie: eerste ervaringen', 'artificiele-intelligentie'],
  ['samen aankopen', 'aankoop-en-overheidsopdrachten'],
  ['digitale werkplek', 'digitale-werkplek'],
];

interface Season {
  /** Number of the season, from 1. */
  readonly number: number;
  readonly year: number;
  /** 1 in winter up to 4 before the end of the year. */
  readonly quarter: number;
}

/** Four times a year, from a Monday on, the circles meet on the working days of four weeks. */
const mondays = ['01-25', '05-08', '09-08', '11-17'] as const;

const seasonsUntil = (lastDay: string): Season[] =>
  yearsFrom(2025, lastDay).flatMap((year, before) =>
    mondays.map((_, index) => ({ number: before * mondays.length + index + 1, year, quarter: index + 1 })),
  );

/** Each circle takes the subjects in an order of its own: none returns before all the others had their turn. */
function subjectOf(circle: DemoCircle, season: number): (typeof subjects)[number] {
  const inTurn = dice(demoSeed, 'meeting subjects', circle.id).some(subjects, subjects.length);
  return inTurn[season % inTurn.length]!;
}

function meeting(circle: DemoCircle, place: number, { number, year, quarter }: Season): DemoEvent {
  const by = dice(demoSeed, 'meeting', circle.id, number);
  const [subject, theme] = subjectOf(circle, number);
  const monday = weekdayFrom(`${year}-${mondays[quarter - 1]}`, 'MONDAY');
  const day = addDays(monday, Math.floor(place / 13) * 7 + (place % 5));
  const [host] = circle.members;
  return {
    series: 'CIRCLE_MEETING',
    edition: mondays.length * (year - Number(circle.foundedOn.slice(0, 4))) + quarter,
    slug: `kenniskring-${circle.id.slice(-8)}-${number}`,
    title: `Kenniskring ${circle.name}: ${subject}`,
    summary: `De besturen van ${circle.name} komen samen over ${subject}.`,
    mode: by.chance(0.3) ? 'HYBRID' : 'ON_SITE',
    from: `${day}T13:30`,
    to: `${day}T16:30`,
    venue: { name: 'Gemeentehuis', postalCode: host!.postalCode, locality: host!.locality },
    circle,
    onSite: 30,
    themes: [theme],
    prices: { NON_MEMBER: 0, EFFECTIVE: 0, ACCEDED: 0 },
  };
}

/** Each of the 52 circles meets each quarter. */
export const circleMeetings = ({ circles, lastDay }: DemoWorld): DemoEvent[] =>
  circles.flatMap((circle, place) => seasonsUntil(lastDay).map((season) => meeting(circle, place, season)));
