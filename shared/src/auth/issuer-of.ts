import { decodeJwt, errors } from 'jose';

/** Which issuer a JWT says that it is from, before anybody checked it; undefined for what is no JWT, or does not say. */
export function issuerOf(token: string): string | undefined {
  try {
    const { iss } = decodeJwt(token);
    return typeof iss === 'string' ? iss : undefined;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}
