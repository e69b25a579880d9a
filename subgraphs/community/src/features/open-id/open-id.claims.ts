import type { OpenIdIssuer } from '@lokaal/shared/config';
import { withoutWebAddresses } from '@lokaal/shared/graphql';
import { isEmail } from 'class-validator';
import type { JWTPayload } from 'jose';
import { Language } from '../person/language.js';
import { longestName } from '../person/longest-name.js';
import { foldEmail } from '../identity/sign-in-origin.js';

const longestEmail = 254;

/**
 * The address that proves who somebody is here: verified, by an issuer that is trusted to do so. Written in plain ASCII,
 * since several other spellings fold to one: whoever got such a spelling verified would be taken for somebody else.
 */
export function provenEmail(
  { trustsEmail }: Pick<OpenIdIssuer, 'trustsEmail'>,
  claims: JWTPayload,
): string | undefined {
  const { email, email_verified: isVerified } = claims;
  if (!trustsEmail || isVerified !== true || typeof email !== 'string') return undefined;
  const isPlain = /^[\x21-\x7e]+$/u.test(email) && email.length <= longestEmail && isEmail(email);
  return isPlain ? foldEmail(email) : undefined;
}

/** How a new person is called: the name, or its parts, or what stands before the @. */
export function nameIn({ name, given_name: first, family_name: last }: JWTPayload, email: string): string {
  const parts = [first, last].filter((part) => typeof part === 'string');
  const whole = typeof name === 'string' ? name : parts.join(' ');
  return lineOf(whole) || lineOf(email.split('@')[0]!);
}

/** What a name may not hold makes way for a space: nobody is kept from signing in by how the issuer writes it. */
function lineOf(text: string): string {
  const line = withoutWebAddresses(text)
    .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
    .replaceAll(/(\p{M}{4})\p{M}+/gu, '$1')
    .trim();
  // by characters: half of one could not be stored
  return Array.from(line).slice(0, longestName).join('');
}

/** Language of the mails: the claim is a tag such as fr-BE. */
export function languageIn({ locale }: JWTPayload): Language {
  const code = typeof locale === 'string' ? locale.slice(0, 2).toUpperCase() : '';
  return Object.values(Language).find((one) => one === (code as Language)) ?? Language.NL;
}
