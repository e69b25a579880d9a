const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Text of strangers, as it may stand within HTML. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** How the HTML of a mail begins the one thing to do: text of strangers cannot hold it. */
export const actionTo = (url: string): string => `<a class="action" href="${escapeHtml(url)}">`;

const address = /\bhttps?:\/\/[^\s<>"'“”‘’«»]+/giu;
/** What ends a sentence around an address more often than the address. */
const ending = new Set('.,;:!?…*_&');

/** A closing bracket belongs to an address that has an opening one. */
function lengthOf(found: string): number {
  let length = found.length;
  while (ending.has(found[length - 1]!) || (found[length - 1] === ')' && !found.slice(0, length).includes('(')))
    length -= 1;
  return length;
}

function linked(found: string): string {
  const url = found.slice(0, lengthOf(found));
  if (!URL.canParse(url)) return escapeHtml(found);
  return `<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>${escapeHtml(found.slice(url.length))}`;
}

/** Text as HTML, in which each http and https address is a link to itself. Everything else stays text. */
export function withLinks(text: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    pieces.push(escapeHtml(text.slice(from, index)), linked(found));
    from = index + found.length;
  }
  return [...pieces, escapeHtml(text.slice(from))].join('');
}
