import { escapeHtml } from '../mail-outbox/mail-html.js';
import type { PublicCertificate } from './certificate-verification.query.js';
import { certificateSheet } from './certificate-sheet.js';
import { written } from './certificate-words.js';

const tick = '<path d="M12.5 20.5l5 5 10-11"/>';
const cross = '<path d="M14 14l12 12M26 14L14 26"/>';

/** What anybody who has the code sees: whether it is valid, and nothing beyond what the paper says. */
export function certificatePage(certificate: PublicCertificate): string {
  const { words, when, duration } = written(certificate);
  const { code, name, title, valid, language } = certificate;
  const holder = name === null ? `<dd class="unnamed">${words.unnamed}</dd>` : `<dd>${escapeHtml(name)}</dd>`;
  const paper = isPrinted(certificate) ? `<a class="paper" href="/certificates/${code}.pdf">${words.download}</a>` : '';
  const content = `<div class="state"><svg viewBox="0 0 40 40" aria-hidden="true"><circle cx="20" cy="20" r="17"/>${valid ? tick : cross}</svg>
<div><strong>${valid ? words.valid : words.revoked}</strong>${valid ? words.validity : words.revocation}</div></div>
<h1>${escapeHtml(title)}</h1>
<dl><dt>${words.holder}</dt>${holder}<dt>${words.when}</dt><dd>${when}</dd>
<dt>${words.duration}</dt><dd>${duration}</dd><dt>${words.code}</dt><dd class="code">${code}</dd></dl>
${paper}`;
  const page = { language: language.toLowerCase(), title: `${words.certificate}: ${title}`, content };
  return certificateSheet({ ...page, revoked: !valid });
}

/** Nobody prints what was revoked, or what has no name any more. */
export const isPrinted = (one: PublicCertificate): one is PublicCertificate & { readonly name: string } =>
  one.valid && one.name !== null;
