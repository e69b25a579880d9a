import { Language, locales } from './language.js';

/** A day as people read it: "9 maart 2027". */
export const dayInWords = (day: string, language: Language): string =>
  asRead(
    new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${day}T00:00:00Z`),
    ),
    language,
  );

/** The first of a month is an ordinal in French: "1er mars 2027". */
export const asRead = (date: string, language: Language): string =>
  language === Language.FR ? date.replaceAll(/\b1(?= \p{L})/gu, '1er') : date;
