import fc from 'fast-check';
import { decimalOf } from './assessment.js';

describe('the decimal number of a fraction', () => {
  it.each([
    ['3', '3.00000000000000000000'],
    ['7/2', '3.50000000000000000000'],
    ['1/3', '0.33333333333333333333'],
    ['9209/2720', '3.38566176470588235294'],
  ])('of %s is %s', (exact, decimal) => {
    expect(decimalOf(exact)).toBe(decimal);
  });

  it('is never above the fraction, and less than the last digit below it', () => {
    const parts = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 30n }));
    fc.assert(
      fc.property(parts, ([numerator, denominator]) => {
        const scaled = BigInt(decimalOf(`${numerator}/${denominator}`).replace('.', ''));
        const rest = numerator * 10n ** 20n - scaled * denominator;
        expect(rest >= 0n && rest < denominator).toBe(true);
      }),
    );
  });
});
