import { badArgument } from '../arguments/index.js';

/** Characters of a search: a title and some more. */
const longest = 200;

/** Different words that are looked for: each is looked up in every index, and a title is found by as many. */
const mostWords = 16;

/** For a parameter: what is looked for of a text that was typed. Throws BAD_USER_INPUT for what is no title. */
export const searchText =
  (argument: string) =>
  (text: unknown): unknown => {
    if (typeof text !== 'string') return text;
    if (text.length > longest) throw badArgument(argument, `is at most ${longest} characters long`);
    if (text.includes('\0')) throw badArgument(argument, 'holds U+0000, which is in no text');
    return firstWords(text);
  };

/** Letters, and signs that PostgreSQL may write out in letters. */
const run = /(?:[\p{L}\p{M}\p{N}]|[^\P{S}\p{ASCII}])+/gu;

/** The others are left out, as good search engines do: what has them all is among what is found. */
function firstWords(text: string): string {
  const words = new Set<string>();
  for (const { 0: written, index } of text.matchAll(run)) {
    for (const word of wordsIn(written.normalize('NFKC').toLowerCase())) words.add(word);
    if (words.size > mostWords) return text.slice(0, index);
  }
  return text;
}

/**
 * No fewer than PostgreSQL looks for, which has its own way to write signs in plain letters (unaccent): one can become
 * several letters (㎀), words (½, ©), or what stands between words, as small letters such as ˈ do.
 */
const wordsIn = (written: string): string[] =>
  (written.match(/[\p{L}\p{M}\p{N}]+|\p{S}/gu) ?? [])
    .flatMap((part) => [part, ...part.split(/\p{Lm}/u)])
    .filter((word) => word !== '');

/** How names with a number are written as well: "LB365" for "LB 365", or the reverse. */
export function respelled(text: string): string | undefined {
  const parted = text.replaceAll(/(\p{L})(?=\p{N})/gu, '$1 ');
  const other = parted === text ? text.replaceAll(/(\p{L})[\s-]+(?=\p{N})/gu, '$1') : parted;
  return other === text ? undefined : other;
}
