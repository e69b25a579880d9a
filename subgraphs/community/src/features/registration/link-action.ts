import type { EventTurn } from '../event/event-follower.js';
import type { MailContent } from '../mail-outbox/mail-template.js';
import type { Language } from '../person/language.js';
import type { Recipient } from './moment-in-words.js';
import type { LinkedPage } from './registration-links.js';

const labels: Record<LinkedPage, Record<Language, string>> = {
  offer: {
    NL: 'Plaats aanvaarden of weigeren',
    FR: 'Accepter ou refuser la place',
    EN: 'Accept or decline the place',
    DE: 'Platz annehmen oder ablehnen',
  },
  cancel: {
    NL: 'Inschrijving annuleren',
    FR: 'Annuler l’inscription',
    EN: 'Cancel the registration',
    DE: 'Anmeldung stornieren',
  },
};

interface Linked extends Pick<EventTurn, 'links'> {
  /** Absent: there is nothing to do about it. */
  readonly page: LinkedPage | undefined;
  /** Of the registration or sign-up. */
  readonly id: string;
}

/** The link of a mail to this person, where there is something to do. */
export const linkAction = ({ language, email }: Recipient, { links, page, id }: Linked): Pick<MailContent, 'action'> =>
  page === undefined ? {} : { action: { label: labels[page][language], url: links.to(page, { id, email }) } };
