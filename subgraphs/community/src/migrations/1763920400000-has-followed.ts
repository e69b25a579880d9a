import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether somebody followed a training: attended a session of it, or has a certificate of it that is valid. A session of which
 * the certificate was revoked does not count.
 */
export class HasFollowed1763920400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create function has_followed(person text, training text) returns boolean language sql stable parallel safe
      begin atomic
        select exists (select from certificate c
            where c.person_id = person and c.training_id = training and c.revoked_at is null)
          or exists (select from registration r join training_session s on s.event_id = r.event_id
            where r.person_id = person and s.training_id = training and r.state = 'ATTENDED'
              and coalesce((select bool_or(c.revoked_at is null) from certificate c where c.registration_id = r.id), true));
      end`);
  }

  async down(): Promise<void> {
    throw new Error('Registration leans on it: restore a backup instead.');
  }
}
