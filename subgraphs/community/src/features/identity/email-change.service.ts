import type { Viewer } from '@lokaal/shared/auth';
import { inTransaction, refuseDuplicates, refuseFlood } from '@lokaal/shared/database';
import { badInput } from '@lokaal/shared/errors';
import type { EntityManager } from 'typeorm';
import { enqueueNotice } from '../mail-outbox/mail-outbox.js';
import { PersonEntity } from '../person/person.entity.js';
import { findPersonByEmail } from './account.query.js';
import { freeAddress, isOpen } from './enter-person.js';
import { leaveAddress } from './give-address.js';
import { addressInUseMail, changeAskedMail, confirmChangeMail } from './address-mails.js';
import type { ConfirmEmailChangeInput, RequestEmailChangeInput } from './identity.input.js';
import { createLinkToken, findLink, lockPerson } from './one-time-link.js';
import { OneTimeTokenEntity } from './one-time-token.entity.js';
import type { RegistrationDependencies } from './registration.service.js';
import { foldEmail } from './sign-in-origin.js';
import type { SignInService } from './sign-in.service.js';
import { takingAtLeast } from './taking-at-least.js';

const hour = 3_600_000;
/** Changes that a person may ask for in an hour: mail to any address must not become a flood. */
const askedOften = {
  most: 5,
  within: hour,
  refusal: 'You asked for this five times within an hour. Try again later.',
};

export interface EmailChangeDependencies extends Pick<
  RegistrationDependencies,
  'dataSource' | 'clock' | 'links' | 'mailWaits' | 'requests'
> {
  /** Makes sure that the person is at the keyboard. */
  readonly signIns: Pick<SignInService, 'confirm'>;
}

const refuseTaken = refuseDuplicates({
  person_email: ['Somebody else has an account with this address meanwhile.', 'token'],
});

/** People who change their own address: the link goes to the new one, and the old one is told. */
export class EmailChangeService {
  constructor(private readonly on: EmailChangeDependencies) {}

  /** Does the same for every caller to see; only the owner of the new mailbox learns whether there was an account. */
  async request(viewer: Viewer, input: RequestEmailChangeInput, clientAddress: string | undefined): Promise<void> {
    const { dataSource, clock, signIns, requests, mailWaits } = this.on;
    const personId = viewer.personId!;
    const email = foldEmail(input.email);
    await signIns.confirm({ personId, password: input.password }, clientAddress);
    const request = { purpose: 'other address', email, clientAddress, now: clock.now() } as const;
    await takingAtLeast(() =>
      inTransaction(dataSource, async (tx) => {
        await requests.count(tx, request);
        await this.ask(tx, { personId, email });
      }),
    );
    mailWaits();
  }

  /**
   * The link proves the mailbox, sign-in or password the account: anybody can ask for the address of somebody else. Signs
   * the person out everywhere: what follows is done with the new address.
   */
  async confirm(viewer: Viewer, input: ConfirmEmailChangeInput, clientAddress: string | undefined): Promise<void> {
    const { token } = input;
    const now = this.on.clock.now();
    const asked = await findLink(this.on.dataSource.manager, ['CHANGE_EMAIL'], { token, now });
    if (viewer.personId !== asked.personId)
      await this.on.signIns.confirm({ personId: asked.personId, password: passwordIn(input) }, clientAddress);
    await inTransaction(this.on.dataSource, async (tx) => {
      const { personId } = await findLink(tx, ['CHANGE_EMAIL'], { token, now });
      const person = await lockPerson(tx, personId);
      const { email } = await findLink(tx, ['CHANGE_EMAIL'], { token, now });
      await freeAddress(tx, email!);
      await tx.update(PersonEntity, personId, { email: email!, emailConfirmedAt: now });
      await leaveAddress(tx, person, now);
    }).catch(refuseTaken);
    this.on.mailWaits();
  }

  private async ask(tx: EntityManager, { personId, email }: { personId: string; email: string }): Promise<void> {
    const { clock, links } = this.on;
    const now = clock.now();
    const person = await lockPerson(tx, personId);
    if (email === foldEmail(person.email)) throw badInput('This is your e-mail address already.', ['email']);
    const where = { personId, purpose: 'CHANGE_EMAIL' as const };
    await refuseFlood(tx, { of: OneTimeTokenEntity, where, when: 'createdAt', now }, askedOften);
    // also when nobody is sent it, so that how often one may ask does not tell which addresses are known
    const token = await createLinkToken(tx, { purpose: 'CHANGE_EMAIL', personId, email, now });
    const other = await findPersonByEmail(tx, email);
    const isKnown = other !== null && !(await isOpen(tx, other));
    await (isKnown
      ? enqueueNotice(tx, { email: other.email, now }, addressInUseMail(other, links.requestPasswordReset()))
      : enqueueNotice(
          tx,
          { email, now },
          confirmChangeMail({ language: person.language }, links.confirmEmailChange(token)),
        ));
    const old = { email: person.email, now };
    await enqueueNotice(tx, old, changeAskedMail(person, links.requestPasswordReset()));
  }
}

function passwordIn({ password }: ConfirmEmailChangeInput): string {
  if (password) return password;
  throw badInput('Type the password of the account that asked for this, or sign in there first.', ['password']);
}
