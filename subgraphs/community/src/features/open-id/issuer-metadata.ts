import { isLoopback, isSafeAddress, type OpenIdIssuer } from '@lokaal/shared/config';
import { z } from 'zod';
import { askIssuer } from './issuer-http.js';

const address = z.string().refine(isSafeAddress);

const metadataSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: address,
  token_endpoint: address,
  jwks_uri: address,
  userinfo_endpoint: address.optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
  authorization_response_iss_parameter_supported: z.boolean().default(false),
});

/** What an issuer tells about itself (OpenID Connect Discovery 1.0). */
export type IssuerMetadata = z.infer<typeof metadataSchema>;

const keysSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

/** Throws when the issuer does not answer, calls itself otherwise, or names an address that is not safe. */
export async function readMetadata({ issuer }: Pick<OpenIdIssuer, 'issuer'>): Promise<IssuerMetadata> {
  const { status, body } = await askIssuer(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  if (status !== 200) throw new Error(`Discovery answered HTTP ${status}.`);
  const metadata = metadataSchema.parse(body);
  if (metadata.issuer !== issuer) throw new Error('The issuer calls itself otherwise than it is configured.');
  const { token_endpoint, jwks_uri, authorization_endpoint, userinfo_endpoint = issuer } = metadata;
  const named = [token_endpoint, jwks_uri, authorization_endpoint, userinfo_endpoint];
  if (!isLoopback(issuer) && named.some(isLoopback)) throw new Error('The issuer names an address on this machine.');
  return metadata;
}

export async function readKeys(url: string) {
  const { status, body } = await askIssuer(url);
  if (status !== 200) throw new Error(`The keys answered HTTP ${status}.`);
  return keysSchema.parse(body);
}
