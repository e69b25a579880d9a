import type { SessionEntity } from '../event-session/session.entity.js';
import type { MailContent } from '../mail-outbox/mail-template.js';
import { Language } from '../person/language.js';
import { inWords, type Recipient } from '../registration/moment-in-words.js';
import type { SessionSignupEntity } from './session-signup.entity.js';

interface Told {
  readonly title: string;
  readonly when: string;
  /** Until when an offer stands. */
  readonly until: string;
}

type Words = Record<Language, (told: Told) => readonly [subject: string, paragraph: string]>;

/** A mail about a sign-up for a session, in the language of its recipient. */
export type SessionMail = (to: Recipient, session: SessionEntity, signup: SessionSignupEntity) => MailContent;

const write =
  (words: Words): SessionMail =>
  ({ name, language }, session, { offerExpiresAt }) => {
    const [subject, paragraph] = words[language]({
      title: session.title,
      when: inWords(session.startsAt, language),
      until: offerExpiresAt ? inWords(offerExpiresAt, language) : '',
    });
    return { name, language, subject, paragraphs: [paragraph] };
  };

export const sessionOfferMail = write({
  NL: ({ title, when, until }) => [
    `Er is een plaats voor u in de sessie: ${title}`,
    `Er kwam een plaats vrij in de sessie “${title}” (${when}). Ze blijft voor u vrij tot ${until}; aanvaard ze voor dat moment.`,
  ],
  FR: ({ title, when, until }) => [
    `Une place est libre pour vous dans la session : ${title}`,
    `Une place s’est libérée dans la session « ${title} » (${when}). Elle vous est réservée jusqu’au ${until} ; acceptez-la avant ce moment.`,
  ],
  EN: ({ title, when, until }) => [
    `There is a place for you in the session: ${title}`,
    `A place came free in the session “${title}” (${when}). It is kept for you until ${until}; accept it before then.`,
  ],
  DE: ({ title, when, until }) => [
    `Es gibt einen Platz für Sie in der Sitzung: ${title}`,
    `In der Sitzung „${title}“ (${when}) ist ein Platz frei geworden. Er wird bis ${until} für Sie freigehalten; nehmen Sie ihn vorher an.`,
  ],
});

export const sessionOfferExpiredMail = write({
  NL: ({ title, until }) => [
    `Uw aangeboden plaats in de sessie is vervallen: ${title}`,
    `De plaats in de sessie “${title}” die tot ${until} voor u vrij bleef, ging naar de volgende op de wachtlijst.`,
  ],
  FR: ({ title, until }) => [
    `La place proposée dans la session n’est plus disponible : ${title}`,
    `La place dans la session « ${title} » qui vous était réservée jusqu’au ${until} est allée à la personne suivante.`,
  ],
  EN: ({ title, until }) => [
    `The place in the session that was offered to you is gone: ${title}`,
    `The place in the session “${title}” that was kept for you until ${until} went to the next in line.`,
  ],
  DE: ({ title, until }) => [
    `Der angebotene Platz in der Sitzung ist vergeben: ${title}`,
    `Der Platz in der Sitzung „${title}“, der bis ${until} für Sie freigehalten wurde, ging an die nächste Person.`,
  ],
});

export const sessionCancelledMail = write({
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

export const invitationWithdrawnMail = write({
  NL: ({ title, when }) => [
    `Uw plaats in de sessie is vervallen: ${title}`,
    `Uw uitnodiging voor de besloten sessie “${title}” (${when}) is ingetrokken, en uw plaats erin is vrijgegeven.`,
  ],
  FR: ({ title, when }) => [
    `Votre place dans la session est annulée : ${title}`,
    `Votre invitation à la session privée « ${title} » (${when}) a été retirée, et votre place est libérée.`,
  ],
  EN: ({ title, when }) => [
    `Your place in the session is gone: ${title}`,
    `Your invitation to the private session “${title}” (${when}) was withdrawn, and your place in it was freed.`,
  ],
  DE: ({ title, when }) => [
    `Ihr Platz in der Sitzung entfällt: ${title}`,
    `Ihre Einladung zur privaten Sitzung „${title}“ (${when}) wurde zurückgezogen, und Ihr Platz wurde freigegeben.`,
  ],
});

export const sessionMovedMail = write({
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
});

export const sessionClashMail = write({
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
