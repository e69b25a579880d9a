import { inTransaction } from '@lokaal/shared/database';
import type { EntityManager } from 'typeorm';
import type { Job } from '../../jobs/job-runner.js';
import type { SliceDependencies } from '../../slice.js';
import { enqueueNotices } from '../mail-outbox/mail-outbox.js';
import { signInAction } from '../mail-outbox/account-page.js';
import { type ExpiringKey, keyExpiresMail, type KeyKeeper } from './api-key-mails.js';
import { keeperRoles } from './api-key.roles.js';

const hour = 3_600_000;
const batchSize = 50;

// who made a key for less than two weeks knows its end; of several processes each takes other keys
const claim = `
  update api_key set expiry_told_at = $1 where id in (
    select id from api_key where revoked_at is null and expiry_told_at is null
      and expires_at > $1 and expires_at <= $1::timestamptz + interval '14 days'
      and expires_at - created_at > interval '14 days'
    order by expires_at, id limit ${batchSize} for update skip locked)
  returning id`;

const keepers = `
  with today as (select ($2::timestamptz at time zone 'Europe/Brussels')::date as day)
  select distinct person.id, person.name, person.email, person.language, key.name as "keyName", key.expires_at as "expiresAt",
    key.last_characters as "lastCharacters", organisation.legal_name as organisation
  from api_key key join organisation on organisation.id = key.organisation_id
    join employment on employment.organisation_id = key.organisation_id and employment.roles && $3 cross join today
    join person on person.id = employment.person_id
  where key.id = any ($1) and employment.from_date <= day and (employment.to_date is null or employment.to_date > day)
  order by key.expires_at, person.id`;

type On = Pick<SliceDependencies, 'db' | 'clock' | 'mailWaits'>;

/** Tells who looks after an organisation's keys, once and two weeks before, that one of them ends. */
export async function tellExpiringKeys({ db, clock, mailWaits }: On): Promise<void> {
  const now = clock.now();
  while ((await inTransaction(db, (tx) => tell(tx, now))) > 0) mailWaits();
}

async function tell(tx: EntityManager, now: Date): Promise<number> {
  const [claimed] = await tx.query<[{ id: string }[], number]>(claim, [now]);
  const ids = claimed.map(({ id }) => id);
  const told = await tx.query<(KeyKeeper & ExpiringKey)[]>(keepers, [ids, now, keeperRoles]);
  const letters = told.map((one) => ({
    email: one.email,
    content: { ...keyExpiresMail(one, one), ...signInAction },
  }));
  await enqueueNotices(tx, now, letters);
  return claimed.length;
}

export const keyExpiryJob = (on: On): Job => ({
  name: 'api keys that expire',
  every: hour,
  run: () => tellExpiringKeys(on),
});
