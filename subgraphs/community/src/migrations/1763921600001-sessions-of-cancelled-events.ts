import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions go with their event; which ones did stays known, for the next edition is copied from what was planned. */
export class SessionsOfCancelledEvents1763921600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table event_session add cancelled_with_event boolean not null default false
      constraint event_session_cancelled_with_event check (not cancelled_with_event or status = 'CANCELLED')`);
    await runner.query(`update event_session set status = 'CANCELLED', cancelled_with_event = true
      from event where event.id = event_session.event_id and event.status = 'CANCELLED' and event_session.status = 'SCHEDULED'`);
  }

  async down(): Promise<void> {
    throw new Error('Events are not undone: restore a backup instead.');
  }
}
