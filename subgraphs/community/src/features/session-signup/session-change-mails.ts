import { sessionMail } from './session-mail.js';

export const sessionCancelledMail = sessionMail({
  NL: ({ title, when }) => [
    `Gaat niet door: de sessie ${title}`,
    `De sessie “${title}” van ${when} gaat niet door. Uw plaats bij het event zelf blijft.`,
  ],
  FR: ({ title, when }) => [
    `Annulée : la session ${title}`,
    `La session « ${title} » du ${when} n’a pas lieu. Votre place à l’événement lui-même reste acquise.`,
  ],
  EN: ({ title, when }) => [
    `Cancelled: the session ${title}`,
    `The session “${title}” of ${when} does not take place. Your place at the event itself stays.`,
  ],
  DE: ({ title, when }) => [
    `Abgesagt: die Sitzung ${title}`,
    `Die Sitzung „${title}“ vom ${when} findet nicht statt. Ihr Platz bei der Veranstaltung selbst bleibt.`,
  ],
});

export const sessionMovedMail = sessionMail(
  {
    NL: ({ title, when }) => [
      `Gewijzigd: de sessie ${title}`,
      `De sessie “${title}” begint nu op ${when}, of is in een andere zaal: kijk in het programma. U blijft ervoor ingeschreven.`,
    ],
    FR: ({ title, when }) => [
      `Modifiée : la session ${title}`,
      `La session « ${title} » commence désormais le ${when}, ou a lieu dans une autre salle : consultez le programme. Vous y restez inscrit.`,
    ],
    EN: ({ title, when }) => [
      `Changed: the session ${title}`,
      `The session “${title}” now begins on ${when}, or is in another room: look in the programme. You stay signed up for it.`,
    ],
    DE: ({ title, when }) => [
      `Geändert: die Sitzung ${title}`,
      `Die Sitzung „${title}“ beginnt jetzt am ${when} oder ist in einem anderen Saal: siehe Programm. Sie bleiben dafür angemeldet.`,
    ],
  },
  'cancel',
);

export const sessionClashMail = sessionMail({
  NL: ({ title, when }) => [
    `Uw plaats in de sessie is vervallen: ${title}`,
    `De sessie “${title}” is verplaatst naar ${when}, wanneer u voor een andere sessie ingeschreven bent. Uw plaats in deze sessie is vrijgegeven; die in de andere blijft.`,
  ],
  FR: ({ title, when }) => [
    `Votre place dans la session est annulée : ${title}`,
    `La session « ${title} » a été déplacée au ${when}, moment où vous êtes inscrit à une autre session. Votre place dans cette session est libérée ; l’autre reste acquise.`,
  ],
  EN: ({ title, when }) => [
    `Your place in the session is gone: ${title}`,
    `The session “${title}” moved to ${when}, when you are signed up for another one. Your place in this session was freed; the other one stays.`,
  ],
  DE: ({ title, when }) => [
    `Ihr Platz in der Sitzung entfällt: ${title}`,
    `Die Sitzung „${title}“ wurde auf ${when} verlegt; dann sind Sie für eine andere angemeldet. Ihr Platz in dieser Sitzung wurde freigegeben; der andere bleibt.`,
  ],
});
