import type { Asker } from '@lokaal/shared/callers';
import type { SliceDependencies } from '../../slice.js';
import type { Language } from '../person/language.js';
import { readCertificateCode } from './certificate-code.js';
import type { VerifiedCertificate } from './certificate.type.js';

/** What the code alone tells, and how it is written. */
export interface PublicCertificate extends VerifiedCertificate {
  readonly language: Language;
  readonly issuedAt: Date;
}

const statement = `
  select code, holder_name as name, title, hours::float8 as hours, starts_on::text as "startsOn", ends_on::text as "endsOn",
    revoked_at is null as valid, language, issued_at as "issuedAt"
  from certificate where code = $1`;

/** For everybody who has a code, on paper or from a QR code: the code is the right to know. */
export class CertificateVerification {
  constructor(private readonly on: Pick<SliceDependencies, 'rows'>) {}

  async of(asker: Asker, typed: string): Promise<PublicCertificate | undefined> {
    const code = readCertificateCode(typed);
    if (code === undefined) return undefined;
    return (await this.on.rows<PublicCertificate>(asker, { text: statement, values: [code] }))[0];
  }
}
