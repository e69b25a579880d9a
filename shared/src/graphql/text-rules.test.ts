import { validateSync } from 'class-validator';
import { IsLine, IsName, IsProse } from './text-rules.js';

class Text {
  @IsLine(1, 100) line!: string;
  @IsProse(1, 100) prose!: string;
}

const refusedIn = (text: string): string[] =>
  validateSync(Object.assign(new Text(), { line: text, prose: text })).map(({ property }) => property);

describe('a text', () => {
  it.each([
    ['a zero-width space', 'Jan\u200b Peeters'],
    ['a byte order mark', '\ufeffJan'],
    ['a soft hyphen', 'Jan\u00adsen'],
    ['a mark of direction', 'Jan\u200f'],
    ['a turn of direction', 'Jan\u202esreteeP'],
    ['an isolate of direction', '\u2066Jan\u2069'],
    ['an invisible operator', 'Jan\u2063'],
    ['a Hangul filler', 'Jan\u3164'],
    ['a variation selector without emoji', 'Jan \ufe0f'],
    ['a joiner at its end', 'Jan\u200d'],
    ['joiners after each other', 'Jan\u200d\u200cPeeters'],
    ['a tag', 'Jan\u{e0041}'],
    ['joiners only', '\u200d\u200c'],
    ['Hangul fillers only', '\u3164\u3164'],
    ['an empty Braille cell only', '\u2800'],
    ['an accent only', '\u0301'],
    ['spaces only', ' \u2003'],
  ])('has no %s, whether of one line or several', (_what, text) => {
    expect(refusedIn(text)).toEqual(['line', 'prose']);
  });

  it.each([
    ['accents', 'Zoë Crèvecœur'],
    ['accents of their own', 'Zoe\u0308 Cre\u0300vecoeur'],
    ['a joiner within a word', 'می\u200cخواهم'],
    ['an emoji of several', '👩\u200d💻 ❤\ufe0f\u200d🔥 1\ufe0f\u20e3'],
    ['another script', '한국어 ქართული ελληνικά'],
    ['spaces within', 'Jan\u00a0Peeters'],
  ])('may have %s', (_what, text) => {
    expect(refusedIn(text)).toEqual([]);
  });

  it('of several lines has line ends and tabs, one of a line has none', () => {
    expect(refusedIn('een\n\ttwee')).toEqual(['line']);
  });
});

class Called {
  @IsName(1, 100) name!: string;
}
const refusals = (name: string) =>
  validateSync(Object.assign(new Called(), { name })).flatMap(({ constraints }) => Object.values(constraints ?? {}));

describe('a name', () => {
  it.each([
    'http://evil.example/klik-hier',
    'An HTTPS://evil.example',
    '://',
    'www.evil.example',
    'Klik WwW.evil.example',
  ])('holds no web address: %s', (name) => {
    expect(refusals(name)).toEqual(['Write no web address.']);
  });

  it.each(["Anne-Marie d'Hondt", 'Dr. J. Wwe', 'ICT / GIS: advies', 'J. van den Berg (a.i.)', 'Zoë'])(
    'is as it is: %s',
    (name) => {
      expect(refusals(name)).toEqual([]);
    },
  );

  it('is a line', () => {
    expect(refusals('An\nPeeters')).toHaveLength(1);
  });
});
