import type { MailContent } from '../mail-outbox/mail-template.js';
import { Language } from '../person/language.js';
import { type Recipient, write } from './identity-mails.js';

export const invitationMail = write({
  NL: {
    subject: 'Kies een wachtwoord voor uw account',
    paragraphs: [
      'De vereniging maakte een account voor u. Volg de link om een wachtwoord te kiezen; hij werkt een week.',
      'Is de link te oud? Vraag dan een nieuw wachtwoord met dit e-mailadres.',
    ],
    label: 'Wachtwoord kiezen',
  },
  FR: {
    subject: 'Choisissez un mot de passe pour votre compte',
    paragraphs: [
      'L’association a créé un compte pour vous. Suivez le lien pour choisir un mot de passe ; il est valable une semaine.',
      'Le lien est trop ancien ? Demandez un nouveau mot de passe avec cette adresse e-mail.',
    ],
    label: 'Choisir un mot de passe',
  },
  EN: {
    subject: 'Choose a password for your account',
    paragraphs: [
      'The association made an account for you. Follow the link to choose a password; it works for a week.',
      'Is the link too old? Then ask for a new password with this e-mail address.',
    ],
    label: 'Choose a password',
  },
  DE: {
    subject: 'Wählen Sie ein Passwort für Ihr Konto',
    paragraphs: [
      'Der Verband hat ein Konto für Sie angelegt. Folgen Sie dem Link, um ein Passwort zu wählen; er gilt eine Woche.',
      'Ist der Link zu alt? Dann fordern Sie mit dieser E-Mail-Adresse ein neues Passwort an.',
    ],
    label: 'Passwort wählen',
  },
});

export const confirmChangeMail = write({
  NL: {
    subject: 'Bevestig uw nieuwe e-mailadres',
    paragraphs: [
      'Er is gevraagd om dit e-mailadres voor een bestaand account te gebruiken. Volg de link en geef het wachtwoord van dat account; hij werkt drie dagen.',
      'Was u dit niet? Negeer deze mail dan: zonder u verandert er niets.',
    ],
    label: 'Bevestig mijn nieuwe e-mailadres',
  },
  FR: {
    subject: 'Confirmez votre nouvelle adresse e-mail',
    paragraphs: [
      'Il a été demandé d’utiliser cette adresse e-mail pour un compte existant. Suivez le lien et saisissez le mot de passe de ce compte ; il est valable trois jours.',
      'Ce n’était pas vous ? Ignorez ce message : sans vous, rien ne change.',
    ],
    label: 'Confirmer ma nouvelle adresse e-mail',
  },
  EN: {
    subject: 'Confirm your new e-mail address',
    paragraphs: [
      'It was asked to use this e-mail address for an existing account. Follow the link and type the password of that account; it works for three days.',
      'Was this not you? Then ignore this mail: without you nothing changes.',
    ],
    label: 'Confirm my new e-mail address',
  },
  DE: {
    subject: 'Bestätigen Sie Ihre neue E-Mail-Adresse',
    paragraphs: [
      'Diese E-Mail-Adresse soll für ein bestehendes Konto verwendet werden. Folgen Sie dem Link und geben Sie das Passwort dieses Kontos ein; er gilt drei Tage.',
      'Waren Sie das nicht? Dann ignorieren Sie diese E-Mail: Ohne Sie ändert sich nichts.',
    ],
    label: 'Meine neue E-Mail-Adresse bestätigen',
  },
});

export const addressInUseMail = write({
  NL: {
    subject: 'U hebt al een account met dit e-mailadres',
    paragraphs: [
      'Iemand wilde dit e-mailadres voor een ander account gebruiken, maar u hebt er al een. Er is niets veranderd.',
      'Was u dit zelf? Meld u dan met dit adres aan. Kent u uw wachtwoord niet meer, vraag dan een nieuw.',
    ],
    label: 'Nieuw wachtwoord vragen',
  },
  FR: {
    subject: 'Vous avez déjà un compte avec cette adresse e-mail',
    paragraphs: [
      'Quelqu’un voulait utiliser cette adresse e-mail pour un autre compte, mais vous en avez déjà un. Rien n’a changé.',
      'C’était vous ? Connectez-vous avec cette adresse. Si vous ne connaissez plus votre mot de passe, demandez-en un nouveau.',
    ],
    label: 'Demander un nouveau mot de passe',
  },
  EN: {
    subject: 'You already have an account with this e-mail address',
    paragraphs: [
      'Somebody wanted to use this e-mail address for another account, but you have one already. Nothing has changed.',
      'Was this you? Then sign in with this address. If you do not know your password any more, ask for a new one.',
    ],
    label: 'Ask for a new password',
  },
  DE: {
    subject: 'Sie haben bereits ein Konto mit dieser E-Mail-Adresse',
    paragraphs: [
      'Jemand wollte diese E-Mail-Adresse für ein anderes Konto verwenden, aber Sie haben schon eines. Nichts hat sich geändert.',
      'Waren Sie das? Dann melden Sie sich mit dieser Adresse an. Kennen Sie Ihr Passwort nicht mehr, fordern Sie ein neues an.',
    ],
    label: 'Neues Passwort anfordern',
  },
});

export const changeAskedMail = write({
  NL: {
    subject: 'Er is een ander e-mailadres gevraagd voor uw account',
    paragraphs: [
      'Voor uw account is een ander e-mailadres gevraagd. Het verandert pas als de link in de mail aan het nieuwe adres gevolgd is.',
      'Was u dit niet? Dan kent iemand uw wachtwoord. Kies meteen een nieuw: de vraag vervalt dan.',
    ],
    label: 'Nieuw wachtwoord vragen',
  },
  FR: {
    subject: 'Une autre adresse e-mail a été demandée pour votre compte',
    paragraphs: [
      'Une autre adresse e-mail a été demandée pour votre compte. Elle ne change que lorsque le lien envoyé à la nouvelle adresse est suivi.',
      'Ce n’était pas vous ? Quelqu’un connaît votre mot de passe. Choisissez-en un nouveau immédiatement : la demande est alors annulée.',
    ],
    label: 'Demander un nouveau mot de passe',
  },
  EN: {
    subject: 'Another e-mail address was asked for on your account',
    paragraphs: [
      'Another e-mail address was asked for on your account. It changes only when the link in the mail to the new address is followed.',
      'Was this not you? Then somebody knows your password. Choose a new one at once: the request is then void.',
    ],
    label: 'Ask for a new password',
  },
  DE: {
    subject: 'Für Ihr Konto wurde eine andere E-Mail-Adresse angefordert',
    paragraphs: [
      'Für Ihr Konto wurde eine andere E-Mail-Adresse angefordert. Sie ändert sich erst, wenn dem Link an die neue Adresse gefolgt wird.',
      'Waren Sie das nicht? Dann kennt jemand Ihr Passwort. Wählen Sie sofort ein neues: Die Anforderung verfällt dann.',
    ],
    label: 'Neues Passwort anfordern',
  },
});

/** To the former address: no link there opens anything any more. */
export const addressChangedMail = ({ name, language }: Required<Recipient>): MailContent => ({
  name,
  language,
  ...addressChanged[language],
});

const addressChanged: Record<Language, Pick<MailContent, 'subject' | 'paragraphs'>> = {
  NL: {
    subject: 'Uw e-mailadres is veranderd',
    paragraphs: [
      'Het e-mailadres van uw account is veranderd, en u bent overal afgemeld. Aan dit adres schrijven wij u niet meer.',
      'Was u dit niet, en vroeg u het niet? Neem dan meteen contact op met de vereniging.',
    ],
  },
  FR: {
    subject: 'Votre adresse e-mail a été modifiée',
    paragraphs: [
      'L’adresse e-mail de votre compte a été modifiée et vous avez été déconnecté partout. Nous n’écrivons plus à cette adresse.',
      'Ce n’était pas vous, et vous ne l’avez pas demandé ? Contactez immédiatement l’association.',
    ],
  },
  EN: {
    subject: 'Your e-mail address was changed',
    paragraphs: [
      'The e-mail address of your account was changed, and you were signed out everywhere. We no longer write to this address.',
      'Was this not you, and did you not ask for it? Then contact the association at once.',
    ],
  },
  DE: {
    subject: 'Ihre E-Mail-Adresse wurde geändert',
    paragraphs: [
      'Die E-Mail-Adresse Ihres Kontos wurde geändert, und Sie wurden überall abgemeldet. An diese Adresse schreiben wir nicht mehr.',
      'Waren Sie das nicht, und haben Sie nicht darum gebeten? Dann wenden Sie sich sofort an den Verband.',
    ],
  },
};
