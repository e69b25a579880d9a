import { validateSync } from 'class-validator';
import fc from 'fast-check';
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
    'evil.example/x',
    'An Peeters evil.example/klik',
    'evil.example?x=1',
    'evil.example#x',
    'evil.example',
    'An EVIL.COM',
    'An (evil.be)',
    'evil.be.',
    'evil.co.uk',
    'An login.evil.qc.ca',
    'evil。co．uk',
    'login.evil.click, An',
    'jan@evil.be',
    'jan@prof.ir',
    'login.prof.ir',
    'evil.afd.hr',
    'prof.ir/klik',
    'afd.hr.evil.be',
    'ing.be',
    'ing.it',
    'afd.de',
    'afd.com',
    'prof.dr.evil.ir',
    'a.be/x',
    'login.evil.xn--p1ai/x',
    'evil。example/x',
    'e\u0301vile\u0301.example/x',
  ])('holds no web address: %s', (name) => {
    expect(refusals(name)).toEqual(['Write no web address.']);
  });

  it.each([
    "Anne-Marie d'Hondt",
    'Dr. J. Wwe',
    'ICT / GIS: advies',
    'J. van den Berg (a.i.)',
    'Zoë',
    'afd.hoofd/teamcoach',
    'Adj.dir/ICT',
    'afd.ICT',
    'dr.ir. An Peeters',
    'prof.dr. J.De Smet',
    'Jan Peeters, ing., o.l.v. St.Martens',
    'Ph.D./M.Sc.',
    'Ph.D.ir. An Peeters',
    'prof.dr.ir. An Peeters',
    'Prof.ir. Peeters',
    'Hoofd afd.HR',
    'dir.IT (a.i.)',
    'An Peeters, ing.MBA',
    'dhr.J.P.De Smet',
  ])('is as it is: %s', (name) => {
    expect(refusals(name)).toEqual([]);
  });

  it.each([
    ['a joiner between Latin letters', 'Pe\u200deters'],
    ['a non-joiner between Latin letters', 'Pe\u200ceters'],
    ['a joiner after an accent', 'Ze\u0308\u200dlie'],
    ['a joiner between Cyrillic letters', 'Ол\u200dьга'],
    ['five accents on a letter', 'Ja\u0300\u0301\u0302\u0303\u0304n'],
    ['a flood of accents', `J${'\u0336'.repeat(80)}an`],
  ])('has no %s', (_what, name) => {
    expect(refusals(name)).toHaveLength(1);
  });

  it.each([
    ['Vietnamese', 'Nguyễn Thị Hồng'.normalize('NFD')],
    ['Persian', 'علی\u200cرضا'],
    ['Sinhala', 'ශ්\u200dරී'],
    ['Hindi', 'क्\u200dषमा'],
    ['Hebrew with its points', 'שָׁלוֹם'],
    ['Tibetan', 'བསྒྲུབས'],
    ['Thai', 'น้ำผึ้ง'],
  ])('may be %s', (_what, name) => {
    expect(refusals(name)).toEqual([]);
  });

  it('is taken as people write theirs', () => {
    const word = fc.stringMatching(/^\p{Lu}\p{Ll}{1,8}$/u);
    const initials = fc.stringMatching(/^([A-Z]\.){1,3}$/u);
    const part = fc.oneof(
      word,
      initials,
      fc.constantFrom('St.-Martens', 'Jr.', 'd’Hondt', "O'Neill", 'van den', 'de la', 'dr.', 'a.i.', 'jan.peeters'),
    );
    const between = fc.constantFrom(' ', '-', '. ', '.-', ', ', ' / ', ' & ');
    const name = fc
      .array(fc.tuple(part, between), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.map(([one, next], index) => (index < parts.length - 1 ? one + next : one)).join(''));
    fc.assert(fc.property(name, (one) => expect([one, refusals(one)]).toEqual([one, []])));
  });

  const titles = ['prof', 'dr', 'drs', 'ir', 'ing', 'mr', 'mevr', 'dhr', 'lic'];

  it('may begin with titles and name a department, with dots and no space between', () => {
    const chain = fc.tuple(fc.uniqueArray(fc.constantFrom(...titles), { minLength: 1, maxLength: 4 }), fc.boolean());
    const title = chain.map(([parts, isLarge]) => `${isLarge ? parts.join('.').toUpperCase() : parts.join('.')}.`);
    const department = fc
      .tuple(fc.constantFrom('afd', 'Afd', 'dept', 'dir', 'adj'), fc.constantFrom('HR', 'IT', 'PR', 'ICT', 'Sport'))
      .map((parts) => parts.join('.'));
    const name = fc.tuple(title, fc.stringMatching(/^\p{Lu}\p{Ll}{1,8}$/u), department).map((parts) => parts.join(' '));
    fc.assert(fc.property(name, (one) => expect([one, refusals(one)]).toEqual([one, []])));
  });

  it('holds no host, also of words that people abbreviate, unless all of it is an abbreviation', () => {
    const label = fc.oneof(fc.constantFrom(...titles, 'afd', 'dept'), fc.stringMatching(/^[a-z]{4,8}$/));
    const host = fc
      .tuple(
        fc.array(label, { maxLength: 2 }),
        fc.stringMatching(/^[a-z]{5,9}$/),
        fc.constantFrom('ir', 'hr', 'be', 'COM'),
      )
      .map(([before, own, top]) => [...before, own, top].join('.'));
    fc.assert(fc.property(host, (one) => expect(refusals(`An ${one}`)).toEqual(['Write no web address.'])));
  });

  it('holds no host with a path, whatever stands around it', () => {
    const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,6}[a-z0-9])?$/);
    const top = fc.constantFrom('be', 'COM', 'example', 'vlaanderen', 'click', 'xn--p1ai');
    const host = fc.tuple(fc.array(label, { minLength: 1, maxLength: 3 }), top);
    const address = fc
      .tuple(host, fc.constantFrom('/', '?', '#'), label)
      .map(([[labels, last], sign, path]) => `${labels.join('.')}.${last}${sign}${path}`);
    const around = fc.constantFrom('', 'An ', 'An Peeters (', 'J.P. ');
    fc.assert(
      fc.property(around, address, (before, one) => expect(refusals(before + one)).toEqual(['Write no web address.'])),
    );
  });

  it.each([
    ['letters', 'a'],
    ['hosts', 'a.bb'],
    ['slashes', 'a/'],
    ['hosts that go on', 'abc.be.'],
    ['short words with dots', 'a.'],
    ['hosts with short words', 'abc.co.uk-'],
    ['hosts that are almost one', 'abc.com-'],
    ['hyphens before a slash', '-/'],
    ['accents', 'a\u0301'],
    ['joiners', 'a\u200d'],
  ])('is judged at once, however many %s are sent', (_what, piece) => {
    const begun = performance.now();
    refusals(piece.repeat(100_000));
    expect(performance.now() - begun).toBeLessThan(4_000);
  });

  it('is a line', () => {
    expect(refusals('An\nPeeters')).toHaveLength(1);
  });
});
