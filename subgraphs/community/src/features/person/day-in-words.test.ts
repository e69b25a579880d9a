import { spanInWords } from '../registration/moment-in-words.js';
import { dayInWords } from './day-in-words.js';
import { Language } from './language.js';

it('is an ordinal in French on the first of a month, and on no other day', () => {
  expect(['2027-01-01', '2027-02-11', '2027-03-21'].map((day) => dayInWords(day, Language.FR))).toEqual([
    '1er janvier 2027',
    '11 février 2027',
    '21 mars 2027',
  ]);
  expect(dayInWords('2027-01-01', Language.NL)).toBe('1 januari 2027');
});

it('is so with hours behind it too', () => {
  const span = { startsAt: new Date('2027-06-01T07:00:00Z'), endsAt: new Date('2027-06-01T09:00:00Z') };
  expect(spanInWords(span, Language.FR)).toMatch(/^mardi 1er juin 2027/u);
});
