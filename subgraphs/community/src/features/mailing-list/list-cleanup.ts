import type { DataSource } from 'typeorm';

/** What is kept no longer than it is needed. Each line may run at once in several processes, and again. */
const leftovers = [
  `delete from mailing_list_request where at < $1::timestamptz - interval '1 day'`,
  `delete from mailing_list_confirmation where expires_at < $1::timestamptz`,
  // asked for by somebody, never confirmed by the owner of the address
  `delete from mailing_list_subscription where state = 'PENDING' and requested_at < $1::timestamptz - interval '7 days'`,
  `delete from mailing_list_subscription where state = 'UNSUBSCRIBED' and unsubscribed_at < $1::timestamptz - interval '30 days'`,
];

export async function removeListLeftovers(db: DataSource, now: Date): Promise<void> {
  for (const statement of leftovers) await db.query(statement, [now]);
}
