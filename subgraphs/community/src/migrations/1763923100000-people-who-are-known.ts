import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who works somewhere or is staff was entered by the association, also before it was noted: staff see who was. */
export class PeopleWhoAreKnown1763923100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`update person set entered_at = created_at where email_confirmed_at is null and entered_at is null
      and (exists (select from employment where person_id = person.id) or exists (select from staff_role where person_id = person.id))`);
  }

  /** What was noted since looks the same, and stays right. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}
