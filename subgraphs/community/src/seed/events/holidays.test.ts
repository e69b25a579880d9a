import { easterOf, isPublicHoliday, onWorkingDays } from './holidays.js';
import { heldTrainings } from './trainings.js';

it.each([
  [1954, '1954-04-18'],
  [1981, '1981-04-19'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
  [2049, '2049-04-18'],
])('has Easter of %d on %s', (year, day) => {
  expect(easterOf(year)).toBe(day);
});

it.each(['2026-05-14', '2027-05-06', '2027-03-29', '2027-05-17', '2026-07-11', '2026-11-11', '2027-01-01'])(
  'has nothing on the holiday %s',
  (day) => {
    expect(isPublicHoliday(day)).toBe(true);
  },
);

describe('an event', () => {
  const [training] = heldTrainings('2026-11-01');
  const held = (from: string, to = from) => {
    const event = onWorkingDays({ ...training!, from: `${from}T09:00`, to: `${to}T16:00` });
    return [event.from, event.to];
  };

  it('stays on working days', () => {
    expect(held('2026-05-12', '2026-05-13')).toEqual(['2026-05-12T09:00', '2026-05-13T16:00']);
  });

  it('goes from Ascension Day to the Monday after it: nobody comes on the Friday between', () => {
    expect(held('2026-05-14')).toEqual(['2026-05-18T09:00', '2026-05-18T16:00']);
  });

  it('of five days takes a whole week without days off', () => {
    expect(held('2026-05-12', '2026-05-16')).toEqual(['2026-05-18T09:00', '2026-05-22T16:00']);
  });
});
