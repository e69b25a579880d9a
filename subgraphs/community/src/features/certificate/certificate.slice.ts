import type { Slice, SliceDependencies } from '../../slice.js';
import { EventTurnstile } from '../waiting-list/event-turnstile.js';
import { CertificateIssueService } from './certificate-issue.service.js';
import { CertificateRevocationService } from './certificate-revocation.service.js';
import { CertificateVerification } from './certificate-verification.query.js';
import { certificateRoutes } from './certificate.documents.js';
import { CertificateEntity } from './certificate.entity.js';
import { certificateReads } from './certificate.reads.js';
import { CertificateResolver } from './certificate.resolver.js';

const resolver = (on: SliceDependencies): CertificateResolver =>
  new CertificateResolver({
    verification: new CertificateVerification(on),
    issuing: new CertificateIssueService(new EventTurnstile(on), on),
    revocation: new CertificateRevocationService(on),
  });

export const certificateSlice: Slice = {
  entities: [CertificateEntity],
  models: [certificateReads],
  resolvers: (on) => [resolver(on)],
  documents: certificateRoutes,
  personalData: [
    {
      table: 'certificate',
      of: 'person_id = $1',
      shown: [
        'code',
        'title',
        'holder_name',
        'hours',
        'starts_on',
        'ends_on',
        'issued_at',
        'revoked_at',
        'revocation_reason',
      ],
      // the code still verifies, without a name
      erasure: { set: 'person_id = null, holder_name = null, revocation_reason = null' },
    },
    {
      table: 'certificate',
      of: 'issued_by_id = $1',
      shown: ['code', 'issued_at'],
      erasure: { set: 'issued_by_id = null' },
    },
    {
      table: 'certificate',
      of: 'revoked_by_id = $1',
      shown: ['code', 'revoked_at'],
      erasure: { set: 'revoked_by_id = null' },
    },
  ],
};
