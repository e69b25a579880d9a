import fc from 'fast-check';

const letter = fc.constantFrom('a', 'e', 'n', 's', 't', 'k', 'x', 'z');

/** A word as somebody types it who leaves a letter out, types one more or another one, or two in the wrong order. */
export const oneEdit = (word: string): fc.Arbitrary<string> =>
  fc
    .record({
      edit: fc.constantFrom('leave out', 'add', 'replace', 'swap'),
      place: fc.nat({ max: word.length - 2 }),
      letter,
    })
    .map((slip) => edited(word, slip))
    .filter((typed) => typed !== word);

interface Edit {
  readonly edit: 'leave out' | 'add' | 'replace' | 'swap';
  readonly place: number;
  readonly letter: string;
}

function edited(word: string, { edit, place, letter: other }: Edit): string {
  const [before, at, next, after] = [word.slice(0, place), word[place]!, word[place + 1]!, word.slice(place + 2)];
  const written = { 'leave out': next, add: at + other + next, replace: other + next, swap: next + at };
  return before + written[edit] + after;
}
