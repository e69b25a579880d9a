import { z } from 'zod';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** https, or a machine's own http: for development, where it is refused in production. */
export function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, hash } = new URL(address);
  return (protocol === 'https:' || isLoopback(address)) && username === '' && hash === '';
}

export function isLoopback(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && loopback.has(hostname);
}

/** As isSafeAddress, or of an app: a scheme that is its own domain turned around (RFC 8252, 7.1), such as be.gemeente.app:/back. */
const isRedirectUri = (address: string): boolean =>
  isSafeAddress(address) || (/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+:\//u.test(address) && URL.canParse(address));

const issuer = z
  .strictObject({
    /** By which clients name it. */
    name: z.string().regex(/^[a-z0-9-]{1,40}$/u),
    /** Exactly as the issuer writes it. */
    issuer: z.string().refine((url) => isSafeAddress(url) && new URL(url).search === ''),
    clientId: z.string().min(1),
    /** Absent: a public client, that shows who it is by PKCE only. */
    clientSecret: z.string().min(1).optional(),
    /** What people read on the button. */
    label: z.string().min(1).max(100),
    redirectUris: z.array(z.string().refine(isRedirectUri)).min(1),
    scopes: z.string().default('openid email profile'),
    /** Whether an address that this issuer calls verified proves who somebody is here. */
    trustsEmail: z.boolean().default(false),
    /** Whether whoever has no account here gets one; only where the address is trusted. */
    registers: z.boolean().default(true),
    /** What its access tokens for this graph have as `aud`; absent: they are not accepted. Never the client id, or ID tokens would do. */
    audience: z.string().min(1).optional(),
  })
  .refine(({ audience, clientId }) => audience !== clientId);

/** An OpenID Connect issuer by which people sign in. */
export type OpenIdIssuer = z.infer<typeof issuer>;

const readJson = (text: string, { addIssue }: { readonly addIssue: (issue: string) => void }): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    addIssue('no JSON');
    return z.NEVER;
  }
};

const isUnique = (values: readonly string[]): boolean => new Set(values).size === values.length;

export const openIdIssuers = z
  .string()
  .default('[]')
  .transform(readJson)
  .pipe(z.array(issuer))
  .refine((all) => isUnique(all.map(({ name }) => name)) && isUnique(all.map((one) => one.issuer)));
