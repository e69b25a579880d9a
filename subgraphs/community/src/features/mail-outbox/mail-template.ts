import type { Language } from '../person/language.js';
import { signInLink } from './account-page.js';
import { actionTo, escapeHtml, withLinks } from './mail-html.js';

/** What a mail says, before it is laid out. */
export interface MailContent {
  readonly language: Language;
  readonly subject: string;
  /** Name of the person who is addressed; absent when it is not known. */
  readonly name?: string;
  readonly paragraphs: readonly string[];
  /** Whose words the paragraphs are, when they are a person's: said before the greeting, where those cannot pass for it. */
  readonly writtenBy?: string;
  /** The one thing to do: a link, or what is done signed in on the account page. */
  readonly action?: MailLink | 'signIn';
  /** Web addresses in the paragraphs become links in HTML: for what staff wrote, never for names of strangers. */
  readonly linksAddresses?: boolean;
  /** Of a mailing list: which one. */
  readonly list?: MailList;
  /** Of a mailing list: where one POST ends the subscription, for the button of mail programs (RFC 8058). */
  readonly unsubscribeUrl?: string;
  /** Small files, such as a calendar entry or a picture: 200 kB together. */
  readonly attachments?: readonly MailAttachment[];
}

export interface MailLink {
  readonly label: string;
  readonly url: string;
}

export interface MailList {
  readonly slug: string;
  readonly name: string;
}

export interface MailAttachment {
  readonly fileName: string;
  /** Media type with its parameters, for example text/calendar; charset=utf-8; method=PUBLISH. */
  readonly type: string;
  readonly content: string;
  /**
   * A picture that the mail shows, a QR code of the content: drawn when the mail is sent, which keeps nobody waiting. With
   * the id by which the HTML names it, and what it says to who does not see it.
   */
  readonly picture?: { readonly id: string; readonly alt: string };
}

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const greetings: Record<Language, string> = {
  NL: 'Dag',
  FR: 'Bonjour',
  EN: 'Hello',
  DE: 'Guten Tag',
};

const closings: Record<Language, string> = {
  NL: 'Met vriendelijke groeten\nLokaal Digitaal',
  FR: 'Cordialement\nLokaal Digitaal',
  EN: 'Kind regards\nLokaal Digitaal',
  DE: 'Mit freundlichen Grüßen\nLokaal Digitaal',
};

/** French has a space in front, at which no line breaks. */
export const colons: Record<Language, string> = { NL: ':', FR: '\u00a0:', EN: ':', DE: ':' };

/** Paragraphs of a text in which an empty line begins one. */
export const paragraphsOf = (text: string): string[] => text.split(/\n\s*\n/);

/** Lays out a mail as plain text and as simple HTML. Names are text of strangers: escaped, and never with a line break. */
export function renderMail(content: MailContent): RenderedMail {
  const { language, subject, writtenBy } = content;
  const action = content.action === 'signIn' ? signInLink(language) : content.action;
  const name = content.name === undefined ? '' : ` ${content.name.replace(/\s+/g, ' ')}`;
  const greeting = `${greetings[language]}${name},`;
  const paragraphs = [...(writtenBy === undefined ? [] : [writtenBy]), greeting, ...content.paragraphs];
  const actions = action ? [`${action.label}${colons[language]}\n${action.url}`] : [];
  return {
    subject,
    text: `${[...paragraphs, ...actions, closings[language]].join('\n\n')}\n`,
    html: asHtml({ ...content, paragraphs }, action),
  };
}

/** Programs that leave it out show a mail as plain paragraphs. */
const style = [
  'body { margin: 0; padding: 1.5em 0.75em; background: #f2f4f7; color: #1c2733; font: 16px/1.5 Arial, sans-serif }',
  'div { max-width: 36em; margin: 0 auto; padding: 0.75em 1.75em; background: #fff; border-top: 4px solid #14508c }',
  'a { color: #14508c }',
  '.action { display: inline-block; padding: 0.5em 1em; border: 1px solid #14508c; border-radius: 4px }',
].join('\n');

const imageOf = ({ id, alt }: Required<MailAttachment>['picture']): string =>
  `<p><img src="cid:${id}" alt="${escapeHtml(alt)}"></p>`;

function asHtml(content: MailContent, action?: MailLink): string {
  const { language, subject, paragraphs, linksAddresses, attachments = [] } = content;
  return [
    '<!doctype html>',
    `<html lang="${language.toLowerCase()}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<title>${escapeHtml(subject)}</title><style>${style}</style></head><body><div>`,
    ...paragraphs.map((paragraph) => `<p>${linksAddresses ? withLinks(paragraph) : escapeHtml(paragraph)}</p>`),
    ...attachments.flatMap(({ picture }) => (picture ? [imageOf(picture)] : [])),
    ...(action ? [`<p>${actionTo(action.url)}${escapeHtml(action.label)}</a></p>`] : []),
    `<p>${escapeHtml(closings[language]).replaceAll('\n', '<br>')}</p>`,
    '</div></body></html>',
  ].join('\n');
}
