import fc from 'fast-check';
import { prefixOf } from '../ids/index.js';
import { seededId } from './seeded-id.js';

describe('seededId', () => {
  it('is a well-formed TypeID for any key', () => {
    fc.assert(fc.property(fc.string(), (key) => expect(prefixOf(seededId('solution', key))).toBe('solution')));
  });

  it('is the same for the same key and another for another', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(seededId('vendor', one) === seededId('vendor', other)).toBe(one === other);
      }),
    );
  });

  it('never changes, since other databases hold these ids', () => {
    expect(seededId('organisation', 'MUNICIPALITY:73110')).toBe('organisation_01hk153x00eqaab7pm6pd1d83e');
  });

  it('says version 7 and the variant of RFC 9562', () => {
    const digits = seededId('person', 'An').slice('person_'.length);
    const bits = digits
      .split('')
      .map((digit) => '0123456789abcdefghjkmnpqrstvwxyz'.indexOf(digit).toString(2).padStart(5, '0'));
    const uuid = bits.join('').slice(2);
    expect([uuid.slice(48, 52), uuid.slice(64, 66)]).toEqual(['0111', '10']);
  });
});
