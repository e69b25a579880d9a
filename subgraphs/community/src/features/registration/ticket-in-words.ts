import type { Language } from '../person/language.js';
import type { RegistrationEntity } from './registration.entity.js';
import { AttendanceMode } from './registration.enums.js';

type Words = Record<Language, (code: string) => string>;

const onSite: Words = {
  NL: (code) => `Uw ticketcode is ${code}. Toon ze aan de ingang en geef ze aan niemand anders door.`,
  FR: (code) => `Votre code de billet est ${code}. Montrez-le à l’entrée et ne le donnez à personne d’autre.`,
  EN: (code) => `Your ticket code is ${code}. Show it at the entrance, and give it to nobody else.`,
  DE: (code) => `Ihr Ticketcode lautet ${code}. Zeigen Sie ihn am Eingang, und geben Sie ihn niemandem weiter.`,
};

/** Online there is no entrance. */
const online: Words = {
  NL: (code) => `Uw ticketcode is ${code}. Geef ze, en het adres om deel te nemen, aan niemand anders door.`,
  FR: (code) => `Votre code de billet est ${code}. Ne le donnez à personne d’autre, ni l’adresse pour participer.`,
  EN: (code) => `Your ticket code is ${code}. Give it, and the address to take part, to nobody else.`,
  DE: (code) => `Ihr Ticketcode lautet ${code}. Geben Sie ihn und die Adresse zur Teilnahme niemandem weiter.`,
};

/** The ticket code, and what it is for. */
export const ticketInWords = ({ mode, ticketCode }: RegistrationEntity, language: Language): string =>
  (mode === AttendanceMode.ON_SITE ? onSite : online)[language](ticketCode);
