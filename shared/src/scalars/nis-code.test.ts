import fc from 'fast-check';
import { isNisCode, NisCode } from './nis-code.js';

describe('a NIS code', () => {
  it.each(['11002', '23106', '24062', '31005', '44021', '73111'])('may be %s', (code) => {
    expect(isNisCode(code)).toBe(true);
  });

  it.each(['21004', '25005', '52011', '99999', '1100', '110022', '1100a', '', ' 11002'])('is not %j', (code) => {
    expect(isNisCode(code)).toBe(false);
  });

  it('has five digits, whatever is asked', () => {
    fc.assert(fc.property(fc.string(), (text) => !isNisCode(text) || /^\d{5}$/.test(text)));
  });

  it.each([11_002, null, '52011'])('is refused by the scalar as %j', (value) => {
    expect(() => NisCode.parseValue(value)).toThrow('Write a NIS code');
  });
});
