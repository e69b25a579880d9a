import { dayInWords } from '../person/day-in-words.js';
import type { EmploymentRole } from '../person/employment.enums.js';
import type { Language } from '../person/language.js';
import { rolesInWords } from '../person/roles-in-words.js';

/** What somebody is asked to agree to. */
export interface Offer {
  /** Absent where no text may stand that somebody chose. */
  readonly functionTitle?: string;
  readonly roles: readonly EmploymentRole[];
  /** First day; null for the day of the answer. */
  readonly from: string | null;
}

interface Words {
  readonly offer: (roles: string, from: string) => string;
  readonly functionTitle: (title: string) => string;
  readonly noRoles: string;
  readonly dayOfAnswer: string;
}

const words: Readonly<Record<Language, Words>> = {
  NL: {
    functionTitle: (title) => `Functie: ${title}. `,
    offer: (roles, from) =>
      `Rollen: ${roles}. Vanaf: ${from}. De organisatie ziet wat u hier vanaf die dag doet, zoals uw inschrijvingen, antwoorden en attesten.`,
    noRoles: 'geen',
    dayOfAnswer: 'de dag waarop u aanvaardt',
  },
  FR: {
    functionTitle: (title) => `Fonction : ${title}. `,
    offer: (roles, from) =>
      `Rôles : ${roles}. Début : ${from}. L’organisation voit ce que vous faites ici à partir de ce jour, comme vos inscriptions, réponses et attestations.`,
    noRoles: 'aucun',
    dayOfAnswer: 'le jour où vous acceptez',
  },
  EN: {
    functionTitle: (title) => `Function: ${title}. `,
    offer: (roles, from) =>
      `Roles: ${roles}. From: ${from}. The organisation sees what you do here from that day on, such as your registrations, answers and certificates.`,
    noRoles: 'none',
    dayOfAnswer: 'the day on which you accept',
  },
  DE: {
    functionTitle: (title) => `Funktion: ${title}. `,
    offer: (roles, from) =>
      `Rollen: ${roles}. Ab: ${from}. Die Organisation sieht, was Sie hier ab diesem Tag tun, etwa Ihre Anmeldungen, Antworten und Bescheinigungen.`,
    noRoles: 'keine',
    dayOfAnswer: 'dem Tag, an dem Sie annehmen',
  },
};

/** The function, the roles, the first day, and what follows from it: nobody agrees to what is not said. */
export function offerIn(language: Language, { functionTitle, roles, from }: Offer): string {
  const { functionTitle: title, offer, noRoles, dayOfAnswer } = words[language];
  const job = functionTitle === undefined ? '' : title(functionTitle);
  return `${job}${offer(rolesInWords(roles, language) || noRoles, from === null ? dayOfAnswer : dayInWords(from, language))}`;
}
