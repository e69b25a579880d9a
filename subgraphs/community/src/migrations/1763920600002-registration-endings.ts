import type { MigrationInterface, QueryRunner } from 'typeorm';

const states = `'CONFIRMED', 'WAITLISTED', 'OFFERED', 'OFFER_EXPIRED', 'CANCELLED', 'ATTENDED', 'NO_SHOW', 'NOT_PLACED'`;

const statements = [
  // who waited until the end, and for whom no place came free
  ...['registration', 'session_signup'].flatMap((table) => [
    `alter table ${table} drop constraint ${table}_state_check`,
    `alter table ${table} add constraint ${table}_state_check check (state in (${states}))`,
  ]),
  // a place of a speaker, of the crew or of a guest: free, for a reason
  `alter table registration add column complimentary_reason text
    check (length(complimentary_reason) between 3 and 500),
    add constraint registration_complimentary_is_free check (complimentary_reason is null or price_cents = 0)`,
];

/** How a registration ends that never had a place, and places that nobody pays. */
export class RegistrationEndings1763920600002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Registrations are not undone: restore a backup instead.');
  }
}
