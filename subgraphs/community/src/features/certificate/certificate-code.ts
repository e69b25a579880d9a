import { newCode, readCode } from '@lokaal/shared/ids';

const length = 28;

const grouped = (code: string): string => code.match(/.{4}/g)!.join('-');

/** A code that nobody guesses: 140 random bits, as 7K3M-... */
export const newCertificateCode = (): string => grouped(newCode(length));

/** A code as somebody typed it from paper, in the form in which it is stored. Undefined for what can be no code. */
export function readCertificateCode(typed: string): string | undefined {
  const plain = readCode(typed, length);
  return plain && grouped(plain);
}
