import { asRead } from '../person/day-in-words.js';
import { Language, locales } from '../person/language.js';

/** Who a mail is for. */
export interface Recipient {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

const writer = (locale: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, {
    timeZone: 'Europe/Brussels',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });

const writers = Object.fromEntries(
  Object.entries(locales).map(([language, locale]) => [language, writer(locale)]),
) as Record<Language, Intl.DateTimeFormat>;

/** A moment as people read it, on the clock of Flanders: "dinsdag 9 maart 2027 om 09:30". */
export const inWords = (moment: Date, language: Language): string => asRead(writers[language].format(moment), language);

interface Span {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** From when until when, the day once where it is one day: "dinsdag 9 maart 2027, 09:30–16:00". */
export const spanInWords = ({ startsAt, endsAt }: Span, language: Language): string =>
  asRead(writers[language].formatRange(startsAt, endsAt), language);

/** A moment in a sentence of the graph, which speaks English: "Tuesday, 9 March 2027 at 09:30". */
export const inSentence = (moment: Date): string => inWords(moment, Language.EN);
