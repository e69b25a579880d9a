import type { AskedQuestion, Participant } from './participant-reader.js';

type Column = readonly [heading: string, value: (one: Participant, day: string) => string];

const moments = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Brussels',
  dateStyle: 'short',
  timeStyle: 'short',
});
/** As spreadsheets sort it, on the clock of Brussels: 2026-12-10 09:30. */
const moment = (value: string | null): string => (value === null ? '' : moments.format(new Date(value)));

const states: Readonly<Record<string, string>> = {
  CONFIRMED: 'Bevestigd',
  WAITLISTED: 'Op de wachtlijst',
  OFFERED: 'Aangeboden',
  OFFER_EXPIRED: 'Aanbod vervallen',
  CANCELLED: 'Geannuleerd',
  ATTENDED: 'Aanwezig',
  NO_SHOW: 'Afwezig',
  NOT_PLACED: 'Geen plaats gekregen',
};
const audiences: Readonly<Record<string, string>> = {
  NON_MEMBER: 'Niet-lid',
  EFFECTIVE: 'Effectief lid',
  ACCEDED: 'Toegetreden lid',
  COMPANY: 'ICT-bedrijfslid',
};
const modes: Readonly<Record<string, string>> = { ON_SITE: 'Ter plaatse', ONLINE: 'Online' };

/** Of the event's day, as its statistics count: the list of a past event stays what it was. */
const organisationsOf = ({ person }: Participant, day: string): string =>
  (person?.employments.nodes ?? [])
    .filter(({ from, to }) => from <= day && (to === null || to > day))
    .map(({ organisation }) => organisation.legalName)
    .join(', ');

const columns: readonly Column[] = [
  ['Naam', ({ personName }) => personName],
  ['E-mailadres', ({ person }) => person?.email ?? ''],
  ['Organisatie', organisationsOf],
  ['Stand', ({ state }) => states[state] ?? state],
  ['Plaats op de wachtlijst', ({ waitingPosition }) => waitingPosition?.toString() ?? ''],
  ['Deelname', ({ mode }) => modes[mode] ?? mode],
  ['Doelgroep', ({ audience }) => audiences[audience ?? ''] ?? ''],
  ['Prijs (euro)', ({ priceCents }) => (priceCents === null ? '' : (priceCents / 100).toFixed(2).replace('.', ','))],
  ['Ingeschreven op', ({ createdAt }) => moment(createdAt)],
  ['Aangemeld op', ({ checkedInAt }) => moment(checkedInAt)],
];

export const headingsOf = (questions: readonly AskedQuestion[]): string[] => [
  ...columns.map(([heading]) => heading),
  ...questions.map(({ label }) => label),
];

interface Asked {
  readonly questions: readonly AskedQuestion[];
  /** On which the event begins. */
  readonly day: string;
}

export const rowOf = (participant: Participant, { questions, day }: Asked): string[] => {
  const answers = new Map((participant.answers ?? []).map(({ questionId, answer }) => [questionId, answer]));
  return [...columns.map(([, value]) => value(participant, day)), ...questions.map(({ id }) => answers.get(id) ?? '')];
};
