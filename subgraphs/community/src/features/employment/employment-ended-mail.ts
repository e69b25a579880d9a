import type { Language } from '../person/language.js';
import type { Words } from './employment-words.js';

/** For those who answer for the organisation, when somebody else ended an employment with roles. The subject names nobody. */
export const endedMail: Record<Language, Words> = {
  NL: ({ person, organisation, by, roles, until }) => ({
    subject: `Een tewerkstelling bij ${organisation} is beëindigd`,
    paragraphs: [
      `${by} beëindigde de tewerkstelling van ${person} bij ${organisation}${until && `, met ingang van ${until}`}, met deze rollen: ${roles}. Klopt dit niet? Meld het dan aan de vereniging.`,
    ],
  }),
  FR: ({ person, organisation, by, roles, until }) => ({
    subject: `Un emploi chez ${organisation} a pris fin`,
    paragraphs: [
      `${by} a mis fin à l’emploi de ${person} chez ${organisation}${until && `, à partir du ${until}`}, avec ces rôles : ${roles}. Ce n’est pas exact ? Signalez-le à l’association.`,
    ],
  }),
  EN: ({ person, organisation, by, roles, until }) => ({
    subject: `An employment at ${organisation} was ended`,
    paragraphs: [
      `${by} ended the employment of ${person} at ${organisation}${until && `, from ${until} on`}, with these roles: ${roles}. Is that wrong? Then tell the association.`,
    ],
  }),
  DE: ({ person, organisation, by, roles, until }) => ({
    subject: `Eine Beschäftigung bei ${organisation} wurde beendet`,
    paragraphs: [
      `${by} hat die Beschäftigung von ${person} bei ${organisation}${until && ` ab dem ${until}`} mit diesen Rollen beendet: ${roles}. Stimmt das nicht? Dann melden Sie es dem Verband.`,
    ],
  }),
};
