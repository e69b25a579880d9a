import type { MailContent } from '../mail-outbox/mail-template.js';
import { Language } from '../person/language.js';

interface Recipient {
  readonly name: string;
  readonly language: Language;
}

type Words<Facts> = Record<Language, (facts: Facts) => Pick<MailContent, 'subject' | 'paragraphs' | 'action'>>;

const letter =
  <Facts>(words: Words<Facts>) =>
  ({ name, language }: Recipient, facts: Facts): MailContent => ({ name, language, ...words[language](facts) });

export const issuedMail = letter<{ readonly title: string; readonly url: string }>({
  NL: ({ title, url }) => ({
    subject: `Uw certificaat: ${title}`,
    paragraphs: [`U nam deel aan ${title}. Uw certificaat staat klaar, ook om af te drukken.`],
    action: { label: 'Bekijk uw certificaat', url },
  }),
  FR: ({ title, url }) => ({
    subject: `Votre certificat : ${title}`,
    paragraphs: [`Vous avez participé à ${title}. Votre certificat est prêt, également à imprimer.`],
    action: { label: 'Voir votre certificat', url },
  }),
  EN: ({ title, url }) => ({
    subject: `Your certificate: ${title}`,
    paragraphs: [`You attended ${title}. Your certificate is ready, also to be printed.`],
    action: { label: 'See your certificate', url },
  }),
  DE: ({ title, url }) => ({
    subject: `Ihr Zertifikat: ${title}`,
    paragraphs: [`Sie haben an ${title} teilgenommen. Ihr Zertifikat liegt bereit, auch zum Ausdrucken.`],
    action: { label: 'Zertifikat ansehen', url },
  }),
});

export const revokedMail = letter<{ readonly title: string; readonly reason: string }>({
  NL: ({ title, reason }) => ({
    subject: `Certificaat ingetrokken: ${title}`,
    paragraphs: [
      `Uw certificaat voor ${title} is ingetrokken en niet langer geldig.`,
      `Reden: ${reason}`,
      'Klopt dit niet? Neem dan contact op met de vereniging.',
    ],
  }),
  FR: ({ title, reason }) => ({
    subject: `Certificat révoqué : ${title}`,
    paragraphs: [
      `Votre certificat pour ${title} a été révoqué et n’est plus valable.`,
      `Motif : « ${reason} »`,
      'Ce n’est pas exact ? Contactez l’association.',
    ],
  }),
  EN: ({ title, reason }) => ({
    subject: `Certificate revoked: ${title}`,
    paragraphs: [
      `Your certificate for ${title} was revoked and is no longer valid.`,
      `Reason: “${reason}”`,
      'Is that wrong? Then contact the association.',
    ],
  }),
  DE: ({ title, reason }) => ({
    subject: `Zertifikat widerrufen: ${title}`,
    paragraphs: [
      `Ihr Zertifikat für ${title} wurde widerrufen und ist nicht mehr gültig.`,
      `Grund: „${reason}“`,
      'Stimmt das nicht? Dann wenden Sie sich an den Verband.',
    ],
  }),
});
