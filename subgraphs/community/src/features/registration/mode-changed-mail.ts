import type { Language } from '../person/language.js';
import { modeInWords } from './mode-in-words.js';
import type { RegistrationMail } from './registration-mail.js';
import type { AttendanceMode } from './registration.enums.js';

interface Changed {
  readonly title: string;
  readonly before: string;
  readonly now: string;
}

const words: Record<Language, (changed: Changed) => readonly [subject: string, paragraph: string]> = {
  NL: ({ title, before, now }) => [
    `Uw inschrijving is gewijzigd: ${title}`,
    `De deelname voor uw inschrijving is gewijzigd. Was: ${before}. Wordt: ${now}.`,
  ],
  FR: ({ title, before, now }) => [
    `Votre inscription est modifiée : ${title}`,
    `Le mode de participation de votre inscription est modifié. Avant : ${before}. Désormais : ${now}.`,
  ],
  EN: ({ title, before, now }) => [
    `Your registration is changed: ${title}`,
    `How you take part by your registration is changed. Before: ${before}. Now: ${now}.`,
  ],
  DE: ({ title, before, now }) => [
    `Ihre Anmeldung ist geändert: ${title}`,
    `Die Teilnahme Ihrer Anmeldung ist geändert. Bisher: ${before}. Neu: ${now}.`,
  ],
};

/** What a mail tells of a place, after the other way to take part was chosen: what changed comes first. */
export const modeChangedMail =
  (left: AttendanceMode, ofPlace: RegistrationMail): RegistrationMail =>
  (to, turn, registration) => {
    const content = ofPlace(to, turn, registration);
    const modes = modeInWords[to.language];
    const changed = { title: turn.event.title, before: modes[left], now: modes[registration.mode] };
    const [subject, paragraph] = words[to.language](changed);
    return { ...content, subject, paragraphs: [paragraph, ...content.paragraphs] };
  };
