import type { MailContent } from '../mail-outbox/mail-template.js';
import { Language } from '../person/language.js';

export interface Recipient {
  /** Absent where a stranger may have chosen it, and in mail to an address that may be a stranger's. */
  readonly name?: string;
  readonly language: Language;
}

type Words = Pick<MailContent, 'subject' | 'paragraphs'> & { readonly label: string };

/** A letter with one link, in the language of its reader. */
export const write =
  (words: Record<Language, Words>) =>
  (recipient: Recipient, url: string): MailContent => {
    const { subject, paragraphs, label } = words[recipient.language];
    return { ...recipient, subject, paragraphs, action: { label, url } };
  };

export const confirmationMail = write({
  NL: {
    subject: 'Bevestig uw e-mailadres',
    paragraphs: [
      'Met dit e-mailadres is een account gevraagd. Volg de link en geef het wachtwoord dat u koos; hij werkt drie dagen.',
      'Was u dit niet? Negeer deze mail dan: zonder u kan niemand het account gebruiken. Wilt u zelf een account, registreer u dan met een eigen wachtwoord.',
    ],
    label: 'Bevestig mijn e-mailadres',
  },
  FR: {
    subject: 'Confirmez votre adresse e-mail',
    paragraphs: [
      'Un compte a été demandé avec cette adresse e-mail. Suivez le lien et saisissez le mot de passe que vous avez choisi ; il est valable trois jours.',
      'Ce n’était pas vous ? Ignorez ce message : sans vous, personne ne peut utiliser le compte. Si vous souhaitez un compte, inscrivez-vous avec votre propre mot de passe.',
    ],
    label: 'Confirmer mon adresse e-mail',
  },
  EN: {
    subject: 'Confirm your e-mail address',
    paragraphs: [
      'An account was asked for with this e-mail address. Follow the link and type the password that you chose; it works for three days.',
      'Was this not you? Then ignore this mail: without you nobody can use the account. If you want an account, register with a password of your own.',
    ],
    label: 'Confirm my e-mail address',
  },
  DE: {
    subject: 'Bestätigen Sie Ihre E-Mail-Adresse',
    paragraphs: [
      'Mit dieser E-Mail-Adresse wurde ein Konto beantragt. Folgen Sie dem Link und geben Sie das Passwort ein, das Sie gewählt haben; er gilt drei Tage.',
      'Waren Sie das nicht? Dann ignorieren Sie diese E-Mail: Ohne Sie kann niemand das Konto benutzen. Möchten Sie selbst ein Konto, registrieren Sie sich mit einem eigenen Passwort.',
    ],
    label: 'Meine E-Mail-Adresse bestätigen',
  },
});

export const alreadyRegisteredMail = write({
  NL: {
    subject: 'U hebt al een account',
    paragraphs: [
      'Met dit e-mailadres is opnieuw een account gevraagd, maar u hebt er al een. Er is niets veranderd.',
      'Kent u uw wachtwoord niet meer, of koos u er nog geen? Vraag dan een nieuw wachtwoord.',
    ],
    label: 'Nieuw wachtwoord vragen',
  },
  FR: {
    subject: 'Vous avez déjà un compte',
    paragraphs: [
      'Un compte a de nouveau été demandé avec cette adresse e-mail, mais vous en avez déjà un. Rien n’a changé.',
      'Vous ne connaissez plus votre mot de passe, ou n’en avez jamais choisi ? Demandez-en un nouveau.',
    ],
    label: 'Demander un nouveau mot de passe',
  },
  EN: {
    subject: 'You already have an account',
    paragraphs: [
      'An account was asked for again with this e-mail address, but you have one already. Nothing has changed.',
      'Do you not know your password any more, or did you never choose one? Then ask for a new one.',
    ],
    label: 'Ask for a new password',
  },
  DE: {
    subject: 'Sie haben bereits ein Konto',
    paragraphs: [
      'Mit dieser E-Mail-Adresse wurde erneut ein Konto beantragt, aber Sie haben schon eines. Nichts hat sich geändert.',
      'Sie kennen Ihr Passwort nicht mehr oder haben noch keines gewählt? Dann fordern Sie ein neues an.',
    ],
    label: 'Neues Passwort anfordern',
  },
});

export const passwordResetMail = write({
  NL: {
    subject: 'Kies een nieuw wachtwoord',
    paragraphs: [
      'Voor uw account is een nieuw wachtwoord gevraagd. Volg de link om het te kiezen; hij werkt een uur.',
      'Was u dit niet? Dan hoeft u niets te doen: uw wachtwoord blijft wat het was.',
    ],
    label: 'Nieuw wachtwoord kiezen',
  },
  FR: {
    subject: 'Choisissez un nouveau mot de passe',
    paragraphs: [
      'Un nouveau mot de passe a été demandé pour votre compte. Suivez le lien pour le choisir ; il est valable une heure.',
      'Ce n’était pas vous ? Vous ne devez rien faire : votre mot de passe reste le même.',
    ],
    label: 'Choisir un nouveau mot de passe',
  },
  EN: {
    subject: 'Choose a new password',
    paragraphs: [
      'A new password was asked for on your account. Follow the link to choose it; it works for one hour.',
      'Was this not you? Then there is nothing to do: your password stays what it was.',
    ],
    label: 'Choose a new password',
  },
  DE: {
    subject: 'Wählen Sie ein neues Passwort',
    paragraphs: [
      'Für Ihr Konto wurde ein neues Passwort angefordert. Folgen Sie dem Link, um es zu wählen; er gilt eine Stunde.',
      'Waren Sie das nicht? Dann brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es war.',
    ],
    label: 'Neues Passwort wählen',
  },
});

export const passwordChangedMail = write({
  NL: {
    subject: 'Uw wachtwoord is veranderd',
    paragraphs: [
      'Het wachtwoord van uw account is veranderd, en u bent overal afgemeld.',
      'Was u dit niet? Vraag dan meteen een nieuw wachtwoord.',
    ],
    label: 'Nieuw wachtwoord vragen',
  },
  FR: {
    subject: 'Votre mot de passe a été modifié',
    paragraphs: [
      'Le mot de passe de votre compte a été modifié et vous avez été déconnecté partout.',
      'Ce n’était pas vous ? Demandez immédiatement un nouveau mot de passe.',
    ],
    label: 'Demander un nouveau mot de passe',
  },
  EN: {
    subject: 'Your password was changed',
    paragraphs: [
      'The password of your account was changed, and you were signed out everywhere.',
      'Was this not you? Then ask for a new password at once.',
    ],
    label: 'Ask for a new password',
  },
  DE: {
    subject: 'Ihr Passwort wurde geändert',
    paragraphs: [
      'Das Passwort Ihres Kontos wurde geändert, und Sie wurden überall abgemeldet.',
      'Waren Sie das nicht? Dann fordern Sie sofort ein neues Passwort an.',
    ],
    label: 'Neues Passwort anfordern',
  },
});
