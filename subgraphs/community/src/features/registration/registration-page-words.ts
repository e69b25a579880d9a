import type { Language } from '../person/language.js';
import type { Obstacle } from './linked-place.policy.js';
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
  readonly over: Readonly<Record<Obstacle, Asking>>;
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
    over: {
      calledOff: (title) => `“${title}” gaat niet door: er is niets meer te doen.`,
      cancelled: (title) => `Uw inschrijving voor “${title}” is geannuleerd.`,
      begun: (title) => `“${title}” is begonnen of voorbij: hier verandert niets meer aan.`,
      expired: (title) => `Het aanbod van een plaats bij “${title}” is vervallen.`,
      confirmed: (title) => `U hebt al een plaats bij “${title}”.`,
      waiting: (title) => `U staat op de wachtlijst voor “${title}”. U krijgt een mail als er een plaats voor u is.`,
    },
    failed: 'Dit kan niet meer: er veranderde iets, of u hebt op dat moment een andere sessie.',
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
    over: {
      calledOff: (title) => `« ${title} » n’a pas lieu : il n’y a plus rien à faire.`,
      cancelled: (title) => `Votre inscription à « ${title} » est annulée.`,
      begun: (title) => `« ${title} » a commencé ou est terminé : plus rien ne change.`,
      expired: (title) => `L’offre d’une place à « ${title} » a expiré.`,
      confirmed: (title) => `Vous avez déjà une place à « ${title} ».`,
      waiting: (title) =>
        `Vous êtes sur la liste d’attente de « ${title} ». Vous recevrez un e-mail dès qu’une place est libre pour vous.`,
    },
    failed: 'Ce n’est plus possible : quelque chose a changé, ou vous avez une autre session à ce moment.',
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
    over: {
      calledOff: (title) => `“${title}” does not take place: there is nothing left to do.`,
      cancelled: (title) => `Your registration for “${title}” is cancelled.`,
      begun: (title) => `“${title}” has begun or is over: nothing changes any more.`,
      expired: (title) => `The offer of a place at “${title}” expired.`,
      confirmed: (title) => `You have a place at “${title}” already.`,
      waiting: (title) => `You are on the waiting list of “${title}”. You get a mail when there is a place for you.`,
    },
    failed: 'This is not possible any more: something changed, or you have another session at that time.',
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
    over: {
      calledOff: (title) => `„${title}“ findet nicht statt: Es ist nichts mehr zu tun.`,
      cancelled: (title) => `Ihre Anmeldung für „${title}“ ist storniert.`,
      begun: (title) => `„${title}“ hat begonnen oder ist vorbei: Daran ändert sich nichts mehr.`,
      expired: (title) => `Das Angebot eines Platzes bei „${title}“ ist abgelaufen.`,
      confirmed: (title) => `Sie haben bereits einen Platz bei „${title}“.`,
      waiting: (title) =>
        `Sie stehen auf der Warteliste für „${title}“. Sie erhalten eine E-Mail, sobald ein Platz für Sie frei ist.`,
    },
    failed: 'Das ist nicht mehr möglich: Etwas hat sich geändert, oder Sie haben dann eine andere Session.',
  },
};
