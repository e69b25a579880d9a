import { sessionMail } from './session-mail.js';

/** It became private, or the person lost what gave access to it. */
export const sessionClosedMail = sessionMail({
  NL: ({ title, when, event }) => [
    `Uw plaats in de sessie is vervallen: ${title}`,
    `De sessie “${title}” (${event}, ${when}) is alleen nog voor genodigden. Uw plaats erin, of op de wachtlijst, is vrijgegeven; die bij het event zelf blijft.`,
  ],
  FR: ({ title, when, event }) => [
    `Votre place dans la session est annulée : ${title}`,
    `La session « ${title} » (${event}, ${when}) est désormais réservée aux invités. Votre place, ou celle sur la liste d’attente, est libérée ; votre place à l’événement lui-même reste acquise.`,
  ],
  EN: ({ title, when, event }) => [
    `Your place in the session is gone: ${title}`,
    `The session “${title}” (${event}, ${when}) is only for who was invited from now on. Your place in it, or on its waiting list, was freed; the one at the event itself stays.`,
  ],
  DE: ({ title, when, event }) => [
    `Ihr Platz in der Session entfällt: ${title}`,
    `Die Session „${title}“ (${event}, ${when}) ist nur noch für geladene Personen. Ihr Platz darin oder auf der Warteliste wurde freigegeben; der bei der Veranstaltung selbst bleibt.`,
  ],
});

/** There is nothing to wait for any more. */
export const sessionOpenedMail = sessionMail({
  NL: ({ title, when, event }) => [
    `Vrij toegankelijk: de sessie ${title}`,
    `Voor de sessie “${title}” (${event}, ${when}) hoeft u zich niet meer in te schrijven: elke deelnemer is welkom. De wachtlijst is opgeheven.`,
  ],
  FR: ({ title, when, event }) => [
    `Accès libre : la session ${title}`,
    `Il n’est plus nécessaire de s’inscrire à la session « ${title} » (${event}, ${when}) : chaque participant est le bienvenu. La liste d’attente est supprimée.`,
  ],
  EN: ({ title, when, event }) => [
    `Open to all: the session ${title}`,
    `You need not sign up for the session “${title}” (${event}, ${when}) any more: every participant is welcome. Its waiting list has ended.`,
  ],
  DE: ({ title, when, event }) => [
    `Frei zugänglich: die Session ${title}`,
    `Für die Session „${title}“ (${event}, ${when}) ist keine Anmeldung mehr nötig: Alle Teilnehmenden sind willkommen. Die Warteliste ist aufgehoben.`,
  ],
});
