import type { DataSource } from 'typeorm';

/** What is kept no longer than it is needed. Each line may run at once in several processes, and again. */
const leftovers = [
  `delete from sign_in_attempt where at < $1::timestamptz - interval '1 day'`,
  `delete from account_request where at < $1::timestamptz - interval '1 day'`,
  `delete from one_time_token where expires_at < $1::timestamptz - interval '7 days'`,
  `delete from open_id_flow where expires_at < $1::timestamptz`,
  // Ended sessions stay a while, with their tokens and the reason: what was stolen must be found again.
  `delete from session where coalesce(ended_at, least(idle_until, expires_at)) < $1::timestamptz - interval '30 days'`,
  `delete from known_address where seen_at < $1::timestamptz - interval '90 days'`,
  `delete from former_address where left_at < $1::timestamptz - interval '31 days'`,
  `delete from signing_key where signs_until < $1::timestamptz - interval '30 days'`,
  // What was refused for good may be tried again for a week; then its text, which may open an account, is gone.
  `update outbox_message set body_text = '', body_html = '', unsubscribe_url = null, attachments = '[]'
    where abandoned_at < $1::timestamptz - interval '7 days' and body_text <> ''`,
  `delete from outbox_message where coalesce(sent_at, abandoned_at) < $1::timestamptz - interval '30 days'`,
  `delete from employment_invitation where coalesce(decided_at, expires_at) < $1::timestamptz - interval '90 days'`,
];

export async function removeLeftovers(dataSource: DataSource, now: Date): Promise<void> {
  for (const statement of leftovers) await dataSource.query(statement, [now]);
}
