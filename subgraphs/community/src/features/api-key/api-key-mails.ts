import type { MailContent } from '../mail-outbox/mail-template.js';
import type { Language } from '../person/language.js';
import { inWords } from '../registration/moment-in-words.js';

export interface KeyKeeper {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

export interface ExpiringKey {
  readonly keyName: string;
  readonly lastCharacters: string;
  /** Its legal name. */
  readonly organisation: string;
  readonly expiresAt: Date;
}

type Words = (
  key: Omit<ExpiringKey, 'expiresAt'> & { readonly until: string },
) => Pick<MailContent, 'subject' | 'paragraphs'>;

const words: Readonly<Record<Language, Words>> = {
  NL: ({ keyName, lastCharacters, organisation, until }) => ({
    subject: `Een API-sleutel verloopt: ${keyName}`,
    paragraphs: [
      `De API-sleutel “${keyName}” van ${organisation}, die eindigt op ${lastCharacters}, werkt tot ${until}.`,
      'Vervang ze voor dan (rotateApiKey): de oude werkt daarna nog een dag, zodat het systeem niet stilvalt.',
    ],
  }),
  FR: ({ keyName, lastCharacters, organisation, until }) => ({
    subject: `Une clé API expire : ${keyName}`,
    paragraphs: [
      `La clé API « ${keyName} » de ${organisation}, qui se termine par ${lastCharacters}, fonctionne jusqu’au ${until}.`,
      'Remplacez-la avant (rotateApiKey) : l’ancienne fonctionne encore un jour, pour que le système ne s’arrête pas.',
    ],
  }),
  EN: ({ keyName, lastCharacters, organisation, until }) => ({
    subject: `An API key expires: ${keyName}`,
    paragraphs: [
      `The API key “${keyName}” of ${organisation}, which ends in ${lastCharacters}, works until ${until}.`,
      'Replace it before then (rotateApiKey): the old one works for another day, so that the system does not stand still.',
    ],
  }),
  DE: ({ keyName, lastCharacters, organisation, until }) => ({
    subject: `Ein API-Schlüssel läuft ab: ${keyName}`,
    paragraphs: [
      `Der API-Schlüssel „${keyName}“ von ${organisation}, der auf ${lastCharacters} endet, gilt bis ${until}.`,
      'Ersetzen Sie ihn vorher (rotateApiKey): Der alte gilt danach noch einen Tag, damit das System nicht stillsteht.',
    ],
  }),
};

export const keyExpiresMail = ({ name, language }: KeyKeeper, { expiresAt, ...key }: ExpiringKey): MailContent => ({
  name,
  language,
  ...words[language]({ ...key, until: inWords(expiresAt, language) }),
});
