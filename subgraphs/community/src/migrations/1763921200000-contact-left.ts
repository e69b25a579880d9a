import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When an organisation last lost a contact person, by whichever way: the role was taken, the employment ended or moved, or its
 * person was erased. Kept by the database, so that no way is forgotten.
 */
export class ContactLeft1763921200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table organisation add column contact_left_at timestamptz');
    await runner.query(`create function note_contact_left() returns trigger language plpgsql as $$ begin
        update organisation set contact_left_at = now() where id = old.organisation_id;
        return null;
      end $$`);
    await runner.query(`create trigger contact_left after update on employment for each row
      when ('MEMBER_CONTACT' = any (old.roles) and ('MEMBER_CONTACT' <> all (new.roles)
        or (old.from_date, old.to_date) is distinct from (new.from_date, new.to_date)))
      execute function note_contact_left()`);
    await runner.query(`create trigger contact_gone after delete on employment for each row
      when ('MEMBER_CONTACT' = any (old.roles)) execute function note_contact_left()`);
  }

  async down(): Promise<void> {
    throw new Error('When contact persons left is not undone: restore a backup instead.');
  }
}
