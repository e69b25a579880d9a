import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions of an event move together: rooms are compared once all of them have their new time. */
export class SessionsMove1763902000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table event_session drop constraint event_session_room_is_free,
      add constraint event_session_room_is_free exclude using gist (room_id with =, tstzrange(starts_at, ends_at) with &&)
        where (status = 'SCHEDULED') deferrable initially immediate`);
  }

  async down(): Promise<void> {
    throw new Error('This is not undone: restore a backup instead.');
  }
}
