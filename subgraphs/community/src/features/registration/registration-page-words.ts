import type { Language } from '../person/language.js';
import type { LinkedAct } from './linked-places.js';

/** By the title of the event or session. */
type Asking = (title: string) => string;

interface PageWords {
  readonly askOffer: Asking;
  readonly accept: string;
  readonly decline: string;
  readonly askCancel: Asking;
  readonly cancel: string;
  readonly done: Readonly<Record<LinkedAct, string>>;
  readonly failed: string;
}

export const pageWords: Readonly<Record<Language, PageWords>> = {
  NL: {
    askOffer: (title) => `Er is een plaats voor u bij “${title}”. Wilt u ze aanvaarden?`,
    accept: 'Plaats aanvaarden',
    decline: 'Plaats weigeren',
    askCancel: (title) => `Wilt u uw inschrijving voor “${title}” annuleren?`,
    cancel: 'Inschrijving annuleren',
    done: {
      acceptOffer: 'Uw plaats is bevestigd. U krijgt er een mail over.',
      declineOffer: 'De plaats gaat naar de volgende op de wachtlijst.',
      cancel: 'Uw inschrijving is geannuleerd.',
    },
    failed: 'Dit kan niet meer: het aanbod is vervallen, de inschrijving is al geannuleerd of het is al begonnen.',
  },
  FR: {
    askOffer: (title) => `Une place est libre pour vous à « ${title} ». Voulez-vous l’accepter ?`,
    accept: 'Accepter la place',
    decline: 'Refuser la place',
    askCancel: (title) => `Voulez-vous annuler votre inscription à « ${title} » ?`,
    cancel: 'Annuler l’inscription',
    done: {
      acceptOffer: 'Votre place est confirmée. Vous recevez un e-mail à ce sujet.',
      declineOffer: 'La place va à la personne suivante sur la liste d’attente.',
      cancel: 'Votre inscription est annulée.',
    },
    failed: 'Ce n’est plus possible : l’offre a expiré, l’inscription est déjà annulée ou cela a déjà commencé.',
  },
  EN: {
    askOffer: (title) => `There is a place for you at “${title}”. Do you want to accept it?`,
    accept: 'Accept the place',
    decline: 'Decline the place',
    askCancel: (title) => `Do you want to cancel your registration for “${title}”?`,
    cancel: 'Cancel the registration',
    done: {
      acceptOffer: 'Your place is confirmed. You get a mail about it.',
      declineOffer: 'The place goes to the next in line.',
      cancel: 'Your registration is cancelled.',
    },
    failed: 'This is not possible any more: the offer expired, the registration was cancelled or it has begun.',
  },
  DE: {
    askOffer: (title) => `Bei „${title}“ gibt es einen Platz für Sie. Möchten Sie ihn annehmen?`,
    accept: 'Platz annehmen',
    decline: 'Platz ablehnen',
    askCancel: (title) => `Möchten Sie Ihre Anmeldung für „${title}“ stornieren?`,
    cancel: 'Anmeldung stornieren',
    done: {
      acceptOffer: 'Ihr Platz ist bestätigt. Sie erhalten eine E-Mail dazu.',
      declineOffer: 'Der Platz geht an die nächste Person auf der Warteliste.',
      cancel: 'Ihre Anmeldung ist storniert.',
    },
    failed:
      'Das ist nicht mehr möglich: Das Angebot ist abgelaufen, die Anmeldung ist bereits storniert oder es hat schon begonnen.',
  },
};
