import type { Question } from './questions.js';

export interface Heading {
  readonly title: string;
  readonly questions: readonly Question[];
}

/** Each goes on until the number with which the next begins. */
const firstNumbers: Readonly<Record<string, number>> = {
  'Begin here': 1,
  Membership: 11,
  'Organisations and territory': 12,
  Kenniskringen: 13,
  'Events and registrations': 14,
  'Learning and certificates': 17,
  'Knowledge, news and history': 18,
  'Accounts, rights and systems': 19,
};

/** All questions by heading: first those that anybody may begin with, then those by a contact person and by staff. */
export function byHeading(questions: readonly Question[]): Heading[] {
  const headings = Object.entries(firstNumbers).map(([title, first]) => ({ title, first }));
  return headings.map(({ title, first }, index) => {
    const next = headings[index + 1]?.first ?? Infinity;
    const here = questions.filter(({ number }) => number >= first && number < next);
    return { title, questions: here.toSorted((one, other) => Number(isByOne(one)) - Number(isByOne(other))) };
  });
}

const isByOne = ({ name }: Question): boolean => /-by-(?:contact|staff)$/.test(name);
