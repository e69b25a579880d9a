import { randomUUID } from 'node:crypto';
import { inTransaction } from '@lokaal/shared/database';
import { DomainError } from '@lokaal/shared/errors';
import { type DataSource, MoreThan } from 'typeorm';
import { AccountRequestEntity } from './account-request.entity.js';
import { keyedHash } from './secret-token.js';
import { originOf } from './sign-in-origin.js';

const hour = 3_600_000;
/** A town hall shares one address; a machine that floods asks for more. */
const hourlyLimit = 20;
/** Mails that one caller has sent to one mailbox: those of others do not count, or strangers could keep hers from its owner. */
const hourlyMails = 5;

interface AccountRequestDependencies {
  readonly dataSource: DataSource;
  /** Key of the hashes by which callers and mailboxes are counted. */
  readonly attemptKey: Uint8Array;
}

interface AccountRequest {
  readonly email: string;
  readonly clientAddress: string | undefined;
  readonly now: Date;
}

/** Limits how many accounts are asked for, before anything is done for them. */
export class AccountRequests {
  constructor(private readonly on: AccountRequestDependencies) {}

  /** Whether the mailbox may be written to. Throws a DomainError RATE_LIMITED beyond the limit, whatever is asked for. */
  count({ email, clientAddress, now }: AccountRequest): Promise<boolean> {
    const { dataSource, attemptKey } = this.on;
    const origin = originOf(attemptKey, clientAddress) ?? '';
    const mailbox = keyedHash(attemptKey, 'mailbox', email);
    return inTransaction(dataSource, async (tx) => {
      // one at a time for a caller, so that requests sent at once count right
      await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`account ${origin}`]);
      const at = MoreThan(new Date(now.getTime() - hour));
      if (origin !== '' && (await tx.countBy(AccountRequestEntity, { origin, at })) >= hourlyLimit) throw tooMany();
      const mails = await tx.countBy(AccountRequestEntity, { origin, mailbox, at });
      await tx.insert(AccountRequestEntity, { id: randomUUID(), origin, mailbox, at: now });
      return mails < hourlyMails;
    });
  }
}

const tooMany = (): DomainError =>
  new DomainError('RATE_LIMITED', 'Too many accounts were asked for from here. Try again in an hour.');
