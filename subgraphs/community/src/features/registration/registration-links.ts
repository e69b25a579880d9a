import { createHmac, timingSafeEqual } from 'node:crypto';
import { prefixOf } from '@lokaal/shared/ids';
import type { SliceDependencies } from '../../slice.js';

/** What a mail can link to: an offer to accept or decline, or the end of a registration. */
export type LinkedPage = 'offer' | 'cancel';

/**
 * Addresses beside the graph to which mails about registrations link: they work without the web site, and without signing in.
 * Whoever has the mail may do for this one registration what its person may; nobody makes such an address without the key.
 */
export class RegistrationLinks {
  constructor(private readonly on: Pick<SliceDependencies, 'publicUrl' | 'keyFor'>) {}

  to(page: LinkedPage, registrationId: string): string {
    const base = this.on.publicUrl.replace(/\/+$/, '');
    return `${base}/registrations/${page}/${registrationId}.${this.seal(registrationId)}`;
  }

  /** The registration of an address. Undefined for an address that was not made here. */
  registrationOf(token: string): string | undefined {
    const [id = '', seal = ''] = token.split('.');
    if (prefixOf(id) !== 'registration') return undefined;
    const [given, right] = [Buffer.from(seal), Buffer.from(this.seal(id))];
    return given.length === right.length && timingSafeEqual(given, right) ? id : undefined;
  }

  private seal(registrationId: string): string {
    return createHmac('sha256', this.on.keyFor('links of registrations')).update(registrationId).digest('base64url');
  }
}
