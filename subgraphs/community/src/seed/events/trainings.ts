import { addDays, weekdayFrom } from '@lokaal/shared/demo';
import { demoTrainings, type DemoTraining } from '../demo-training-courses.js';
import { isAnnounced, yearsFrom } from './calendar.js';
import { type DemoEvent, venues } from './demo-event.js';

/** In 2024 the association gave more than 70 sessions. */
const sessionsAYear = 74;

const places = Object.values(venues);

interface HeldTraining extends DemoEvent {
  readonly training: DemoTraining;
}

/** Tuesdays and Thursdays, five weeks of summer left out; a training of more hours takes more days. */
function dayOf(year: number, index: number): string {
  const week = Math.floor(index / 2) + (index >= 48 ? 5 : 0);
  return addDays(weekdayFrom(`${year}-01-08`, 'TUESDAY'), week * 7 + (index % 2) * 2);
}

const hoursOfDay = 6;
const hoursOfHalfDay = 3;
const daysOf = (hours: number): number => Math.ceil(hours / hoursOfDay);

function held(year: number, index: number): HeldTraining {
  const training = demoTrainings[(index * 11 + year) % demoTrainings.length]!;
  const day = dayOf(year, index);
  const days = daysOf(training.hours);
  const isOnline = training.hours <= hoursOfHalfDay && index % 3 !== 0;
  return {
    training,
    series: 'OTHER',
    edition: year,
    slug: `opleiding-${year}-${index + 1}`,
    title: training.title,
    summary: `${training.about} ${lengthOf(training)}`,
    mode: isOnline ? 'ONLINE' : 'ON_SITE',
    from: `${day}T09:00`,
    to: `${addDays(day, days - 1)}T${training.hours <= hoursOfHalfDay ? '12:00' : '16:00'}`,
    ...(isOnline ? { online: 40 } : { venue: places[index % places.length]!, onSite: 24 }),
    themes: [training.theme],
    prices: priceOf(training),
    certificateHours: training.hours,
  };
}

function lengthOf({ hours }: DemoTraining): string {
  if (hours <= hoursOfHalfDay) return 'Een halve dag.';
  return hours <= hoursOfDay ? 'Eén dag.' : `Over ${daysOf(hours)} dagen.`;
}

/** Members pay a third less. */
const priceOf = ({ hours }: DemoTraining): DemoEvent['prices'] => {
  const full = Math.round(hours * 45) * 100;
  const reduced = Math.round(hours * 30) * 100;
  return { NON_MEMBER: full, EFFECTIVE: reduced, ACCEDED: reduced, COMPANY: full };
};

/** Trainings as they are held, each with the training that it is. */
export const heldTrainings = (lastDay: string): HeldTraining[] =>
  yearsFrom(2026, lastDay)
    .flatMap((year) => Array.from({ length: sessionsAYear }, (_, index) => held(year, index)))
    .filter(isAnnounced(lastDay));
