const refusal = `using errcode = 'restrict_violation'`;

/** Every function finds the tables where they are, whatever the caller's search_path says. */
const settled = `language plpgsql set search_path = pg_catalog, public, pg_temp`;

const measurement = [
  `create function keep_measurement() returns trigger ${settled} as $$
    declare
      moving constant text[] := array['state', 'updated_at', 'version'];
    begin
      if tg_op = 'UPDATE' and (new.id, new.authority_id, new.framework_id) is distinct from (old.id, old.authority_id, old.framework_id) then
        raise exception 'a measurement stays with its authority and framework' ${refusal};
      end if;
      if old.state = 'OPEN' then return null; end if;
      if tg_op = 'UPDATE' and old.state = 'SUBMITTED' and new.state = 'VALIDATED'
        and to_jsonb(new) - moving = to_jsonb(old) - moving then return null; end if;
      raise exception 'a submitted measurement does not change' ${refusal};
    end $$`,
  // after, not before: only then the generated columns have their values
  `create trigger keep after update or delete on maturity_measurement for each row execute function keep_measurement()`,
];

const scores = [
  `create function keep_score() returns trigger ${settled} as $$
    declare
      held text;
    begin
      select state into held from maturity_measurement where id = old.measurement_id for share;
      if held <> 'OPEN' then raise exception 'a score of a submitted measurement does not change' ${refusal}; end if;
      if tg_op = 'DELETE' then return old; end if;
      if (new.measurement_id, new.authority_id, new.control_id) is distinct from (old.measurement_id, old.authority_id, old.control_id) then
        raise exception 'a score stays with its measurement and control' ${refusal};
      end if;
      return new;
    end $$`,
  `create trigger keep before update or delete on control_score for each row execute function keep_score()`,
  // The measurement may come with its scores in one transaction, submitted or not: then it carries this transaction's number.
  `create function keep_scores() returns trigger ${settled} as $$
    begin
      perform from (
        select m.state, m.xmin as written_by from maturity_measurement m
          where m.id in (select measurement_id from added) for share of m) held
        where held.state <> 'OPEN' and held.written_by <> pg_current_xact_id()::xid;
      if found then raise exception 'a submitted measurement gets no more scores' ${refusal}; end if;
      return null;
    end $$`,
  `create trigger keep_all after insert on control_score referencing new table as added
    for each statement execute function keep_scores()`,
];

const labels = [
  `create function keep_label() returns trigger ${settled} as $$
    declare
      moving constant text[] := array['withdrawn_at', 'updated_at', 'version'];
    begin
      if tg_op = 'UPDATE' and old.withdrawn_at is null and to_jsonb(new) - moving = to_jsonb(old) - moving then return null; end if;
      raise exception 'a published label can only be withdrawn' ${refusal};
    end $$`,
  `create trigger keep after update or delete on published_label for each row execute function keep_label()`,
];

/**
 * Statements for the migration: what was submitted or published stays as it is, also for whoever reaches the
 * database past the services: a correction is a new measurement.
 */
export const lastingRecords = (): string[] => [...measurement, ...scores, ...labels];
