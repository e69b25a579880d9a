import { escapeHtml } from '../mail-outbox/mail-template.js';
import type { PublicCertificate } from './certificate-verification.query.js';
import { written } from './certificate-words.js';

const style = `
  :root { color-scheme: light; --ink: #16233f; --soft: #5b6478; --gold: #b08d3f; --state: #1d6b45; --tint: #e8f4ed; }
  .revoked { --state: #a32020; --tint: #fbeaea; }
  * { box-sizing: border-box; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px; background: #f1efe8;
    color: var(--ink); font: 17px/1.5 "EB Garamond", Georgia, "Times New Roman", serif; }
  main { width: 100%; max-width: 640px; background: #fffdf8; border: 3px solid var(--ink); padding: 6px; }
  article { border: 1px solid var(--gold); padding: 36px clamp(20px, 6vw, 52px) 40px; }
  .house { margin: 0; text-align: center; letter-spacing: .3em; font-size: 13px; font-weight: 600; color: #856a2c; }
  .state { margin: 22px 0 0; padding: 16px 20px; display: flex; gap: 16px; align-items: center; background: var(--tint);
    border-left: 5px solid var(--state); }
  .state svg { flex: none; width: 38px; height: 38px; fill: none; stroke: var(--state); stroke-width: 2.4;
    stroke-linecap: round; stroke-linejoin: round; }
  .state strong { display: block; font-size: 21px; line-height: 1.2; color: var(--state); }
  h1 { margin: 30px 0 22px; font-size: clamp(25px, 5vw, 33px); line-height: 1.2; font-weight: 600; overflow-wrap: anywhere; }
  dl { margin: 0; display: grid; grid-template-columns: max-content 1fr; gap: 10px 26px; }
  dt { color: var(--soft); }
  dd { margin: 0; overflow-wrap: anywhere; }
  .code { font: 600 15px/1.7 ui-monospace, "Cascadia Mono", Menlo, monospace; }
  .unnamed { font-style: italic; color: var(--soft); }
  .paper { display: inline-block; margin-top: 30px; padding: 11px 22px; background: var(--ink); color: #fff; text-decoration: none; }
  .paper:hover { background: #25396a; }
  .paper:focus-visible { outline: 3px solid var(--gold); outline-offset: 3px; }
  @media (max-width: 460px) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 10px; } }`;

const tick = '<path d="M12.5 20.5l5 5 10-11"/>';
const cross = '<path d="M14 14l12 12M26 14L14 26"/>';

/** What anybody who has the code sees: whether it is valid, and nothing beyond what the paper says. */
export function certificatePage(certificate: PublicCertificate): string {
  const { words, when, duration } = written(certificate);
  const { code, name, title, valid, language } = certificate;
  const holder = name === null ? `<dd class="unnamed">${words.unnamed}</dd>` : `<dd>${escapeHtml(name)}</dd>`;
  const paper = isPrinted(certificate) ? `<a class="paper" href="/certificates/${code}.pdf">${words.download}</a>` : '';
  return `<!doctype html>
<html lang="${language.toLowerCase()}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${words.certificate}: ${escapeHtml(title)}</title><style>${style}</style></head>
<body${valid ? '' : ' class="revoked"'}><main><article>
<p class="house">LOKAAL DIGITAAL</p>
<div class="state"><svg viewBox="0 0 40 40" aria-hidden="true"><circle cx="20" cy="20" r="17"/>${valid ? tick : cross}</svg>
<div><strong>${valid ? words.valid : words.revoked}</strong>${valid ? words.validity : words.revocation}</div></div>
<h1>${escapeHtml(title)}</h1>
<dl><dt>${words.holder}</dt>${holder}<dt>${words.when}</dt><dd>${when}</dd>
<dt>${words.duration}</dt><dd>${duration}</dd><dt>${words.code}</dt><dd class="code">${code}</dd></dl>
${paper}</article></main></body></html>
`;
}

/** Nobody prints what was revoked, or what has no name any more. */
export const isPrinted = (one: PublicCertificate): one is PublicCertificate & { readonly name: string } =>
  one.valid && one.name !== null;
