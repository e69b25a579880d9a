import { Language } from '../person/language.js';
import type { LinkedAnswer, LinkedInvitation } from './linked-invitations.js';
import { offerIn } from './offer-words.js';

interface PageWords {
  readonly ask: (invitation: LinkedInvitation) => string;
  /** For who has no account: an answer is a person's. */
  readonly unknown: (invitation: LinkedInvitation) => string;
  /** Where that is done. */
  readonly register: string;
  readonly accept: string;
  readonly decline: string;
  readonly done: Readonly<Record<LinkedAnswer, string>>;
  readonly failed: string;
}

export const pageWords: Readonly<Record<Language, PageWords>> = {
  NL: {
    ask: (one) => `${one.organisation} nodigt u uit als medewerker. ${offerIn(Language.NL, one)} Aanvaardt u dit?`,
    unknown: ({ organisation }) =>
      `${organisation} nodigt u uit als medewerker. Registreer uzelf eerst met dit e-mailadres en een eigen wachtwoord, en open daarna deze pagina opnieuw. Vroeg een ander al een account met uw adres? Bevestig dat niet: registreer uzelf.`,
    register: 'Account maken',
    accept: 'Uitnodiging aanvaarden',
    decline: 'Uitnodiging weigeren',
    done: {
      accept: 'U hebt de uitnodiging aanvaard. De contactpersonen van de organisatie krijgen bericht.',
      decline: 'U hebt de uitnodiging geweigerd. Er verandert niets.',
    },
    failed: 'Dit kan niet meer: de uitnodiging is beantwoord, ingetrokken of verlopen, of u werkt er al.',
  },
  FR: {
    ask: (one) => `${one.organisation} vous invite comme collaborateur. ${offerIn(Language.FR, one)} Acceptez-vous ?`,
    unknown: ({ organisation }) =>
      `${organisation} vous invite comme collaborateur. Inscrivez-vous d’abord vous-même avec cette adresse e-mail et un mot de passe à vous, puis rouvrez cette page. Quelqu’un d’autre a déjà demandé un compte avec votre adresse ? Ne le confirmez pas : inscrivez-vous vous-même.`,
    register: 'Créer un compte',
    accept: 'Accepter l’invitation',
    decline: 'Refuser l’invitation',
    done: {
      accept: 'Vous avez accepté l’invitation. Les personnes de contact de l’organisation en sont informées.',
      decline: 'Vous avez refusé l’invitation. Rien ne change.',
    },
    failed:
      'Ce n’est plus possible : l’invitation a reçu une réponse, a été retirée ou a expiré, ou vous y travaillez déjà.',
  },
  EN: {
    ask: (one) => `${one.organisation} invites you as one of its people. ${offerIn(Language.EN, one)} Do you accept?`,
    unknown: ({ organisation }) =>
      `${organisation} invites you as one of its people. First register yourself with this e-mail address and a password of your own, then open this page again. Did somebody else ask for an account with your address? Do not confirm that one: register yourself.`,
    register: 'Make an account',
    accept: 'Accept the invitation',
    decline: 'Decline the invitation',
    done: {
      accept: 'You accepted the invitation. The contact persons of the organisation are told.',
      decline: 'You declined the invitation. Nothing changes.',
    },
    failed:
      'This is not possible any more: the invitation was answered, withdrawn or has expired, or you work there already.',
  },
  DE: {
    ask: (one) => `${one.organisation} lädt Sie als Mitarbeiter ein. ${offerIn(Language.DE, one)} Nehmen Sie an?`,
    unknown: ({ organisation }) =>
      `${organisation} lädt Sie als Mitarbeiter ein. Registrieren Sie sich zuerst selbst mit dieser E-Mail-Adresse und einem eigenen Passwort, und öffnen Sie dann diese Seite erneut. Hat jemand anderes schon ein Konto mit Ihrer Adresse beantragt? Bestätigen Sie es nicht: Registrieren Sie sich selbst.`,
    register: 'Konto erstellen',
    accept: 'Einladung annehmen',
    decline: 'Einladung ablehnen',
    done: {
      accept: 'Sie haben die Einladung angenommen. Die Kontaktpersonen der Organisation werden benachrichtigt.',
      decline: 'Sie haben die Einladung abgelehnt. Es ändert sich nichts.',
    },
    failed:
      'Das ist nicht mehr möglich: Die Einladung wurde beantwortet, zurückgezogen oder ist abgelaufen, oder Sie arbeiten dort bereits.',
  },
};
