import type { PersonalData } from '../../slice.js';

/** Accounts: what is secret (hashes of passwords and tokens, links in mails) goes with the rest, but is shown to nobody. */
export const identityPersonalData: readonly PersonalData[] = [
  { table: 'credential', of: 'person_id = $1', shown: ['changed_at'], erasure: 'delete' },
  {
    table: 'outbox_message',
    // an address that was asked for and not confirmed may be a stranger's: of the mails to it only the one that asked
    of: `(lower(recipient) in (select lower(email) from person where id = $1
        union select lower(email) from former_address where person_id = $1)
      or (lower(recipient), created_at) in (select lower(email), created_at from one_time_token where person_id = $1))`,
    // not the text: it may hold a link that opens the account
    shown: ['recipient', 'subject', 'created_at', 'sent_at', 'abandoned_at'],
    erasure: 'delete',
  },
  // after the mails, some of which are found by it
  {
    table: 'one_time_token',
    of: 'person_id = $1',
    shown: ['purpose', 'name', 'language', 'email', 'created_at', 'expires_at', 'used_at'],
    erasure: 'delete',
  },
  // before the sessions, by which they are found
  {
    table: 'refresh_token',
    of: 'session_id in (select id from session where person_id = $1)',
    shown: ['created_at', 'replaced_at'],
    erasure: 'delete',
  },
  {
    table: 'session',
    of: 'person_id = $1',
    shown: ['created_at', 'idle_until', 'expires_at', 'ended_at', 'end_reason'],
    erasure: 'delete',
  },
  { table: 'known_address', of: 'person_id = $1', shown: ['seen_at'], erasure: 'delete' },
  // after the mails, which are found by it
  { table: 'former_address', of: 'person_id = $1', shown: ['email', 'left_at'], erasure: 'delete' },
  { table: 'idempotency_key', of: 'person_id = $1', shown: ['created_at'], erasure: 'delete' },
];
