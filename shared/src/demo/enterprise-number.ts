/**
 * A number with valid check digits (97 minus the first eight modulo 97) that belongs to nobody: the register gives out
 * numbers that begin with 1.0 since 2023, these begin with 1.9.
 */
export function inventedEnterpriseNumber(index: number): string {
  if (!Number.isInteger(index) || index < 0 || index >= 1_000_000) throw new RangeError('There are a million numbers.');
  // 7919 is prime: a different number for each index, and neighbours do not look alike.
  const base = 19_000_000 + ((index * 7_919) % 1_000_000);
  return `${base}${String(97 - (base % 97)).padStart(2, '0')}`;
}
