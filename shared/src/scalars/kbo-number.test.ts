import fc from 'fast-check';
import { KboNumber, kboCheckDigits, kboNumberOf } from './kbo-number.js';

const digits = (length: number) =>
  fc.integer({ min: 0, max: 10 ** length - 1 }).map((one) => String(one).padStart(length, '0'));
const valid = fc
  .tuple(fc.constantFrom('0', '1'), digits(7))
  .map(([first, rest]) => `${first}${rest}${kboCheckDigits(first + rest)}`);

describe('an enterprise number', () => {
  it.each(['0566.988.259', '0200.065.765', '0207.500.123'])('%s is right, and is read as ten digits', (written) => {
    expect(kboNumberOf(written)).toBe(written.replaceAll('.', ''));
  });

  it('of the old form lacks the leading 0', () => {
    expect(kboNumberOf('207.500.123')).toBe('0207500123');
  });

  it('ends in 97, never in 00, when nothing remains', () => {
    expect([kboCheckDigits('00000097'), kboNumberOf('0000.009.797'), kboNumberOf('0000.009.700')]).toEqual([
      '97',
      '0000009797',
      undefined,
    ]);
  });

  it('is read as people write it, with dots, spaces or BE, and always as the same ten digits', () => {
    const write = (number: string, [prefix, between]: readonly [string, string]): string =>
      `${prefix}${[number.slice(0, 4), number.slice(4, 7), number.slice(7)].join(between)}`;
    const style = fc.tuple(fc.constantFrom('', 'BE', 'BE ', 'be', ' '), fc.constantFrom('', '.', ' '));
    fc.assert(fc.property(valid, style, (number, how) => kboNumberOf(write(number, how)) === number));
  });

  it('of the register of before 2023 is also right without its leading 0', () => {
    fc.assert(fc.property(valid, (number) => number.startsWith('1') || kboNumberOf(number.slice(1)) === number));
  });

  it('is wrong when any one digit changes', () => {
    fc.assert(
      fc.property(valid, fc.nat(9), fc.integer({ min: 1, max: 9 }), (number, place, more) => {
        const changed = number.slice(0, place) + ((Number(number[place]) + more) % 10) + number.slice(place + 1);
        return kboNumberOf(changed) === undefined;
      }),
    );
  });

  it('is wrong in whatever other text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => kboNumberOf(text) === undefined || /\d{9}/.test(text.replaceAll(/\D/g, ''))),
    );
  });

  it.each(['2207500136', '0207.500123', '0207.500.12', '02075001230', '٠٢٠٧٥٠٠١٢٣', ''])('is not %j', (text) => {
    expect(kboNumberOf(text)).toBeUndefined();
  });

  it.each([207_500_123, null, ['0207500123'], '0207500124'])('is refused by the scalar as %j', (value) => {
    expect(() => KboNumber.parseValue(value)).toThrow('Write an enterprise number');
  });
});
