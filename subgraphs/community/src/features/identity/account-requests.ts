import { randomUUID } from 'node:crypto';
import { type FloodLimit, refuseFlood } from '@lokaal/shared/database';
import type { EntityManager } from 'typeorm';
import { AccountRequestEntity } from './account-request.entity.js';
import { keyedHash } from './secret-token.js';
import { originOf } from './sign-in-origin.js';

const hour = 3_600_000;

/** Of one caller. A town hall shares one address; a machine that floods asks for more. */
const ofCaller = { most: 20, within: hour, refusal: 'Too much was asked for from here. Try again in an hour.' };
/**
 * Mails that one caller has sent to one mailbox: those of others do not count, or strangers could keep hers from its owner.
 * Of mails about another address they do: any account can have them sent to anybody.
 */
const ofMailbox = {
  most: 5,
  within: hour,
  refusal: 'Five mails to this address were asked for within an hour. Look among the unwanted mail.',
};
/**
 * Whoever asks. Strangers can use it up; the owner of the mailbox asks for a new password instead, which confirms an account
 * too and which this does not limit: each link that others have sent opens the account for who reads there, and no other.
 */
const ofMailboxInADay = {
  most: 20,
  within: 24 * hour,
  refusal:
    'Twenty mails to this address were asked for within a day. Look among the unwanted mail, or ask for a new password.',
};

interface AccountRequest {
  /** Requests for one purpose count together, those for others apart. */
  readonly purpose: 'account' | 'new password' | 'other address';
  readonly email: string;
  readonly clientAddress: string | undefined;
  readonly now: Date;
}

/** Limits how many mails are asked for: known mailboxes and unknown ones count in the same way. */
export class AccountRequests {
  /** With the key of the hashes by which callers and mailboxes are counted. */
  constructor(private readonly key: Uint8Array) {}

  /** Throws a DomainError RATE_LIMITED beyond the limits, before any work is done. */
  async refuseFlood(manager: EntityManager, request: AccountRequest): Promise<void> {
    const { purpose, now } = request;
    const { origin, mailbox } = this.placeOf(request);
    const refuse = (where: { origin?: string; mailbox?: string }, limit: FloodLimit) =>
      refuseFlood(manager, { of: AccountRequestEntity, where, when: 'at', now }, limit);
    if (origin !== '') await refuse({ origin }, ofCaller);
    await refuse(purpose === 'other address' ? { mailbox } : { origin, mailbox }, ofMailbox);
    if (purpose !== 'new password') await refuse({ mailbox }, ofMailboxInADay);
  }

  /** In the transaction that does what is asked for: what fails counts nowhere. Throws as `refuseFlood` does. */
  async count(tx: EntityManager, request: AccountRequest): Promise<void> {
    const place = this.placeOf(request);
    // one at a time for a caller and for a mailbox, so that requests sent at once count right
    for (const one of [place.origin, place.mailbox])
      await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`account ${one}`]);
    await this.refuseFlood(tx, request);
    await tx.insert(AccountRequestEntity, { ...place, id: randomUUID(), at: request.now });
  }

  private placeOf({ purpose, email, clientAddress }: AccountRequest): { origin: string; mailbox: string } {
    const origin = originOf(this.key, clientAddress);
    return {
      origin: origin === undefined ? '' : keyedHash(this.key, purpose, origin),
      mailbox: keyedHash(this.key, `mailbox of ${purpose}`, email),
    };
  }
}
