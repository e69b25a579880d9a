import { type Standing, standingOf } from '../registration/move-standings.js';
import { sessionMail, type SessionMail, type SessionTold, type SessionWords } from './session-mail.js';

export const sessionCancelledMail = sessionMail({
  NL: ({ title, when, event }) => [
    `Gaat niet door: de sessie ${title}`,
    `De sessie “${title}” (${event}, ${when}) gaat niet door. Uw plaats bij het event zelf blijft.`,
  ],
  FR: ({ title, when, event }) => [
    `Annulée : la session ${title}`,
    `La session « ${title} » (${event}, ${when}) n’a pas lieu. Votre place à l’événement lui-même reste acquise.`,
  ],
  EN: ({ title, when, event }) => [
    `Cancelled: the session ${title}`,
    `The session “${title}” (${event}, ${when}) does not take place. Your place at the event itself stays.`,
  ],
  DE: ({ title, when, event }) => [
    `Abgesagt: die Session ${title}`,
    `Die Session „${title}“ (${event}, ${when}) findet nicht statt. Ihr Platz bei der Veranstaltung selbst bleibt.`,
  ],
});

const now = ({ when, where }: SessionTold): string => [when, where].filter(Boolean).join(', ');

const moved = (standing: Standing['words']): SessionWords => ({
  NL: (told) => [
    `Gewijzigd: de sessie ${told.title}`,
    `De sessie “${told.title}” (${told.event}) heeft een andere tijd of zaal.`,
    `Was: ${told.was}`,
    `Wordt: ${now(told)}`,
    standing.NL(told.until),
  ],
  FR: (told) => [
    `Modifiée : la session ${told.title}`,
    `La session « ${told.title} » (${told.event}) a une autre heure ou une autre salle.`,
    `Avant : ${told.was}`,
    `Désormais : ${now(told)}`,
    standing.FR(told.until),
  ],
  EN: (told) => [
    `Changed: the session ${told.title}`,
    `The session “${told.title}” (${told.event}) has another time or room.`,
    `Before: ${told.was}`,
    `Now: ${now(told)}`,
    standing.EN(told.until),
  ],
  DE: (told) => [
    `Geändert: die Session ${told.title}`,
    `Die Session „${told.title}“ (${told.event}) hat eine andere Zeit oder einen anderen Saal.`,
    `Bisher: ${told.was}`,
    `Neu: ${now(told)}`,
    standing.DE(told.until),
  ],
});

/** In other words to who has a place, to whom one is offered, and to who waits. */
export const sessionMovedMail: SessionMail = (to, turn, signup) => {
  const { words, page } = standingOf(signup.state);
  return sessionMail(moved(words), page)(to, turn, signup);
};

export const sessionClashMail = sessionMail({
  NL: ({ title, when, event }) => [
    `Uw plaats in de sessie is vervallen: ${title}`,
    `De sessie “${title}” (${event}) is verplaatst naar ${when}, wanneer u voor een andere sessie ingeschreven bent. Uw plaats in deze sessie is vrijgegeven; die in de andere blijft.`,
  ],
  FR: ({ title, when, event }) => [
    `Votre place dans la session est annulée : ${title}`,
    `La session « ${title} » (${event}) a été déplacée au ${when}, moment où vous êtes inscrit à une autre session. Votre place dans cette session est libérée ; l’autre reste acquise.`,
  ],
  EN: ({ title, when, event }) => [
    `Your place in the session is gone: ${title}`,
    `The session “${title}” (${event}) moved to ${when}, when you are signed up for another one. Your place in this session was freed; the other one stays.`,
  ],
  DE: ({ title, when, event }) => [
    `Ihr Platz in der Session entfällt: ${title}`,
    `Die Session „${title}“ (${event}) wurde auf ${when} verlegt; dann sind Sie für eine andere angemeldet. Ihr Platz in dieser Session wurde freigegeben; der andere bleibt.`,
  ],
});
