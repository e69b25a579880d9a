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
function isInHost(before: string | undefined, behind: string, next: string): boolean {
  const top = behind.toLowerCase();
  if (!topLevel.has(top) && !top.startsWith('xn--')) return false;
  return next === '' ? before !== undefined : /[/?#]/.test(next);
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** What people abbreviate with dots though its end is a top-level domain: "prof.dr.ir. Peeters", "afd.HR". No other host is let by. */
const abbreviations = [
  { begins: words('prof dr drs ir ing mr mevr dhr lic'), ends: words('prof ir ing mr phd mba') },
  { begins: words('afd dept dir adj'), ends: words('hr it pr sport media legal finance') },
];

/** Longer than whatever is abbreviated so, and short enough to look back that far at every dot. */
const longest = 40;

function isAbbreviation(upToDot: string, behind: string): boolean {
  const [chain] = /[^\s,;()]*$/u.exec(upToDot.toLowerCase())!;
  const parts = chain.split('.');
  return abbreviations.some(
    ({ begins, ends }) => ends.has(behind.toLowerCase()) && parts.every((one) => begins.has(one)),
  );
}

type Found = [
  dot: string,
  before: string | undefined,
  behind: string,
  next: string | undefined,
  at: number,
  text: string,
];

function isAddress(...[, before, behind, next = '', at, text]: Found): boolean {
  if (!isInHost(before, behind, next)) return false;
  return next !== '' || !isAbbreviation(text.slice(Math.max(0, at - longest), at), behind);
}

/** A text in which mail programs find nothing to make a link of: a space stands where a web address would hang together. */
export const withoutWebAddresses = (text: string): string =>
  text.replaceAll(begun, ' ').replaceAll(dots, (...found: Found) => (isAddress(...found) ? ' ' : found[0]));
