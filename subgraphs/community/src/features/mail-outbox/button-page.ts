import type { DocumentAnswer } from '@lokaal/shared/documents';
import { Language } from '../person/language.js';
import { escapeHtml } from './mail-html.js';

/** What a page can do, by a POST. */
export interface PageButton {
  readonly label: string;
  /** Where the POST goes, from the page; absent: to the page's own address. */
  readonly action?: string;
}

/** What a page has beside its sentence. */
interface Beside {
  readonly buttons?: readonly PageButton[];
  /** Another page, from this one. */
  readonly link?: { readonly label: string; readonly href: string };
  /** 409: something changed meanwhile. 410: what the link was for is over. */
  readonly status?: 200 | 409 | 410;
}

const form = ({ label, action }: PageButton): string =>
  `<form method="post"${action === undefined ? '' : ` action="${escapeHtml(action)}"`}><button>${escapeHtml(label)}</button></form>`;

const paragraph = (html: string): string => `<p>${html}</p>`;

const anchor = ({ label, href }: Required<Beside>['link']): string =>
  `<a href="${escapeHtml(href)}">${escapeHtml(label)}</a>`;

/** As the pages of accounts look, within the page itself: it loads nothing. */
const style = `html { background: #f3f5f9 }
body { max-width: 26rem; margin: 8vh auto 2rem; padding: 0.75rem 2rem 1rem; border-radius: 0.75rem; background: #fff; color: #1d2433; font: 1.0625rem/1.55 system-ui, sans-serif }
form { display: inline-block; margin: 0 0.5rem 1rem 0 }
button { padding: 0.65rem 1.25rem; border: 0; border-radius: 0.4rem; background: #0b5cad; color: #fff; font: inherit; font-weight: 600; cursor: pointer }
a { color: #0b5cad }`;

const page = (language: Language, status: number, content: string): DocumentAnswer => ({
  status,
  type: 'text/html; charset=utf-8',
  body: `<!doctype html>
<html lang="${language.toLowerCase()}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Lokaal Digitaal</title><style>${style}</style></head>
<body>${content}</body></html>
`,
});

/** A page that a mail links to: a sentence, and buttons. */
export const buttonPage = (
  language: Language,
  sentence: string,
  { buttons = [], link, status = 200 }: Beside = {},
): DocumentAnswer =>
  page(
    language,
    status,
    [paragraph(escapeHtml(sentence)), ...buttons.map(form), ...(link ? [paragraph(anchor(link))] : [])].join(''),
  );

const wrongLink: Record<Language, string> = {
  NL: 'Deze link klopt niet, of hij is van een mail aan een adres dat u niet meer hebt. Open hem opnieuw vanuit uw laatste mail, of kopieer hem in zijn geheel. Wat van u is, vindt u ook in uw account.',
  FR: 'Ce lien n’est pas correct, ou il provient d’un e-mail à une adresse que vous n’avez plus. Rouvrez-le depuis votre dernier e-mail, ou copiez-le en entier. Vous retrouvez aussi ce qui vous concerne dans votre compte.',
  EN: 'This link is not right, or it is of a mail to an address that you no longer have. Open it again from your latest mail, or copy the whole of it. You find what is yours in your account too.',
  DE: 'Dieser Link stimmt nicht, oder er stammt aus einer E-Mail an eine Adresse, die Sie nicht mehr haben. Öffnen Sie ihn erneut aus Ihrer letzten E-Mail, oder kopieren Sie ihn vollständig. Was Sie betrifft, finden Sie auch in Ihrem Konto.',
};

interface Unknown {
  readonly sentences?: Record<Language, string>;
  /** Where the page of the account is, from this one. */
  readonly account?: string;
}

/** The page of a link that is none of ours: nobody knows who reads it, so it is in every language. */
export const unknownLinkPage = ({ sentences = wrongLink, account }: Unknown): DocumentAnswer =>
  page(
    Language.NL,
    404,
    [
      ...Object.entries(sentences).map(
        ([language, text]) => `<p lang="${language.toLowerCase()}">${escapeHtml(text)}</p>`,
      ),
      ...(account === undefined ? [] : [paragraph(anchor({ label: 'Mijn account', href: account }))]),
    ].join(''),
  );
