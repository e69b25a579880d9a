import type { EntityManager } from 'typeorm';
import { enqueueMail } from '../mail-outbox/mail-outbox.js';
import type { MailContent } from '../mail-outbox/mail-template.js';
import { Language } from '../person/language.js';
import type { PersonEntity } from '../person/person.entity.js';
import { type Offer, offerIn } from './offer-words.js';

interface Facts {
  readonly organisation: string;
  readonly by: string;
}

interface Words {
  readonly subject: (facts: Facts) => string;
  /** For who has an account: who invites is told by name. */
  readonly known: (facts: Facts) => string;
  /** For a stranger: no text that somebody could choose to be sent. */
  readonly unknown: (facts: Facts) => string;
  /** For who does not work there. */
  readonly mistaken: string;
  readonly label: string;
}

const words: Readonly<Record<Language, Words>> = {
  NL: {
    subject: ({ organisation }) => `${organisation} nodigt u uit als medewerker`,
    known: ({ organisation, by }) =>
      `${by} nodigt u uit als medewerker van ${organisation}. Volg de link om de uitnodiging te aanvaarden of te weigeren; ze geldt twee weken.`,
    unknown: ({ organisation }) =>
      `${organisation} nodigt u uit als medewerker. Registreer uzelf met dit e-mailadres en een eigen wachtwoord en volg daarna de link om de uitnodiging te aanvaarden of te weigeren; ze geldt twee weken.`,
    mistaken: 'Werkt u daar niet? Dan hoeft u niets te doen: er verandert niets zonder uw akkoord.',
    label: 'Uitnodiging bekijken',
  },
  FR: {
    subject: ({ organisation }) => `${organisation} vous invite comme collaborateur`,
    known: ({ organisation, by }) =>
      `${by} vous invite comme collaborateur chez ${organisation}. Suivez le lien pour accepter ou refuser l’invitation ; elle est valable deux semaines.`,
    unknown: ({ organisation }) =>
      `${organisation} vous invite comme collaborateur. Inscrivez-vous vous-même avec cette adresse e-mail et un mot de passe à vous, puis suivez le lien pour accepter ou refuser l’invitation ; elle est valable deux semaines.`,
    mistaken: 'Vous n’y travaillez pas ? Vous n’avez rien à faire : rien ne change sans votre accord.',
    label: 'Voir l’invitation',
  },
  EN: {
    subject: ({ organisation }) => `${organisation} invites you as one of its people`,
    known: ({ organisation, by }) =>
      `${by} invites you as somebody who works for ${organisation}. Follow the link to accept or decline the invitation; it holds for two weeks.`,
    unknown: ({ organisation }) =>
      `${organisation} invites you as somebody who works there. Register yourself with this e-mail address and a password of your own, then follow the link to accept or decline the invitation; it holds for two weeks.`,
    mistaken: 'You do not work there? Then there is nothing to do: nothing changes without your yes.',
    label: 'See the invitation',
  },
  DE: {
    subject: ({ organisation }) => `${organisation} lädt Sie als Mitarbeiter ein`,
    known: ({ organisation, by }) =>
      `${by} lädt Sie als Mitarbeiter von ${organisation} ein. Folgen Sie dem Link, um die Einladung anzunehmen oder abzulehnen; sie gilt zwei Wochen.`,
    unknown: ({ organisation }) =>
      `${organisation} lädt Sie als Mitarbeiter ein. Registrieren Sie sich selbst mit dieser E-Mail-Adresse und einem eigenen Passwort und folgen Sie dann dem Link, um die Einladung anzunehmen oder abzulehnen; sie gilt zwei Wochen.`,
    mistaken: 'Sie arbeiten dort nicht? Dann müssen Sie nichts tun: ohne Ihr Ja ändert sich nichts.',
    label: 'Einladung ansehen',
  },
};

interface Invitation {
  readonly email: string;
  /** Whoever has the address, confirmed or not. */
  readonly invited: PersonEntity | undefined;
  readonly by: PersonEntity;
  readonly organisation: { readonly id: string; readonly legalName: string };
  readonly offer: Required<Offer>;
  readonly link: string;
  readonly now: Date;
}

/** To the address, whoever reads there: only the mail tells whether it has an account. */
export const tellInvited = (tx: EntityManager, { email, now, ...invitation }: Invitation): Promise<void> =>
  enqueueMail(tx, { email, kind: `INVITATION ${invitation.organisation.id}`, now }, contentOf(invitation));

function contentOf({ invited, by, organisation, offer, link }: Omit<Invitation, 'email' | 'now'>): MailContent {
  const facts = { organisation: organisation.legalName, by: by.name };
  // a name that nobody confirmed may be anybody's
  const known = invited?.emailConfirmedAt || invited?.enteredAt ? invited : undefined;
  const language = known?.language ?? Language.NL;
  const { roles, from } = offer;
  const { subject, label, mistaken, ...asks } = words[language];
  return {
    language,
    ...(known && { name: known.name }),
    subject: subject(facts),
    paragraphs: [
      asks[known ? 'known' : 'unknown'](facts),
      offerIn(language, known ? offer : { roles, from }),
      mistaken,
    ],
    action: { label, url: link },
  };
}
