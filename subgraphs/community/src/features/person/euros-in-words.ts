import { type Language, locales } from './language.js';

/** An amount in euro cents, as people read it: "€ 25,00". */
export const eurosInWords = (cents: number, language: Language): string =>
  new Intl.NumberFormat(locales[language], { style: 'currency', currency: 'EUR' }).format(cents / 100);
