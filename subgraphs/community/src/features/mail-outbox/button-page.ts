import type { DocumentAnswer } from '@lokaal/shared/documents';
import type { Language } from '../person/language.js';
import { escapeHtml } from './mail-template.js';

/** What a page can do, by a POST. */
export interface PageButton {
  readonly label: string;
  /** Where the POST goes, from the page; absent: to the page's own address. */
  readonly action?: string;
}

const form = ({ label, action }: PageButton): string =>
  `<form method="post"${action === undefined ? '' : ` action="${escapeHtml(action)}"`}><button>${escapeHtml(label)}</button></form>`;

/** A page that a mail links to: a sentence, and buttons. */
export const buttonPage = (
  language: Language,
  sentence: string,
  buttons: readonly PageButton[] = [],
): DocumentAnswer => ({
  status: 200,
  type: 'text/html; charset=utf-8',
  body: `<!doctype html>
<html lang="${language.toLowerCase()}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Lokaal Digitaal</title><style>body { font: 1.1em sans-serif; max-width: 30em; margin: 4em auto; padding: 0 1em }</style></head>
<body><p>${escapeHtml(sentence)}</p>${buttons.map(form).join('')}</body></html>
`,
});
