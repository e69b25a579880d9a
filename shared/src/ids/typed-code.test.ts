import fc from 'fast-check';
import { newCode, readCode } from './typed-code.js';

const length = 24;
const typed = fc.array(
  fc.tuple(
    fc.constantFrom('', ' ', '-', '\t'),
    fc.boolean(),
    fc.constantFrom('O', 'o', '0'),
    fc.constantFrom('I', 'l', '1'),
  ),
  {
    minLength: length,
    maxLength: length,
  },
);

/** As somebody types it: case, look-alikes and spaces as they come. */
const typeOver = (code: string, ways: readonly (readonly [string, boolean, string, string])[]): string =>
  Array.from(code)
    .map((digit, index) => {
      const [space, small, zero, one] = ways[index]!;
      const sign = digit === '0' ? zero : digit === '1' ? one : digit;
      return space + (small ? sign.toLowerCase() : sign);
    })
    .join('');

it('a code is read however it is typed over', () => {
  fc.assert(
    fc.property(typed, (ways) => {
      const code = newCode(length);
      expect(readCode(typeOver(code, ways), length)).toBe(code);
    }),
  );
});

it.each(['', '0'.repeat(23), '0'.repeat(25), `${'0'.repeat(23)}U`, `${'0'.repeat(23)}é`])('%j is no code', (text) => {
  expect(readCode(text, length)).toBeUndefined();
});
