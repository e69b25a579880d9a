import { isStaff, type Viewer } from '@lokaal/shared/auth';
import { inTransaction, lockRow } from '@lokaal/shared/database';
import { DomainError, invalidState, notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import { type EntityManager, MoreThan } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { hashOfToken, keyedHash, newSecretToken } from '../identity/secret-token.js';
import { foldEmail, originOf } from '../identity/sign-in-origin.js';
import { takingAtLeast } from '../identity/taking-at-least.js';
import { enqueueMail } from '../mail-outbox/mail-outbox.js';
import type { Language } from '../person/language.js';
import { PersonEntity } from '../person/person.entity.js';
import { DeliveryEntity } from './issue.entity.js';
import { ListLinks } from './list-links.js';
import { alreadySubscribedMail, confirmationMail } from './list-mails.js';
import { MailingListEntity } from './mailing-list.entity.js';
import type { EndMailingListSubscriptionInput, SubscribeToMailingListInput } from './mailing-list.input.js';
import { countRequest } from './request-limit.js';
import { ConfirmationEntity, MailingListSubscriptionEntity } from './subscription.entity.js';
import { SubscriptionState } from './subscription.enums.js';

/** Three days, so that a subscription on Friday evening survives the weekend. */
const linkLifetime = 72 * 3_600_000;

/** What a link of a mail is about. */
export interface LinkedList {
  readonly language: Language;
  /** Name of the mailing list. */
  readonly list: string;
}

const linkedList = `select subscription.language, mailing_list.name as list
  from mailing_list_subscription as subscription join mailing_list on mailing_list.id = list_id
  where subscription.id in (select subscription_id from mailing_list_confirmation where token_hash = $1
    union select subscription_id from mailing_list_delivery where unsubscribe_hash = $1)`;

/** Subscribing with double opt-in, for people with an account and without. */
export class SubscriptionService {
  private readonly links: ListLinks;

  constructor(private readonly dependencies: SliceDependencies) {
    this.links = new ListLinks(dependencies.publicUrl);
  }

  /**
   * Does the same for every caller to see; only the owner of the mailbox learns whether the address was known. Whoever
   * is signed in with that very address, and proved to own it, needs no mail. Answers with the list's id.
   */
  async subscribe(viewer: Viewer, input: SubscribeToMailingListInput, clientAddress?: string): Promise<string> {
    const { listId, email, language } = input;
    const asked = { listId, email, language, clientAddress };
    await takingAtLeast(() => inTransaction(this.dependencies.db, (tx) => this.write(tx, viewer, asked)));
    this.dependencies.mailWaits();
    return listId;
  }

  /** Following the link twice is no error. Answers with the list's id. Throws a DomainError INVALID_TOKEN, always the same. */
  confirm(token: string): Promise<string> {
    const { db, clock } = this.dependencies;
    return inTransaction(db, async (tx) => {
      const now = clock.now();
      const link = await tx.findOneBy(ConfirmationEntity, { tokenHash: hashOfToken(token), expiresAt: MoreThan(now) });
      if (!link) throw invalidLink();
      const subscription = await lockRow(tx, MailingListSubscriptionEntity, link.subscriptionId);
      // who unsubscribed meanwhile made every link void
      if (!(await tx.existsBy(ConfirmationEntity, { tokenHash: link.tokenHash }))) throw invalidLink();
      if (subscription.state !== SubscriptionState.CONFIRMED) await confirmed(tx, subscription, now);
      return subscription.listId;
    });
  }

  /** Does the same for every token to see. */
  unsubscribe(token: string): Promise<void> {
    return inTransaction(this.dependencies.db, async (tx) => {
      const delivery = await tx.findOneBy(DeliveryEntity, { unsubscribeHash: hashOfToken(token) });
      if (delivery) await this.end(tx, await lockRow(tx, MailingListSubscriptionEntity, delivery.subscriptionId));
    });
  }

  /** Ends an own subscription, or any by staff. Answers with its id. */
  endOne(viewer: Viewer, { id }: EndMailingListSubscriptionInput): Promise<string> {
    return inTransaction(this.dependencies.db, async (tx) => {
      const subscription = await lockRow(tx, MailingListSubscriptionEntity, id);
      if (!isStaff(viewer) && !(await ownsAddress(tx, viewer, subscription.email)))
        throw notFound('Mailing list subscription', ['id']);
      if (subscription.state === SubscriptionState.UNSUBSCRIBED) throw invalidState('It has ended already.');
      await this.end(tx, subscription);
      return id;
    });
  }

  /** What the page tells who follows a link; undefined when it is none of ours. */
  async linkedBy(token: string): Promise<LinkedList | undefined> {
    const [linked] = await this.dependencies.db.query<LinkedList[]>(linkedList, [hashOfToken(token)]);
    return linked;
  }

  private async write(tx: EntityManager, viewer: Viewer, asked: Asked): Promise<void> {
    const now = this.dependencies.clock.now();
    const key = this.dependencies.keyFor('mailing list requests');
    await countRequest(tx, { key, clientAddress: asked.clientAddress, now });
    const list = await tx.findOneBy(MailingListEntity, { id: asked.listId });
    if (!list) throw notFound('Mailing list', ['listId']);
    if (!list.open) throw invalidState('This list takes no new subscriptions.');
    const subscription = await lockedSubscription(tx, asked, now);
    if (await ownsAddress(tx, viewer, subscription.email)) {
      const own = { personId: viewer.personId!, language: asked.language };
      return confirmed(tx, Object.assign(subscription, own), now);
    }
    await this.sendMail(tx, subscription, { list: list.name, kind: mailKind(key, asked), now });
  }

  private async sendMail(tx: EntityManager, subscription: MailingListSubscriptionEntity, at: About): Promise<void> {
    const { now, list, kind } = at;
    const addressee = { email: subscription.email, kind, now };
    const addressed = { language: subscription.language, list };
    if (subscription.state === SubscriptionState.CONFIRMED)
      return enqueueMail(tx, addressee, alreadySubscribedMail(addressed));
    const token = newSecretToken();
    const expiresAt = new Date(now.getTime() + linkLifetime);
    await tx.update(MailingListSubscriptionEntity, subscription.id, { requestedAt: now });
    await tx.insert(ConfirmationEntity, { tokenHash: hashOfToken(token), subscriptionId: subscription.id, expiresAt });
    await enqueueMail(tx, addressee, confirmationMail(addressed, this.links.confirm(token)));
  }

  private async end(tx: EntityManager, { id, state }: MailingListSubscriptionEntity): Promise<void> {
    await tx.delete(ConfirmationEntity, { subscriptionId: id });
    if (state === SubscriptionState.UNSUBSCRIBED) return;
    const unsubscribedAt = this.dependencies.clock.now();
    await tx.update(MailingListSubscriptionEntity, id, { state: SubscriptionState.UNSUBSCRIBED, unsubscribedAt });
  }
}

type Asked = SubscribeToMailingListInput & { readonly clientAddress: string | undefined };

interface About {
  /** Name of the list. */
  readonly list: string;
  /** Which mails count together. */
  readonly kind: string;
  readonly now: Date;
}

/** Mails about one list that one caller asks for count together: strangers keep no other list's mail from anybody. */
const mailKind = (key: Uint8Array, { listId, clientAddress }: Asked): string =>
  `SUBSCRIPTION ${keyedHash(key, listId, originOf(key, clientAddress) ?? '')}`;

/** The unique index decides who comes first; everybody waits for that one, then sees the same row. */
async function lockedSubscription(
  tx: EntityManager,
  { listId, email: typed, language }: Asked,
  now: Date,
): Promise<MailingListSubscriptionEntity> {
  const email = foldEmail(typed);
  const state = SubscriptionState.PENDING;
  const row = { id: newId('subscription'), listId, email, language, state, requestedAt: now };
  await tx
    .createQueryBuilder()
    .insert()
    .into(MailingListSubscriptionEntity)
    .values(row)
    .orIgnore()
    .updateEntity(false)
    .execute();
  // also keeps the mails to one address in order, whatever list they are of
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`mail to ${email}`]);
  return tx.findOneOrFail(MailingListSubscriptionEntity, {
    where: { listId, email },
    lock: { mode: 'pessimistic_write' },
  });
}

async function ownsAddress(tx: EntityManager, { personId }: Viewer, email: string): Promise<boolean> {
  if (personId === undefined) return false;
  const person = await tx.findOneBy(PersonEntity, { id: personId });
  return person !== null && person.emailConfirmedAt !== null && foldEmail(person.email) === foldEmail(email);
}

async function confirmed(tx: EntityManager, subscription: MailingListSubscriptionEntity, now: Date): Promise<void> {
  const { id, personId, language } = subscription;
  const state = SubscriptionState.CONFIRMED;
  const confirmedAt = subscription.state === state ? subscription.confirmedAt : now;
  await tx.update(MailingListSubscriptionEntity, id, { personId, language, state, confirmedAt, unsubscribedAt: null });
}

const invalidLink = (): DomainError =>
  new DomainError('INVALID_TOKEN', 'This link is not valid any more. Subscribe again to get a new one.', ['token']);
