import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // a TypeID is the UUID in 26 digits of five bits, of which the first two bits are nothing
  `update outbox_message set id = 'mail_' || (
    select string_agg(substr('0123456789abcdefghjkmnpqrstvwxyz', substr(bits, 5 * place + 1, 5)::bit(5)::int + 1, 1), '' order by place)
    from (select '00' || ('x' || replace(id, '-', ''))::bit(128)::text as bits) number, generate_series(0, 25) as place)
    where id not like 'mail\\_%'`,
  `create index on outbox_message (created_at, id)`,
  `create index on outbox_message (abandoned_at)`,
];

/** Staff page through mails that did not arrive, as through every other list. */
export class UndeliveredMails1763921000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Mails keep their names: restore a backup instead.');
  }
}
