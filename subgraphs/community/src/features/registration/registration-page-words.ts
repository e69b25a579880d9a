import type { Language } from '../person/language.js';
import type { LinkedAct } from './linked-registrations.js';

type Asking = (event: string) => string;

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
    askOffer: (event) => `Er is een plaats voor u bij “${event}”. Wilt u ze aanvaarden?`,
    accept: 'Plaats aanvaarden',
    decline: 'Plaats weigeren',
    askCancel: (event) => `Wilt u uw inschrijving voor “${event}” annuleren?`,
    cancel: 'Inschrijving annuleren',
    done: {
      acceptOffer: 'Uw plaats is bevestigd. U krijgt een mail met uw ticketcode.',
      declineOffer: 'De plaats gaat naar de volgende op de wachtlijst.',
      cancel: 'Uw inschrijving is geannuleerd.',
    },
    failed:
      'Dit kan niet meer: het aanbod is vervallen, de inschrijving is al geannuleerd of het evenement is begonnen.',
  },
  FR: {
    askOffer: (event) => `Une place est libre pour vous à « ${event} ». Voulez-vous l’accepter ?`,
    accept: 'Accepter la place',
    decline: 'Refuser la place',
    askCancel: (event) => `Voulez-vous annuler votre inscription à « ${event} » ?`,
    cancel: 'Annuler l’inscription',
    done: {
      acceptOffer: 'Votre place est confirmée. Vous recevez un e-mail avec votre code de billet.',
      declineOffer: 'La place va à la personne suivante sur la liste d’attente.',
      cancel: 'Votre inscription est annulée.',
    },
    failed: 'Ce n’est plus possible : l’offre a expiré, l’inscription est déjà annulée ou l’événement a commencé.',
  },
  EN: {
    askOffer: (event) => `There is a place for you at “${event}”. Do you want to accept it?`,
    accept: 'Accept the place',
    decline: 'Decline the place',
    askCancel: (event) => `Do you want to cancel your registration for “${event}”?`,
    cancel: 'Cancel the registration',
    done: {
      acceptOffer: 'Your place is confirmed. You get a mail with your ticket code.',
      declineOffer: 'The place goes to the next in line.',
      cancel: 'Your registration is cancelled.',
    },
    failed: 'This is not possible any more: the offer expired, the registration was cancelled or the event has begun.',
  },
  DE: {
    askOffer: (event) => `Bei „${event}“ gibt es einen Platz für Sie. Möchten Sie ihn annehmen?`,
    accept: 'Platz annehmen',
    decline: 'Platz ablehnen',
    askCancel: (event) => `Möchten Sie Ihre Anmeldung für „${event}“ stornieren?`,
    cancel: 'Anmeldung stornieren',
    done: {
      acceptOffer: 'Ihr Platz ist bestätigt. Sie erhalten eine E-Mail mit Ihrem Ticketcode.',
      declineOffer: 'Der Platz geht an die nächste Person auf der Warteliste.',
      cancel: 'Ihre Anmeldung ist storniert.',
    },
    failed:
      'Das ist nicht mehr möglich: Das Angebot ist abgelaufen, die Anmeldung ist bereits storniert oder die Veranstaltung hat begonnen.',
  },
};
