import type { Slice, SliceDependencies } from '../../slice.js';
import { DeliveryEntity, MailingListIssueEntity } from './issue.entity.js';
import { IssueResolver } from './issue.resolver.js';
import { IssueService } from './issue.service.js';
import { removeListLeftovers } from './list-cleanup.js';
import { listPages } from './list-pages.js';
import { MailingListEntity } from './mailing-list.entity.js';
import { issueReads, mailingListReads, subscriptionReads } from './mailing-list.reads.js';
import { MailingListResolver } from './mailing-list.resolver.js';
import { MailingListService } from './mailing-list.service.js';
import { ConfirmationEntity, MailingListSubscriptionEntity, SubscriptionRequestEntity } from './subscription.entity.js';
import { SubscriptionResolver } from './subscription.resolver.js';
import { SubscriptionService } from './subscription.service.js';

const hour = 3_600_000;

export const mailingListSlice: Slice = {
  entities: [
    MailingListEntity,
    MailingListSubscriptionEntity,
    ConfirmationEntity,
    SubscriptionRequestEntity,
    MailingListIssueEntity,
    DeliveryEntity,
  ],
  models: [mailingListReads, subscriptionReads, issueReads],
  resolvers: (dependencies: SliceDependencies) => [
    new MailingListResolver(new MailingListService(dependencies)),
    new SubscriptionResolver(new SubscriptionService(dependencies)),
    new IssueResolver(new IssueService(dependencies)),
  ],
  jobs: ({ db, clock }) => [
    { name: 'mailing list cleanup', every: hour, run: () => removeListLeftovers(db, clock.now()) },
  ],
  documents: (dependencies) => listPages(new SubscriptionService(dependencies)),
  personalData: [
    {
      table: 'mailing_list_subscription',
      // also what the person asked for without signing in, and at an address of before, unless it is somebody else's now
      of: `(lower(email) = (select lower(p.email) from person as p where p.id = $1) or (person_id = $1 and not exists
        (select from person as other where lower(other.email) = lower(mailing_list_subscription.email) and other.email_confirmed_at is not null)))`,
      shown: ['email', 'language', 'list_id', 'state', 'requested_at', 'confirmed_at', 'unsubscribed_at'],
      erasure: 'delete',
    },
  ],
};
