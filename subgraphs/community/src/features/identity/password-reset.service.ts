import { In, type DataSource, type EntityManager } from 'typeorm';
import type { Clock } from '@lokaal/shared/config';
import { inTransaction } from '@lokaal/shared/database';
import { badInput } from '@lokaal/shared/errors';
import { enqueueMail, enqueueNotice, liftMailLimit } from '../mail-outbox/mail-outbox.js';
import { PersonEntity } from '../person/person.entity.js';
import type { AccountLinks } from './account-links.js';
import type { AccountRequests } from './account-requests.js';
import { lockPersonByEmail } from './account.query.js';
import { CredentialEntity } from './credential.entity.js';
import { isOpen } from './enter-person.js';
import { passwordChangedMail, passwordResetMail } from './identity-mails.js';
import type { RequestPasswordResetInput, ResetPasswordInput } from './identity.input.js';
import { KnownAddressEntity } from './known-address.entity.js';
import { createLinkToken, findLink, invalidLink, lockPerson } from './one-time-link.js';
import { OneTimeTokenEntity } from './one-time-token.entity.js';
import { hashPassword } from './password-hash.js';
import { refusalOfPassword } from './password.policy.js';
import { endAccessOf } from './session-end.js';
import { SignInAttemptEntity } from './sign-in-attempt.entity.js';
import { attemptOf, foldEmail, originOf } from './sign-in-origin.js';
import { takingAtLeast } from './taking-at-least.js';
import { type Issuer, waysElsewhere } from './ways-elsewhere.js';

export interface PasswordResetDependencies {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly links: AccountLinks;
  readonly mailWaits: () => void;
  readonly requests: AccountRequests;
  /** Key of the hashes by which attempts to sign in are counted. */
  readonly attemptKey: Uint8Array;
  /** By whose accounts people sign in too. */
  readonly issuers: readonly Issuer[];
}

interface NewPassword {
  readonly token: string;
  readonly passwordHash: string;
  readonly origin: string | undefined;
  readonly now: Date;
}

const mailKind = 'PASSWORD_RESET';

/** Links by which a password is chosen. */
const choosing = ['RESET_PASSWORD', 'INVITATION'] as const;

export class PasswordResetService {
  constructor(private readonly dependencies: PasswordResetDependencies) {}

  /** Does the same for every caller to see, whether the address is known or not. */
  async request({ email }: RequestPasswordResetInput, clientAddress: string | undefined): Promise<void> {
    const { dataSource, clock, requests, mailWaits } = this.dependencies;
    const request = { purpose: 'new password', email: foldEmail(email), clientAddress, now: clock.now() } as const;
    await takingAtLeast(() =>
      inTransaction(dataSource, async (tx) => {
        await requests.count(tx, request);
        await this.sendLink(tx, email);
      }),
    );
    mailWaits();
  }

  /** Ends all sessions, and lets the owner in again who was locked out by the guesses of others. */
  async reset({ token, password }: ResetPasswordInput, clientAddress: string | undefined): Promise<void> {
    const { dataSource, clock, attemptKey, mailWaits } = this.dependencies;
    const now = clock.now();
    const owner = await ownerOf(dataSource.manager, { token, now });
    const refusal = refusalOfPassword(password, owner);
    if (refusal) throw badInput(refusal, ['password']);
    const origin = originOf(attemptKey, clientAddress);
    const passwordHash = await hashPassword(password, clientAddress);
    await inTransaction(dataSource, (tx) => this.write(tx, { token, passwordHash, origin, now }));
    mailWaits();
  }

  private async sendLink(tx: EntityManager, email: string): Promise<void> {
    const now = this.dependencies.clock.now();
    const person = await lockPersonByEmail(tx, email);
    if (!person) return;
    const token = await createLinkToken(tx, { purpose: 'RESET_PASSWORD', personId: person.id, now });
    const { language, name } = person;
    const recipient = (await isOpen(tx, person)) ? { language } : { language, name };
    const mail = passwordResetMail(recipient, this.dependencies.links.resetPassword(token));
    await enqueueMail(tx, { email: person.email, kind: mailKind, now }, mail);
  }

  private async write(tx: EntityManager, { token, passwordHash, origin, now }: NewPassword): Promise<void> {
    const { personId } = await findLink(tx, choosing, { token, now });
    const person = await lockPerson(tx, personId);
    await findLink(tx, choosing, { token, now });
    await tx.upsert(CredentialEntity, { personId, passwordHash, changedAt: now }, ['personId']);
    if (!person.emailConfirmedAt) await confirmHolder(tx, person, now);
    // All links at once: those that a thief of the mailbox may have asked for die with this one.
    await tx.delete(OneTimeTokenEntity, { personId });
    await endAccessOf(tx, personId, { reason: 'PASSWORD_CHANGED', now });
    await this.forgetGuesses(tx, person, { origin, now });
    // the links of mails that strangers asked for are void now: the owner must be able to get another one
    await liftMailLimit(tx, { email: person.email, kind: mailKind });
    await this.tell(tx, person, now);
  }

  private async tell(tx: EntityManager, person: PersonEntity, now: Date): Promise<void> {
    const { issuers, links } = this.dependencies;
    const { paragraphs, ...mail } = passwordChangedMail(person, links.requestPasswordReset());
    const elsewhere = await waysElsewhere(tx, person, issuers);
    await enqueueNotice(tx, { email: person.email, now }, { ...mail, paragraphs: [...paragraphs, ...elsewhere] });
  }

  /** Who holds the mailbox is the owner: the address at hand becomes the only one that is known. */
  private async forgetGuesses(
    tx: EntityManager,
    { id, email }: PersonEntity,
    { origin, now }: { origin: string | undefined; now: Date },
  ): Promise<void> {
    const { attemptKey } = this.dependencies;
    const accounts = [false, true].map((known) => attemptOf(attemptKey, email, { origin, known }).account);
    await tx.delete(SignInAttemptEntity, { account: In(accounts) });
    await tx.delete(KnownAddressEntity, { personId: id });
    if (origin !== undefined) await tx.insert(KnownAddressEntity, { personId: id, address: origin, seenAt: now });
  }
}

async function ownerOf(manager: EntityManager, link: { token: string; now: Date }): Promise<PersonEntity> {
  const { personId } = await findLink(manager, choosing, link);
  const owner = await manager.findOneBy(PersonEntity, { id: personId });
  if (!owner) throw invalidLink();
  return owner;
}

/** Whoever registered with this address may be a stranger: who holds the mailbox keeps nothing of it, and no name by others. */
async function confirmHolder(tx: EntityManager, person: PersonEntity, now: Date): Promise<void> {
  if (await isOpen(tx, person)) person.name = person.email.split('@')[0]!;
  await tx.update(PersonEntity, person.id, { name: person.name, emailConfirmedAt: now });
}
