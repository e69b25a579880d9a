import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `alter table membership add column charged_on date`,
  `update membership set charged_on = from_date`,
  `alter table membership
    add check ((charged_on is null) = (from_date is null)),
    drop constraint membership_one_first_fee,
    -- one employer pays the fee of a first member once at a time. A term that is renewed in grace began in the past, where
    -- another may have paid it: it counts from the day on which it is charged. One cancelled before it began does not.
    add constraint membership_one_first_fee exclude using gist
      (employer_id with =, daterange(greatest(from_date, charged_on),
        greatest(from_date, charged_on, coalesce(cancelled_on, to_date))) with &&) where (fee_rate = 'FIRST_MEMBER')`,
];

/** The day on which the fee of the present term was decided. */
export class MembershipChargedOn1763900000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Memberships are not undone: restore a backup instead.');
  }
}
