import { escapeHtml } from '../mail-outbox/mail-html.js';

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
  form { margin: 26px 0 0; display: flex; flex-wrap: wrap; gap: 12px; }
  form label { flex: 1 0 100%; color: var(--soft); }
  form input { flex: 1 1 280px; min-width: 0; padding: 11px 14px; border: 1px solid var(--ink); background: #fff;
    font: 600 16px/1.4 ui-monospace, "Cascadia Mono", Menlo, monospace; }
  form .paper { margin: 0; border: 0; font: inherit; cursor: pointer; }
  form input:focus-visible { outline: 3px solid var(--gold); outline-offset: 1px; }
  .unknown { margin: 22px 0 0; padding: 14px 20px; border-left: 5px solid #a32020; background: #fbeaea; color: #a32020; }
  @media (max-width: 460px) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 10px; } }`;

/** A page that looks like the certificates that it is about. */
interface Sheet {
  readonly language: string;
  readonly title: string;
  /** Whether it speaks of a certificate that holds no more. */
  readonly revoked?: boolean;
  /** HTML: what stands in it, escaped. */
  readonly content: string;
}

/** Of no interest to search engines: whoever has the code finds it. */
export const certificateSheet = ({ language, title, revoked = false, content }: Sheet): string => `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><style>${style}</style></head>
<body${revoked ? ' class="revoked"' : ''}><main><article>
<p class="house">LOKAAL DIGITAAL</p>
${content}</article></main></body></html>
`;
