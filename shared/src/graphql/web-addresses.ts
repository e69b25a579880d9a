import tlds from 'tlds';

/** Top-level domains that there are, and those that RFC 2606 keeps for examples: an abbreviation has none of them behind its dot. */
const topLevel: ReadonlySet<string> = new Set([...tlds, 'example', 'test', 'invalid']);

/** What is a web address by itself. */
const begun = /:\/\/|www\./giu;

/**
 * A dot, with a word of three signs or more before it if there is one, right there or with some of two signs between
 * (evil.co.uk), not of one, which are initials; the word behind it, and what that goes on with.
 */
const dots =
  /(?<=[\p{L}\p{M}\p{N}])(?<=([\p{L}\p{M}\p{N}-]{2}[\p{L}\p{M}\p{N}](?:[.。．｡][\p{L}\p{M}\p{N}-]{2}){0,3})?)[.。．｡](?=(\p{L}[\p{L}\p{M}\p{N}-]*)([/?#](?=\S)|[.。．｡](?=[\p{L}\p{N}]))?)/gu;

/** Whether a host ends behind that dot. Short words by themselves are a title: "dr.ir. Peeters". */
function isInHost(before: string | undefined, behind: string, next = ''): boolean {
  const top = behind.toLowerCase();
  if (!topLevel.has(top) && !top.startsWith('xn--')) return false;
  return next === '' ? before !== undefined : /[/?#]/.test(next);
}

/** A text in which mail programs find nothing to make a link of: a space stands where a web address would hang together. */
export const withoutWebAddresses = (text: string): string =>
  text
    .replaceAll(begun, ' ')
    .replaceAll(dots, (...[dot, before, behind, next]: string[]) => (isInHost(before, behind!, next) ? ' ' : dot!));
