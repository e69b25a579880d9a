import type { Language } from '../person/language.js';
import type { MailContent, MailLink, RenderedMail } from './mail-template.js';

const labels: Record<Language, string> = {
  NL: 'Aanmelden bij Lokaal Digitaal',
  FR: 'Se connecter à Lokaal Digitaal',
  EN: 'Sign in to Lokaal Digitaal',
  DE: 'Bei Lokaal Digitaal anmelden',
};

/** For a mail about what is done signed in. */
export const signInAction = { action: 'signIn' } as const satisfies Pick<MailContent, 'action'>;

/** The account page in a mail that waits: an address that nobody can have (RFC 2606), until the sender fills in the real one. */
const unknownPlace = 'https://account.invalid/';

export const signInLink = (language: Language): MailLink => ({ label: labels[language], url: unknownPlace });

/** A mail as it leaves: with the address of the account page. */
export function withAccountPage<Mail extends Pick<RenderedMail, 'text' | 'html'>>(mail: Mail, publicUrl: string): Mail {
  const placed = (text: string): string => text.replaceAll(unknownPlace, `${publicUrl}/account/`);
  return { ...mail, text: placed(mail.text), html: placed(mail.html) };
}
