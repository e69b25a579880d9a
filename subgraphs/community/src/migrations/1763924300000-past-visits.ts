import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who gives up a place at an event gives up what is to come of its sessions; where somebody was, or was not, stays noted. */
export class PastVisits1763924300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create or replace function registration_leaves_sessions() returns trigger language plpgsql as $$
    begin
      perform from session_signup where registration_id = new.id and state in ('CONFIRMED', 'WAITLISTED', 'OFFERED');
      if found then
        raise exception using errcode = 'check_violation', constraint = 'session_signup_of_participant',
          message = 'who gives up a place at an event gives up its sessions';
      end if;
      return null;
    end $$`);
  }

  async down(): Promise<void> {
    throw new Error('Registrations are not undone: restore a backup instead.');
  }
}
