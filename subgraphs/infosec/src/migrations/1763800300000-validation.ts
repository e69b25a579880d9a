import { grantExecute } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = [
  `alter table maturity_measurement add column validator text, add column validation_statement text, add column validated_on date`,
  // null where it was validated before this was asked
  `alter table maturity_measurement add constraint validation_whole check (
    num_nulls(validator, validation_statement, validated_on) in (0, 3) and (state = 'VALIDATED' or validator is null)
    and validated_on >= measured_on)`,
];

/** As it was in the first slice, but for what comes with a validation, and that only the function below brings it. */
const kept = `create or replace function keep_measurement() returns trigger
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
  declare
    moving constant text[] :=
      array['state', 'validator', 'validation_statement', 'validated_on', 'updated_at', 'version'];
  begin
    if tg_op = 'UPDATE' and (new.id, new.authority_id, new.framework_id) is distinct from (old.id, old.authority_id, old.framework_id) then
      raise exception 'a measurement stays with its authority and framework' using errcode = 'restrict_violation';
    end if;
    if tg_op = 'UPDATE' and new.state = 'VALIDATED' and current_user <> (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid) then
      raise exception 'nobody validates his own measurement' using errcode = 'restrict_violation';
    end if;
    if old.state = 'OPEN' then return null; end if;
    if tg_op = 'UPDATE' and old.state = 'SUBMITTED' and new.state = 'VALIDATED'
      and to_jsonb(new) - moving = to_jsonb(old) - moving then return null; end if;
    raise exception 'a submitted measurement does not change' using errcode = 'restrict_violation';
  end $$`;

const signature = 'validate_measurement(text, text, text, text, date, text, text, date)';

/**
 * The only way to validate. Staff see no measurement, so they say what stands in the statement that they have on paper, and
 * it holds when all of it is so: whoever guesses learns nothing. It runs as the owner, who has a policy for just this.
 */
const validating = [
  `create policy validation on maturity_measurement for update to current_user
    using (kind = 'VERIFIED' and state = 'SUBMITTED') with check (kind = 'VERIFIED' and state = 'VALIDATED')`,
  `create function validate_measurement(p_id text, p_authority_id text, p_framework_id text, p_level text,
      p_measured_on date, p_validator text, p_statement text, p_validated_on date) returns boolean
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
    with validated as (
      update public.maturity_measurement m
        set state = 'VALIDATED', validator = p_validator, validation_statement = p_statement,
          validated_on = p_validated_on, version = version + 1, updated_at = now()
        where id = p_id and authority_id = p_authority_id and framework_id = p_framework_id
          and target_level = p_level and measured_on = p_measured_on and kind = 'VERIFIED' and state = 'SUBMITTED'
          and not exists (select from public.maturity_measurement later
            where later.authority_id = m.authority_id and later.supersedes_id = m.id and later.state <> 'OPEN')
        returning id)
    select exists (select from validated) $$`,
  ...grantExecute([signature]),
];

/** A measurement is validated by the statement of a conformity assessment body, as CyberFundamentals asks of Basic and Important. */
export class Validation1763800300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...columns, kept, ...validating]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('A validation is not undone: restore a backup instead.');
  }
}
