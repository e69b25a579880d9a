import { inflateSync } from 'node:zlib';

/** Largest text of object streams that is looked at: what unfolds to more is refused. */
const mostUnfolded = 20 * 1024 * 1024;

/** What makes a PDF act by itself: scripts, programs, embedded files, and forms that run scripts of their own. */
const active = /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)(?![A-Za-z0-9])/;

/**
 * Why a file is not taken for a signed document: a sentence, or undefined when it is a PDF that does nothing. This is no virus
 * scan: files are also never run here, and never shown within a page (always saved, with a policy that allows nothing).
 */
export function refusalOfPdf(content: Buffer): string | undefined {
  if (!content.subarray(0, 5).equals(Buffer.from('%PDF-'))) return 'The content is not a PDF.';
  if (!content.subarray(-1024).includes('%%EOF')) return 'The PDF is not complete.';
  const text = content.toString('latin1');
  if (/\/Encrypt(?![A-Za-z0-9])/.test(plainNames(text))) return 'A PDF that is encrypted cannot be checked.';
  const objects = unfolded(content, text);
  if (objects === undefined) return 'The PDF cannot be checked.';
  if (active.test(plainNames(text + objects))) return 'A PDF with scripts, programs or embedded files is not taken.';
  return undefined;
}

/** Names may be written with the codes of their letters: /J#61vaScript (ISO 32000-1, 7.3.5). */
const plainNames = (text: string): string =>
  text.replaceAll(/#([0-9A-Fa-f]{2})/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The objects within compressed streams (ISO 32000-1, 7.5.7), or undefined when one of them cannot be read. */
function unfolded(content: Buffer, text: string): string | undefined {
  const found: string[] = [];
  let left = mostUnfolded;
  for (const { index, 0: head } of text.matchAll(/\/ObjStm[^]{0,500}?stream\r?\n/g)) {
    const from = index + head.length;
    const to = text.indexOf('endstream', from);
    const objects = inflated(content.subarray(from, to === -1 ? undefined : to), left);
    if (objects === undefined) return undefined;
    left -= objects.length;
    found.push(objects);
  }
  return found.join('\n');
}

function inflated(stream: Buffer, mostBytes: number): string | undefined {
  try {
    return inflateSync(stream, { maxOutputLength: Math.max(1, mostBytes) }).toString('latin1');
  } catch {
    return undefined;
  }
}
