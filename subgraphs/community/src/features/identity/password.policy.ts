const passwordLength = { min: 12, max: 128 } as const;

// Those of the 3,000 most used passwords that are long enough to pass, and what people here choose (ASVS 5.0, 6.2.4).
const wellKnown = new Set(
  `123456789012 1234567890123 12345678901234 123456789012345 1234567890123456 123456789123 123123123123 1234567891234
  112233445566 987654321098 098765432109 password1234 password12345 password123456 passwordpassword passw0rd1234
  qwertyuiop12 qwertyuiop123 qwertyuiop[] qwerty123456 qwerty1234567 qwertyqwerty azertyuiop12 azertyuiop123 azerty123456
  azertyazerty 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qaz2wsx3edc qazwsxedcrfv abcd12345678 abcdefghijkl abcdefghijklm abc123456789
  iloveyou1234 letmein12345 administrator administrateur welcome12345 welcome123456 changeme1234 trustno1trustno1
  wachtwoord12 wachtwoord123 wachtwoord1234 wachtwoord12345 welkom123456 welkom1234567 welkomwelkom geheim123456
  motdepasse12 motdepasse123 bonjour12345 gemeente1234 gemeente12345 vlaanderen123 vlaanderen2025 vlaanderen2026
  antwerpen1234 lokaaldigitaal lokaaldigitaal1 lokaal-digitaal`.split(/\s+/),
);

const fewestDifferentSigns = 5;

interface PasswordOwner {
  readonly email: string;
  readonly name: string;
}

/** Why a password may not be used, as a sentence for its owner; undefined when it may. No rule about kinds of signs (ASVS 5.0, 6.2.5). */
export function refusalOfPassword(password: string, { email, name }: PasswordOwner): string | undefined {
  const signs = Array.from(password.normalize('NFKC'));
  if (signs.length < passwordLength.min) return `Choose a password of at least ${passwordLength.min} characters.`;
  if (signs.length > passwordLength.max) return `Choose a password of at most ${passwordLength.max} characters.`;
  if (new Set(signs).size < fewestDifferentSigns) return 'Choose a password with more different characters.';
  const folded = fold(password);
  if (wellKnown.has(password.normalize('NFKC').toLowerCase()))
    return 'Choose a password that is not among the best known.';
  if ([email, email.split('@')[0] ?? '', name].some((own) => isMostly(folded, fold(own))))
    return 'Choose a password that is not your name or e-mail address.';
  return undefined;
}

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The own word with a few signs around it, as in "An.Peeters2026!": easy to guess for who knows the owner. */
const isMostly = (password: string, own: string): boolean =>
  own.length > 0 && password.includes(own) && own.length * 2 >= password.length;
