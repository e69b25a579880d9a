import tlds from 'tlds';

/** Top-level domains that there are, and those that RFC 2606 keeps for examples: an abbreviation has none of them behind its dot. */
const topLevel: ReadonlySet<string> = new Set([...tlds, 'example', 'test', 'invalid']);

/** What is a web address by itself. */
const begun = /:\/\/|www\./giu;

/** A dot, with up to three signs of the word before it, the word behind it, and what that goes on with. */
const dots =
  /(?<=([\p{L}\p{M}\p{N}-]{0,2}[\p{L}\p{M}\p{N}]))[.。．｡](?=(\p{L}[\p{L}\p{M}\p{N}-]*)([/?#](?=\S)|[.。．｡](?=[\p{L}\p{N}]))?)/gu;

/** Whether a host ends behind that dot. One of two letters that stands alone is a title: "dr.ir. Peeters". */
function isInHost(before: string, behind: string, next = ''): boolean {
  const top = behind.toLowerCase();
  if (!topLevel.has(top) && !top.startsWith('xn--')) return false;
  return next === '' ? before.length > 2 : /[/?#]/.test(next);
}

/** A text in which mail programs find nothing to make a link of: a space stands where a web address would hang together. */
export const withoutWebAddresses = (text: string): string =>
  text
    .replaceAll(begun, ' ')
    .replaceAll(dots, (...[dot, before, behind, next]: string[]) => (isInHost(before!, behind!, next) ? ' ' : dot!));
