import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '@lokaal/shared/config';
import { inTransaction } from '@lokaal/shared/database';
import { badInput, DomainError } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import { enqueueNotice } from '../mail-outbox/mail-outbox.js';
import { PersonEntity } from '../person/person.entity.js';
import type { AccountLinks } from './account-links.js';
import type { AccountRequests } from './account-requests.js';
import { CredentialEntity } from './credential.entity.js';
import { findOrCreatePerson, isOpen } from './enter-person.js';
import { alreadyRegisteredMail, confirmationMail } from './identity-mails.js';
import type { ConfirmEmailInput, RegisterPersonInput } from './identity.input.js';
import { createLinkToken, findLink, invalidLink, lockPerson } from './one-time-link.js';
import { OneTimeTokenEntity } from './one-time-token.entity.js';
import { hashPassword } from './password-hash.js';
import { refusalOfPassword } from './password.policy.js';
import { attemptBehind, foldEmail } from './sign-in-origin.js';
import { takingAtLeast } from './taking-at-least.js';
import type { TypedPassword, TypedPasswords } from './typed-passwords.js';

export interface RegistrationDependencies {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly links: AccountLinks;
  /** Told after the commit that mail is waiting. */
  readonly mailWaits: () => void;
  readonly passwords: TypedPasswords;
  readonly requests: AccountRequests;
  /** Key of the hashes by which attempts to sign in are counted. */
  readonly attemptKey: Uint8Array;
}

type Registration = Pick<RegisterPersonInput, 'name' | 'language' | 'email'> & { passwordHash: string; now: Date };

export class RegistrationService {
  constructor(private readonly dependencies: RegistrationDependencies) {}

  /** Does the same for every caller to see; only the owner of the mailbox learns whether there was an account. */
  async register(input: RegisterPersonInput, clientAddress: string | undefined): Promise<void> {
    const { name, password, language } = input;
    const refusal = refusalOfPassword(password, input);
    if (refusal) throw badInput(refusal, ['password']);
    const email = foldEmail(input.email);
    const { dataSource, clock, requests, mailWaits } = this.dependencies;
    const now = clock.now();
    const request = { purpose: 'account', email, clientAddress, now } as const;
    await takingAtLeast(async () => {
      await requests.refuseFlood(dataSource.manager, request);
      const passwordHash = await hashPassword(password, clientAddress);
      await inTransaction(dataSource, async (tx) => {
        await requests.count(tx, request);
        await this.write(tx, { name, email, language, passwordHash, now });
      });
    });
    mailWaits();
  }

  /**
   * The link proves the mailbox, the password that whoever reads there asked for this account: anybody can register with the
   * address of somebody else. Following the link twice is no error. The name and password that count are those of the
   * registration with this link.
   */
  async confirmEmail({ token, password }: ConfirmEmailInput, clientAddress: string | undefined): Promise<void> {
    const now = this.dependencies.clock.now();
    await this.requirePassword({ token, now }, { password, clientAddress });
    await inTransaction(this.dependencies.dataSource, async (tx) => {
      const { personId } = await findLink(tx, ['CONFIRM_EMAIL'], { token, now });
      const person = await lockPerson(tx, personId);
      const link = await findLink(tx, ['CONFIRM_EMAIL'], { token, now });
      if (link.usedAt) return;
      if (person.emailConfirmedAt) throw invalidLink();
      await confirm(tx, link, now);
    });
  }

  private async requirePassword(asked: { token: string; now: Date }, typed: TypedPassword): Promise<void> {
    const { dataSource, passwords, attemptKey } = this.dependencies;
    const right = await passwords.match(typed, async () => {
      const { tokenHash, passwordHash } = await findLink(dataSource.manager, ['CONFIRM_EMAIL'], asked);
      return { passwordHash, attempt: attemptBehind(attemptKey, tokenHash, typed.clientAddress), now: asked.now };
    });
    if (!right) throw otherPassword();
  }

  private async write(tx: EntityManager, registration: Registration): Promise<void> {
    const { links } = this.dependencies;
    const { name, email, language, passwordHash, now } = registration;
    const person = await findOrCreatePerson(tx, { id: newId('person'), name, email, language });
    const addressee = { email: person.email, now };
    if (!(await isOpen(tx, person)))
      return enqueueNotice(tx, addressee, alreadyRegisteredMail(person, links.requestPasswordReset()));
    const token = await createLinkToken(tx, {
      purpose: 'CONFIRM_EMAIL',
      personId: person.id,
      now,
      registration: { name, language, passwordHash },
    });
    await enqueueNotice(tx, addressee, confirmationMail({ language }, links.confirmEmail(token)));
  }
}

async function confirm(tx: EntityManager, link: OneTimeTokenEntity, now: Date): Promise<void> {
  const { tokenHash, personId, name, language, passwordHash } = link;
  if (name === null || language === null || passwordHash === null) throw invalidLink();
  await tx.update(PersonEntity, personId, { name, language, emailConfirmedAt: now });
  await tx.upsert(CredentialEntity, { personId, passwordHash, changedAt: now }, ['personId']);
  await tx.update(OneTimeTokenEntity, tokenHash, { usedAt: now });
}

const otherPassword = (): DomainError =>
  new DomainError('INVALID_CREDENTIALS', 'This is not the password that was chosen for this account.', ['password']);
