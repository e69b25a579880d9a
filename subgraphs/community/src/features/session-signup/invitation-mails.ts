import { type CalendarChange, sessionAttachment } from '../calendar/calendar-attachment.js';
import type { MailContent } from '../mail-outbox/mail-template.js';
import { signInAction } from '../mail-outbox/account-page.js';
import type { Recipient } from '../registration/moment-in-words.js';
import { said, type SessionTurn, type SessionWords } from './session-mail.js';

/** A mail about an invitation for a private session, in the language of its recipient. */
export type InvitationMail = (to: Recipient, turn: SessionTurn) => MailContent;

/** Who is invited has no place yet. */
const invited: CalendarChange = { method: 'PUBLISH', status: 'TENTATIVE', isOnlineShown: false };
const gone: CalendarChange = { method: 'CANCEL', status: 'CANCELLED', isOnlineShown: false };

const invitationMail =
  (entry: CalendarChange, words: SessionWords): InvitationMail =>
  (to, turn) => ({
    ...said(words, to, { ...turn, until: null }),
    ...(entry.status !== 'CANCELLED' && signInAction),
    attachments: [sessionAttachment(turn, entry)],
  });

export const invitedMail = invitationMail(invited, {
  NL: ({ title, when, where, event }) => [
    `Uitnodiging voor een besloten sessie: ${title}`,
    `U bent uitgenodigd voor de besloten sessie “${title}” (${when}) op “${event}”.`,
    where && `Waar: ${where}`,
    'Wilt u erbij zijn? Meld u aan en schrijf u in voor het event, en voor de sessie als ze dat vraagt.',
  ],
  FR: ({ title, when, where, event }) => [
    `Invitation à une session privée : ${title}`,
    `Vous êtes invité à la session privée « ${title} » (${when}) lors de « ${event} ».`,
    where && `Où : ${where}`,
    'Vous voulez y participer ? Connectez-vous et inscrivez-vous à l’événement, et à la session si elle le demande.',
  ],
  EN: ({ title, when, where, event }) => [
    `Invitation to a private session: ${title}`,
    `You are invited to the private session “${title}” (${when}) at “${event}”.`,
    where && `Where: ${where}`,
    'Would you like to come? Sign in and register for the event, and sign up for the session where it asks for that.',
  ],
  DE: ({ title, when, where, event }) => [
    `Einladung zu einer geschlossenen Session: ${title}`,
    `Sie sind zur geschlossenen Session „${title}“ (${when}) bei „${event}“ eingeladen.`,
    where && `Wo: ${where}`,
    'Möchten Sie teilnehmen? Loggen Sie sich ein und melden Sie sich für die Veranstaltung an, und für die Session, wenn sie das verlangt.',
  ],
});

export const invitationMovedMail = invitationMail(invited, {
  NL: ({ title, when, where }) => [
    `Gewijzigd: de besloten sessie ${title}`,
    `De besloten sessie “${title}” waarvoor u uitgenodigd bent, heeft een andere tijd of plaats: ${when}.`,
    where && `Waar: ${where}`,
  ],
  FR: ({ title, when, where }) => [
    `Modifiée : la session privée ${title}`,
    `La session privée « ${title} » à laquelle vous êtes invité a une autre heure ou un autre lieu : ${when}.`,
    where && `Où : ${where}`,
  ],
  EN: ({ title, when, where }) => [
    `Changed: the private session ${title}`,
    `The private session “${title}” to which you are invited has another time or place: ${when}.`,
    where && `Where: ${where}`,
  ],
  DE: ({ title, when, where }) => [
    `Geändert: die geschlossene Session ${title}`,
    `Die geschlossene Session „${title}“, zu der Sie eingeladen sind, hat eine andere Zeit oder einen anderen Ort: ${when}.`,
    where && `Wo: ${where}`,
  ],
});

export const invitationCancelledMail = invitationMail(gone, {
  NL: ({ title, when }) => [
    `Gaat niet door: de besloten sessie ${title}`,
    `De besloten sessie “${title}” van ${when}, waarvoor u uitgenodigd was, gaat niet door.`,
  ],
  FR: ({ title, when }) => [
    `Annulée : la session privée ${title}`,
    `La session privée « ${title} » du ${when}, à laquelle vous étiez invité, n’a pas lieu.`,
  ],
  EN: ({ title, when }) => [
    `Cancelled: the private session ${title}`,
    `The private session “${title}” of ${when}, to which you were invited, does not take place.`,
  ],
  DE: ({ title, when }) => [
    `Abgesagt: die geschlossene Session ${title}`,
    `Die geschlossene Session „${title}“ vom ${when}, zu der Sie eingeladen waren, findet nicht statt.`,
  ],
});

export const invitationWithdrawnMail = invitationMail(gone, {
  NL: ({ title, when }) => [
    `Uw uitnodiging is ingetrokken: ${title}`,
    `Uw uitnodiging voor de besloten sessie “${title}” (${when}) is ingetrokken. Had u er een plaats, dan is die vrijgegeven.`,
  ],
  FR: ({ title, when }) => [
    `Votre invitation a été retirée : ${title}`,
    `Votre invitation à la session privée « ${title} » (${when}) a été retirée. Si vous y aviez une place, elle est libérée.`,
  ],
  EN: ({ title, when }) => [
    `Your invitation was withdrawn: ${title}`,
    `Your invitation to the private session “${title}” (${when}) was withdrawn. If you had a place in it, it was freed.`,
  ],
  DE: ({ title, when }) => [
    `Ihre Einladung wurde zurückgezogen: ${title}`,
    `Ihre Einladung zur geschlossenen Session „${title}“ (${when}) wurde zurückgezogen. Hatten Sie dort einen Platz, wurde er freigegeben.`,
  ],
});
