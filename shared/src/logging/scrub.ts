const email = /[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+/giu;
const jsonWebToken = /eyJ[\w-]{5,}\.[\w-]+\.[\w-]*/gu;
const apiKey = /ldk_[0-9a-z]{4,}(?:_[0-9a-z]*)?/giu;
const bearer = /\b(bearer|basic)\s+[\w.~+/=-]{8,}/giu;

/** Takes e-mail addresses, tokens and API keys out of a line that is about to be logged, whatever field they came in by. */
export function scrub(line: string): string {
  let clean = line;
  if (clean.includes('@')) clean = clean.replace(email, '[email]');
  if (clean.includes('eyJ')) clean = clean.replace(jsonWebToken, '[token]');
  if (clean.includes('ldk_')) clean = clean.replace(apiKey, '[key]');
  return clean.replace(bearer, '$1 [token]');
}
