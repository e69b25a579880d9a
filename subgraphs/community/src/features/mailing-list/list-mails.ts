import { type MailContent, paragraphsOf } from '../mail-outbox/mail-template.js';
import type { Language } from '../person/language.js';

interface Words {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly label: string;
}

type WordsFor = (list: string) => Words;

const confirmation: Record<Language, WordsFor> = {
  NL: (list) => ({
    subject: `Bevestig uw inschrijving op ${list}`,
    paragraphs: [
      `Met dit e-mailadres is een inschrijving gevraagd op de mailinglijst ${list}. Volg de link om ze te bevestigen; hij werkt drie dagen.`,
      'Was u dit niet? Dan hoeft u niets te doen: zonder bevestiging krijgt u niets.',
    ],
    label: 'Bevestig mijn inschrijving',
  }),
  FR: (list) => ({
    subject: `Confirmez votre inscription à ${list}`,
    paragraphs: [
      `Une inscription à la liste de diffusion ${list} a été demandée avec cette adresse e-mail. Suivez le lien pour la confirmer ; il est valable trois jours.`,
      'Ce n’était pas vous ? Vous ne devez rien faire : sans confirmation, vous ne recevrez rien.',
    ],
    label: 'Confirmer mon inscription',
  }),
  EN: (list) => ({
    subject: `Confirm your subscription to ${list}`,
    paragraphs: [
      `A subscription to the mailing list ${list} was asked for with this e-mail address. Follow the link to confirm it; it works for three days.`,
      'Was this not you? Then there is nothing to do: without it you get nothing.',
    ],
    label: 'Confirm my subscription',
  }),
  DE: (list) => ({
    subject: `Bestätigen Sie Ihre Anmeldung zu ${list}`,
    paragraphs: [
      `Mit dieser E-Mail-Adresse wurde eine Anmeldung zur Mailingliste ${list} beantragt. Folgen Sie dem Link, um sie zu bestätigen; er gilt drei Tage.`,
      'Waren Sie das nicht? Dann ist nichts zu tun: Ohne Bestätigung erhalten Sie nichts.',
    ],
    label: 'Meine Anmeldung bestätigen',
  }),
};

const known: Record<Language, (list: string) => Omit<Words, 'label'>> = {
  NL: (list) => ({
    subject: `U bent al ingeschreven op ${list}`,
    paragraphs: [
      `Voor dit e-mailadres is opnieuw een inschrijving gevraagd op ${list}, maar ze is er al. Er is niets veranderd.`,
    ],
  }),
  FR: (list) => ({
    subject: `Vous êtes déjà inscrit à ${list}`,
    paragraphs: [
      `Une inscription à ${list} a de nouveau été demandée pour cette adresse e-mail, mais elle existe déjà. Rien n’a changé.`,
    ],
  }),
  EN: (list) => ({
    subject: `You are already subscribed to ${list}`,
    paragraphs: [
      `A subscription to ${list} was asked for again with this e-mail address, but there is one already. Nothing has changed.`,
    ],
  }),
  DE: (list) => ({
    subject: `Sie sind bereits bei ${list} angemeldet`,
    paragraphs: [
      `Für diese E-Mail-Adresse wurde erneut eine Anmeldung zu ${list} beantragt, aber es gibt sie schon. Nichts hat sich geändert.`,
    ],
  }),
};

const endings: Record<Language, (list: string) => { reason: string; label: string }> = {
  NL: (list) => ({ reason: `U krijgt deze mail omdat u ingeschreven bent op ${list}.`, label: 'Uitschrijven' }),
  FR: (list) => ({ reason: `Vous recevez ce message parce que vous êtes inscrit à ${list}.`, label: 'Se désinscrire' }),
  EN: (list) => ({ reason: `You get this mail because you are subscribed to ${list}.`, label: 'Unsubscribe' }),
  DE: (list) => ({ reason: `Sie erhalten diese E-Mail, weil Sie bei ${list} angemeldet sind.`, label: 'Abmelden' }),
};

interface Addressed {
  readonly language: Language;
  /** Name of the list. */
  readonly list: string;
}

export function confirmationMail({ language, list }: Addressed, url: string): MailContent {
  const { subject, paragraphs, label } = confirmation[language](list);
  return { language, subject, paragraphs, action: { label, url } };
}

export const alreadySubscribedMail = ({ language, list }: Addressed): MailContent => ({
  language,
  ...known[language](list),
});

interface Issue {
  readonly subject: string;
  readonly body: string;
  /** Of the list. */
  readonly slug: string;
}

/** An issue as one subscriber gets it, with a link and a button that end the subscription. */
export function issueMail(
  { language, list }: Addressed,
  { subject, body, slug }: Issue,
  unsubscribeUrl: string,
): MailContent {
  const { reason, label } = endings[language](list);
  const paragraphs = [...paragraphsOf(body), reason];
  const action = { label, url: unsubscribeUrl };
  return { language, subject, paragraphs, linksAddresses: true, action, list: { slug, name: list }, unsubscribeUrl };
}
