import type { Language } from '../person/language.js';

/** What a mail says, before it is laid out. */
export interface MailContent {
  readonly language: Language;
  readonly subject: string;
  /** Name of the person who is addressed; absent when it is not known. */
  readonly name?: string;
  readonly paragraphs: readonly string[];
  /** The one thing to do, as a link. */
  readonly action?: { readonly label: string; readonly url: string };
  /** Of a mailing list: where one POST ends the subscription, for the button of mail programs (RFC 8058). */
  readonly unsubscribeUrl?: string;
  /** Small files, such as a calendar entry or a picture: 200 kB together. */
  readonly attachments?: readonly MailAttachment[];
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

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Text of strangers, as it may stand within HTML. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** Lays out a mail as plain text and as simple HTML. Names are text of strangers: escaped, and never with a line break. */
export function renderMail(content: MailContent): RenderedMail {
  const { language, subject, action } = content;
  const name = content.name === undefined ? '' : ` ${content.name.replace(/\s+/g, ' ')}`;
  const greeting = `${greetings[language]}${name},`;
  const paragraphs = [greeting, ...content.paragraphs];
  const actions = action ? [`${action.label}:\n${action.url}`] : [];
  return {
    subject,
    text: `${[...paragraphs, ...actions, closings[language]].join('\n\n')}\n`,
    html: asHtml({ ...content, paragraphs }),
  };
}

const imageOf = ({ id, alt }: Required<MailAttachment>['picture']): string =>
  `<p><img src="cid:${id}" alt="${escapeHtml(alt)}"></p>`;

function asHtml({ language, subject, paragraphs, action, attachments = [] }: MailContent): string {
  return [
    '<!doctype html>',
    `<html lang="${language.toLowerCase()}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`,
    '<body style="font-family: sans-serif; max-width: 40em">',
    ...paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
    ...attachments.flatMap(({ picture }) => (picture ? [imageOf(picture)] : [])),
    ...(action ? [`<p><a href="${escapeHtml(action.url)}">${escapeHtml(action.label)}</a></p>`] : []),
    `<p>${escapeHtml(closings[language]).replaceAll('\n', '<br>')}</p>`,
    '</body></html>',
  ].join('\n');
}
