import type { MigrationInterface, QueryRunner } from 'typeorm';

const refused = `create function refuse_validated() returns trigger
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
  begin
    if current_user <> (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid) then
      raise exception 'nobody validates his own measurement' using errcode = 'restrict_violation';
    end if;
    return new;
  end $$`;

const trigger = `create trigger validated_by_others before insert on maturity_measurement
  for each row when (new.state = 'VALIDATED') execute function refuse_validated()`;

/** Who may write a measurement may not write one that is validated already: the second half of the rule for updates. */
export class NoValidatedInsert1763920000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [refused, trigger]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('A rule is not undone: a later migration changes it.');
  }
}
