import type { MailContent } from '../mail-outbox/mail-template.js';
import type { Recipient } from '../identity/identity-mails.js';
import type { Language } from '../person/language.js';

const words: Record<Language, (issuer: string) => Pick<MailContent, 'subject' | 'paragraphs'> & { label: string }> = {
  NL: (issuer) => ({
    subject: 'Een andere manier van aanmelden is gekoppeld',
    paragraphs: [
      `U kunt zich voortaan aanmelden met ${issuer}.`,
      'Was u dit niet? Kies dan meteen een nieuw wachtwoord, en maak de koppeling ongedaan bij uw profiel.',
    ],
    label: 'Nieuw wachtwoord vragen',
  }),
  FR: (issuer) => ({
    subject: 'Un autre moyen de connexion a été lié',
    paragraphs: [
      `Vous pouvez désormais vous connecter avec ${issuer}.`,
      'Ce n’était pas vous ? Choisissez immédiatement un nouveau mot de passe et supprimez ce lien dans votre profil.',
    ],
    label: 'Demander un nouveau mot de passe',
  }),
  EN: (issuer) => ({
    subject: 'Another way to sign in was linked',
    paragraphs: [
      `From now on you can sign in with ${issuer}.`,
      'Was this not you? Then choose a new password at once, and unlink it in your profile.',
    ],
    label: 'Ask for a new password',
  }),
  DE: (issuer) => ({
    subject: 'Eine weitere Anmeldung wurde verknüpft',
    paragraphs: [
      `Sie können sich ab jetzt mit ${issuer} anmelden.`,
      'Waren Sie das nicht? Dann wählen Sie sofort ein neues Passwort und heben Sie die Verknüpfung in Ihrem Profil auf.',
    ],
    label: 'Neues Passwort anfordern',
  }),
};

export function identityLinkedMail({ name, language }: Recipient, issuer: string, url: string): MailContent {
  const { subject, paragraphs, label } = words[language](issuer);
  return { name, language, subject, paragraphs, action: { label, url } };
}
