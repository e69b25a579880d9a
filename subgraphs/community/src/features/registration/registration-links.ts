import type { SliceDependencies } from '../../slice.js';
import { foldEmail } from '../identity/sign-in-origin.js';
import { LinkSeal } from '../mail-outbox/link-seal.js';

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
  private readonly seal: LinkSeal;

  constructor(private readonly on: Pick<SliceDependencies, 'publicUrl' | 'keyFor'>) {
    this.seal = new LinkSeal(() => on.keyFor('links of registrations'));
  }

  to(page: LinkedPage, { id, email }: Addressed): string {
    return `${this.on.publicUrl}/registrations/${page}/${id}.${this.seal.of(sealed({ id, email }))}`;
  }

  /** Whether a link with this seal went to this person. */
  isSealed(seal: string, person: Addressed): boolean {
    return this.seal.isOf(seal, sealed(person));
  }
}

const sealed = ({ id, email }: Addressed): string => `${id} ${foldEmail(email)}`;
