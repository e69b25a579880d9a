import { hash } from '@node-rs/argon2';

const hashes = new Map<string, Promise<string>>();

/** One hash for all people with the same password: the tests need no more. */
export const fastHash = (text: string): Promise<string> => {
  const known = hashes.get(text) ?? hash(text, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  hashes.set(text, known);
  return known;
};
