import { isStaff, type Viewer } from '@lokaal/shared/auth';
import { idempotent, inTransaction, lockVersion } from '@lokaal/shared/database';
import { forbidden, invalidState, notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { hashOfToken, newSecretToken } from '../identity/secret-token.js';
import { enqueueNotices } from '../mail-outbox/mail-outbox.js';
import { DeliveryEntity, MailingListIssueEntity } from './issue.entity.js';
import { ListLinks } from './list-links.js';
import { issueMail } from './list-mails.js';
import { MailingListEntity } from './mailing-list.entity.js';
import type {
  CreateMailingListIssueInput,
  SendMailingListIssueInput,
  UpdateMailingListIssueInput,
} from './mailing-list.input.js';
import { MailingListSubscriptionEntity } from './subscription.entity.js';
import { SubscriptionState } from './subscription.enums.js';

/** Rows of one statement. */
const batchSize = 1_000;

/** What staff send to a list. Every method answers with the issue's id. */
export class IssueService {
  private readonly links: ListLinks;

  constructor(private readonly dependencies: SliceDependencies) {
    this.links = new ListLinks(dependencies.publicUrl);
  }

  create(viewer: Viewer, { idempotencyKey: key, ...issue }: CreateMailingListIssueInput): Promise<string> {
    refuseOthers(viewer);
    const { db, clock } = this.dependencies;
    const call = {
      personId: viewer.personId!,
      key,
      mutation: 'createMailingListIssue',
      input: issue,
      now: clock.now(),
    };
    return inTransaction(db, async (tx) => {
      if (!(await tx.existsBy(MailingListEntity, { id: issue.listId }))) throw notFound('Mailing list', ['listId']);
      return idempotent(tx, call, async () => {
        const id = newId('listissue');
        await tx.insert(MailingListIssueEntity, { ...issue, id });
        return id;
      });
    });
  }

  update(viewer: Viewer, { id, expectedVersion, ...changes }: UpdateMailingListIssueInput): Promise<string> {
    refuseOthers(viewer);
    return inTransaction(this.dependencies.db, async (tx) => {
      await lockUnsent(tx, id, expectedVersion);
      await tx.update(MailingListIssueEntity, id, changes);
      return id;
    });
  }

  /** One mail for each confirmed subscription, in the transaction that makes the issue a sent one: a retry finds it sent. */
  async send(viewer: Viewer, { id, expectedVersion }: SendMailingListIssueInput): Promise<string> {
    refuseOthers(viewer);
    const { db, clock } = this.dependencies;
    await inTransaction(db, async (tx) => {
      const issue = await lockUnsent(tx, id, expectedVersion);
      const recipientCount = await this.deliver(tx, issue);
      await tx.update(MailingListIssueEntity, id, { sentAt: clock.now(), recipientCount });
    });
    this.dependencies.mailWaits();
    return id;
  }

  private async deliver(tx: EntityManager, issue: MailingListIssueEntity): Promise<number> {
    const { name: list, slug } = await tx.findOneByOrFail(MailingListEntity, { id: issue.listId });
    const subscriptions = await tx.findBy(MailingListSubscriptionEntity, {
      listId: issue.listId,
      state: SubscriptionState.CONFIRMED,
    });
    const deliveries = subscriptions.map((subscription) => ({ subscription, token: newSecretToken() }));
    const rows = deliveries.map(({ subscription, token }) => ({
      issueId: issue.id,
      subscriptionId: subscription.id,
      unsubscribeHash: hashOfToken(token),
    }));
    for (let from = 0; from < rows.length; from += batchSize)
      await tx.insert(DeliveryEntity, rows.slice(from, from + batchSize));
    const { subject, body } = issue;
    const letters = deliveries.map(({ subscription: { email, language }, token }) => ({
      email,
      content: issueMail({ language, list }, { subject, body, slug }, this.links.unsubscribe(token)),
    }));
    await enqueueNotices(tx, this.dependencies.clock.now(), letters);
    return letters.length;
  }
}

async function lockUnsent(tx: EntityManager, id: string, expectedVersion: number): Promise<MailingListIssueEntity> {
  const issue = await lockVersion(tx, MailingListIssueEntity, id, expectedVersion);
  if (issue.sentAt) throw invalidState('It was sent already.');
  return issue;
}

/** Before anything is looked up: others learn nothing of what there is. */
function refuseOthers(viewer: Viewer): void {
  if (!isStaff(viewer)) throw forbidden('Only staff of the association may write and send issues.');
}
