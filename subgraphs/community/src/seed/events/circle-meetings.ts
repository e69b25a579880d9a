import { addDays, demoSeed, dice, type DemoCircle } from '@lokaal/shared/demo';
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

/** Mondays from which the circles meet, on the working days of four weeks. */
const seasons = ['2025-03-03', '2025-09-29', '2026-03-02', '2026-09-28', '2027-01-11'] as const;

/** A municipality without what it calls itself: Stad Beringen is in Beringen. */
const townOf = ({ name }: { readonly name: string }): string => name.replace(/^(Stad|Gemeente) /, '');

function meeting(circle: DemoCircle, place: number, season: number): DemoEvent {
  const by = dice(demoSeed, 'meeting', circle.id, season);
  const [subject, theme] = by.pick(subjects);
  const day = addDays(seasons[season]!, Math.floor(place / 13) * 7 + (place % 5));
  const [host] = circle.members;
  return {
    series: 'CIRCLE_MEETING',
    edition: season + 1,
    slug: `kenniskring-${circle.id.slice(-8)}-${season + 1}`,
    title: `Kenniskring ${circle.name}: ${subject}`,
    summary: `De besturen van ${circle.name} komen samen over ${subject}.`,
    mode: by.chance(0.3) ? 'HYBRID' : 'ON_SITE',
    from: `${day}T13:30`,
    to: `${day}T16:30`,
    venue: { name: 'Gemeentehuis', street: 'Markt 1', postalCode: host!.postalCode, locality: townOf(host!) },
    circle,
    onSite: 30,
    themes: [theme],
    prices: { NON_MEMBER: 0, EFFECTIVE: 0, ACCEDED: 0 },
  };
}

/** Each of the 52 circles meets twice a year. */
export const circleMeetings = (circles: readonly DemoCircle[]): DemoEvent[] =>
  circles.flatMap((circle, place) => seasons.map((_, season) => meeting(circle, place, season)));
