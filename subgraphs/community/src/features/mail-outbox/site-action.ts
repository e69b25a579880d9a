import type { Language } from '../person/language.js';
import type { MailContent } from './mail-template.js';

const labels: Record<Language, string> = {
  NL: 'Aanmelden bij Lokaal Digitaal',
  FR: 'Se connecter à Lokaal Digitaal',
  EN: 'Sign in to Lokaal Digitaal',
  DE: 'Bei Lokaal Digitaal anmelden',
};

/** The link of a mail to the web site, for what is done signed in. */
export const siteAction = (language: Language, publicUrl: string): Required<Pick<MailContent, 'action'>> => ({
  action: { label: labels[language], url: `${publicUrl.replace(/\/+$/, '')}/` },
});
