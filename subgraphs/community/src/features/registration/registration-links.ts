import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SliceDependencies } from '../../slice.js';
import { foldEmail } from '../identity/sign-in-origin.js';

/** What a mail can link to: an offer to accept or decline, or the end of a registration or sign-up. */
export type LinkedPage = 'offer' | 'cancel';

/** A registration or sign-up, and the address of its person. */
export interface Addressed {
  readonly id: string;
  readonly email: string;
}

/**
 * Addresses beside the graph to which mails about registrations and sign-ups link: they work without the web site, and
 * without signing in. Whoever has the mail may do for this one registration what its person may, until that person reads
 * mail at another address; nobody makes such an address without the key.
 */
export class RegistrationLinks {
  constructor(private readonly on: Pick<SliceDependencies, 'publicUrl' | 'keyFor'>) {}

  to(page: LinkedPage, { id, email }: Addressed): string {
    const base = this.on.publicUrl.replace(/\/+$/, '');
    return `${base}/registrations/${page}/${id}.${this.seal({ id, email })}`;
  }

  /** Whether a link with this seal went to this person. */
  isSealed(seal: string, person: Addressed): boolean {
    const [given, right] = [Buffer.from(seal), Buffer.from(this.seal(person))];
    return given.length === right.length && timingSafeEqual(given, right);
  }

  private seal({ id, email }: Addressed): string {
    const key = this.on.keyFor('links of registrations');
    return createHmac('sha256', key)
      .update(`${id} ${foldEmail(email)}`)
      .digest('base64url');
  }
}
