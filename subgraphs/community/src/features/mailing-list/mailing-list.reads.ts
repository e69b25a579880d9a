import {
  allOf,
  anyOf,
  type Condition,
  everyone,
  exists,
  type ReadModel,
  readModel,
  type Row,
  sql,
  type ViewerRef,
} from '@lokaal/shared/read';
import { personReads } from '../person/person.reads.js';
import { MailingListIssueEntity } from './issue.entity.js';
import { MailingListEntity } from './mailing-list.entity.js';
import { MailingListSubscriptionEntity } from './subscription.entity.js';
import { SubscriptionState } from './subscription.enums.js';

export const mailingListReads: ReadModel<MailingListEntity> = readModel(MailingListEntity, {
  visible: () => everyone,
  many: {
    subscriptions: () => subscriptionReads.where('listId'),
    issues: () => issueReads.where('listId'),
  },
  computed: {
    subscriberCount: ({ id }) =>
      sql`(select count(*) from mailing_list_subscription as s where s.list_id = ${id} and s.state = 'CONFIRMED')`,
  },
  filter: ['open'],
  order: ['name'],
  search: 'name',
});

/** Of the address that the viewer has confirmed today, whoever was signed in when somebody subscribed. */
export const isOwnSubscription = (viewer: ViewerRef, row: Row<MailingListSubscriptionEntity>): Condition =>
  sql`lower(${row.email}) = (select lower(own.email) from person as own
    where own.id = ${viewer.personId} and own.email_confirmed_at is not null)`;

/** An address is known to its owner and to staff. */
export const subscriptionReads: ReadModel<MailingListSubscriptionEntity> = readModel(MailingListSubscriptionEntity, {
  visible: (viewer, row) => allOf(viewer.isSignedIn, anyOf(viewer.isStaff, isOwnSubscription(viewer, row))),
  one: { list: () => mailingListReads.by('listId'), person: () => personReads.by('personId') },
  filter: ['listId', 'state'],
  order: ['requestedAt'],
});

/** What was sent is for who gets it; the rest is being written by staff. */
export const issueReads: ReadModel<MailingListIssueEntity> = readModel(MailingListIssueEntity, {
  visible: (viewer, row) =>
    allOf(
      viewer.isSignedIn,
      anyOf(
        viewer.isStaff,
        allOf(
          row.sentAt.isNotNull,
          exists(subscriptionReads, row.listId, (one) =>
            allOf(one.listId.is(row.listId), isOwnSubscription(viewer, one), one.state.is(SubscriptionState.CONFIRMED)),
          ),
        ),
      ),
    ),
  one: { list: () => mailingListReads.by('listId') },
  filter: ['sentAt'],
  order: ['createdAt'],
  latestFirst: true,
  search: 'subject',
});
