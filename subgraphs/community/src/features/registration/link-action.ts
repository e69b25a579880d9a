import type { EventTurn } from '../event/event-follower.js';
import type { MailContent } from '../mail-outbox/mail-template.js';
import type { Language } from '../person/language.js';
import type { Recipient } from './moment-in-words.js';
import type { LinkedPage } from './registration-links.js';

const labels: Record<LinkedPage | 'signOff', Record<Language, string>> = {
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
  signOff: {
    NL: 'Afmelden voor de sessie',
    FR: 'Se désinscrire de la session',
    EN: 'Sign off from the session',
    DE: 'Von der Session abmelden',
  },
};

interface Linked extends Pick<EventTurn, 'links'> {
  /** Absent: there is nothing to do about it. */
  readonly page: LinkedPage | undefined;
  /** Whether it is about a session, and not about the place at the event. */
  readonly ofSession?: boolean;
  /** Of the registration or sign-up. */
  readonly id: string;
}

/** The link of a mail to this person, where there is something to do. */
export function linkAction(
  { language, email }: Recipient,
  { links, page, ofSession, id }: Linked,
): Pick<MailContent, 'action'> {
  if (page === undefined) return {};
  const label = page === 'cancel' && ofSession ? labels.signOff : labels[page];
  return { action: { label: label[language], url: links.to(page, { id, email }) } };
}
