import type { Language } from '../person/language.js';
import { actionTo } from './mail-html.js';
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

/** A mail as it leaves: with the address of the account page in what it asks to do, and nowhere in what people wrote. */
export function withAccountPage<Mail extends Pick<RenderedMail, 'text' | 'html'>>(mail: Mail, publicUrl: string): Mail {
  const page = `${publicUrl}/account/`;
  const html = mail.html.replace(actionTo(unknownPlace), () => actionTo(page));
  if (html === mail.html) return mail;
  // the text has nothing after the action but the closing
  const place = mail.text.lastIndexOf(unknownPlace);
  const text = `${mail.text.slice(0, place)}${page}${mail.text.slice(place + unknownPlace.length)}`;
  return { ...mail, text, html };
}
