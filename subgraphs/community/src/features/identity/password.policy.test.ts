import fc from 'fast-check';
import { PasswordVerifier } from './password-hash.js';
import { refusalOfPassword } from './password.policy.js';

const owner = { email: 'an.peeters@gemeente.example', name: 'An Peeters' };

describe('refusalOfPassword', () => {
  it.each([
    'een goed lang wachtwoord',
    'correct-paard-batterij',
    'ànñ€ 漢字 ☃☃ zin',
    'anpeeters houdt van koffie en thee',
  ])('accepts %s', (password) => {
    expect(refusalOfPassword(password, owner)).toBeUndefined();
  });

  it.each([
    'elf tekens!',
    'aaaaaaaaaaaaaa',
    'Wachtwoord1234',
    'An.Peeters2026!',
    'an.peeters@gemeente.example',
    'a'.repeat(64) + 'bcdefgh'.repeat(10),
  ])('refuses %s', (password) => {
    expect(refusalOfPassword(password, owner)).toEqual(expect.stringMatching(/^Choose .*\.$/));
  });

  it('has no upper or lower case, digit or sign that must be there', () => {
    const text = fc.string({ unit: 'binary', minLength: 20, maxLength: 30 });
    const enough = text.filter(
      (one) => new Set(one.normalize('NFKC')).size >= 14 && Array.from(one.normalize('NFKC')).length <= 128,
    );
    fc.assert(
      fc.property(
        enough,
        (password) => refusalOfPassword(password, { email: 'x@y.example', name: 'Zoë' }) === undefined,
      ),
    );
  });
});

describe('PasswordVerifier', () => {
  it('never matches a person without password, not even if the verification says so', async () => {
    expect(await new PasswordVerifier(() => Promise.resolve(true)).matches(undefined, 'een goed lang wachtwoord')).toBe(
      false,
    );
  });

  it('has a dummy hash that can be verified', async () => {
    const verifier = new PasswordVerifier();
    expect(await verifier.matches(verifier.dummyHash, 'een goed lang wachtwoord')).toBe(false);
  });
});
