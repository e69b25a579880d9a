import type { EventEntity } from '../event/event.entity.js';
import { type Standing, standingOf } from './move-standings.js';
import { registrationMail as write, type RegistrationMail, type Told, type Words } from './registration-mail.js';

const now = ({ when, where }: Told): string => [when, where].filter(Boolean).join(', ');

const moved = (standing: Standing['words']): Words => ({
  NL: (told) => [
    `Tijd of plaats gewijzigd: ${told.title}`,
    `“${told.title}” heeft een andere tijd of plaats.`,
    `Was: ${told.was}`,
    `Wordt: ${now(told)}`,
    standing.NL(told.until),
  ],
  FR: (told) => [
    `Heure ou lieu modifié : ${told.title}`,
    `« ${told.title} » a une autre heure ou un autre lieu.`,
    `Avant : ${told.was}`,
    `Désormais : ${now(told)}`,
    standing.FR(told.until),
  ],
  EN: (told) => [
    `Other time or place: ${told.title}`,
    `“${told.title}” has another time or place.`,
    `Before: ${told.was}`,
    `Now: ${now(told)}`,
    standing.EN(told.until),
  ],
  DE: (told) => [
    `Andere Zeit oder anderer Ort: ${told.title}`,
    `„${told.title}“ hat eine andere Zeit oder einen anderen Ort.`,
    `Bisher: ${told.was}`,
    `Neu: ${now(told)}`,
    standing.DE(told.until),
  ],
});

/** Of an event that was `before`: in other words to who has a place, to whom one is offered, and to who waits. */
export const eventMovedMail =
  (before: EventEntity): RegistrationMail =>
  (to, turn, registration) => {
    const { words, page } = standingOf(registration.state);
    return write(moved(words), { page, before })(to, turn, registration);
  };

export const eventCancelledMail = write({
  NL: ({ title, when, reason }) => [
    `Gaat niet door: ${title}`,
    `“${title}” van ${when} gaat niet door. Uw inschrijving is geannuleerd.`,
    reason && `Reden: ${reason}`,
  ],
  FR: ({ title, when, reason }) => [
    `Annulé : ${title}`,
    `« ${title} » du ${when} n’a pas lieu. Votre inscription est annulée.`,
    reason && `Motif : « ${reason} »`,
  ],
  EN: ({ title, when, reason }) => [
    `Cancelled: ${title}`,
    `“${title}” of ${when} does not take place. Your registration is cancelled.`,
    reason && `Reason: “${reason}”`,
  ],
  DE: ({ title, when, reason }) => [
    `Abgesagt: ${title}`,
    `„${title}“ vom ${when} findet nicht statt. Ihre Anmeldung ist storniert.`,
    reason && `Grund: „${reason}“`,
  ],
});
