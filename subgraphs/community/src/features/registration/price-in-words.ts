import { eurosInWords } from '../person/euros-in-words.js';
import type { Language } from '../person/language.js';

const free: Record<Language, string> = { NL: 'gratis', FR: 'gratuit', EN: 'free', DE: 'kostenlos' };
const withoutVat: Record<Language, string> = { NL: 'zonder btw', FR: 'hors TVA', EN: 'without VAT', DE: 'ohne MwSt.' };

/** What a place costs, as people read it: "€ 25,00, zonder btw". */
export const priceInWords = (cents: number, language: Language): string =>
  cents === 0 ? free[language] : `${eurosInWords(cents, language)}, ${withoutVat[language]}`;
