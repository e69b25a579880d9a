import type { Viewer } from '@lokaal/shared/auth';
import { inTransaction, lockVersion } from '@lokaal/shared/database';
import { forbidden, invalidState } from '@lokaal/shared/errors';
import type { SliceDependencies } from '../../slice.js';
import { tellPeople } from '../waiting-list/tell-people.js';
import { CertificateEntity } from './certificate.entity.js';
import type { RevokeCertificateInput } from './certificate.input.js';
import { revokedMail } from './certificate-mails.js';
import { mayCertify } from './certificate.policy.js';

export class CertificateRevocationService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock' | 'mailWaits'>) {}

  /** For good: who should have one after all gets another one. Answers with the certificate's id. */
  async revoke(viewer: Viewer, { id, expectedVersion, reason }: RevokeCertificateInput): Promise<string> {
    if (!mayCertify(viewer)) throw forbidden('Only staff of the association revoke certificates.');
    await inTransaction(this.on.db, async (tx) => {
      const { revokedAt, personId, title } = await lockVersion(tx, CertificateEntity, id, expectedVersion);
      if (revokedAt) throw invalidState('This certificate was revoked already.');
      const now = this.on.clock.now();
      const change = { revokedAt: now, revocationReason: reason, revokedById: viewer.personId! };
      await tx.update(CertificateEntity, id, change);
      await tellPeople({ tx, now }, [{ personId, write: (to) => revokedMail(to, { title, reason }) }]);
    });
    this.on.mailWaits();
    return id;
  }
}
