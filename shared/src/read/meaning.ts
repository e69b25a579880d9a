import { synonyms, synonymsInNames } from './synonyms.js';

/** A text that was typed of which some words have synonyms. */
export interface Meaning {
  /** For `to_tsquery`: each of those words, or one of its synonyms. */
  readonly words: string;
  /** What else was typed. */
  readonly rest: string;
}

/** What may mean the same as a text that was typed; nothing when it has no words with synonyms. */
export function meaningOf(text: string): Meaning | undefined {
  const typed = text.split(/[\s/-]+/).filter((word) => word !== '');
  const found = new Set<string>();
  const rest: string[] = [];
  for (let place = 0; place < typed.length;) {
    const term = termAt(typed, place);
    if (term) found.add(term.meaning);
    else rest.push(typed[place]!);
    place += term?.length ?? 1;
  }
  return found.size === 0 ? undefined : { words: [...found].join(' & '), rest: rest.join(' ') };
}

interface Term {
  /** In words. */
  readonly length: number;
  readonly meaning: string;
}

/** The longest one that begins there: an "information security officer" is somebody. */
function termAt(typed: readonly string[], place: number): Term | undefined {
  for (let length = longest; length > 0; length--) {
    if (place + length > typed.length) continue;
    const meaning = meanings.get(
      typed
        .slice(place, place + length)
        .map(plain)
        .join(' '),
    );
    if (meaning) return { length, meaning };
  }
  return undefined;
}

/** As words are compared: small letters without accents, without the signs around them. */
const plain = (word: string): string =>
  word
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/^[^\p{L}\p{N}]+|(['’]s)?[^\p{L}\p{N}]*$/gu, '');

/** Of a name, or of a name and of what stands next to it. */
type Weights = 'A' | 'AB';

const wordsIn = (term: string): string[] => plain(term).split(' ');

/** One word, or several behind each other, in what has such a weight. */
const sought = (term: string, weights: Weights): string =>
  `(${wordsIn(term)
    .map((word) => `${word}:${term.endsWith('*') ? '*' : ''}${weights}`)
    .join(' <-> ')})`;

/** As somebody may write it: most plurals of Dutch are these. */
const forms = (term: string): string[] => ['', 's', 'n', 'en'].map((ending) => wordsIn(term).join(' ') + ending);

const meaning = (terms: readonly string[], weights: Weights): string =>
  `(${terms.map((term) => sought(term, weights)).join(' | ')})`;

const formsOf = (terms: readonly string[], weights: Weights): [string, string][] =>
  terms.flatMap(forms).map((form) => [form, meaning(terms, weights)]);

const meanings: ReadonlyMap<string, string> = new Map([
  ...synonyms.flatMap((terms) => formsOf(terms, 'AB')),
  ...synonymsInNames.flatMap((terms) => formsOf(terms, 'A')),
]);

const longest = Math.max(...[...meanings.keys()].map((form) => form.split(' ').length));
