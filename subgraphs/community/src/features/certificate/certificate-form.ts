import { escapeHtml } from '../mail-outbox/mail-html.js';
import { certificateSheet } from './certificate-sheet.js';

/** Where who has a certificate on paper types its code; the paper tells this address. In Dutch, for no code tells a language yet. */
export function certificateForm(unknown?: string): string {
  const refusal =
    unknown === undefined ? '' : '<p class="unknown" role="alert">Er is geen certificaat met deze code.</p>\n';
  const content = `<h1>Een certificaat controleren</h1>
${refusal}<form method="get" action="/certificates"><label for="code">Code op het certificaat</label>
<input id="code" name="code" value="${escapeHtml(unknown ?? '')}" required maxlength="40" autocomplete="off" spellcheck="false">
<button class="paper">Controleer</button></form>
`;
  return certificateSheet({ language: 'nl', title: 'Een certificaat controleren', content });
}
