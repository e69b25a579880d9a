import { grantServing } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const stamps = `created_at timestamptz not null default now(), updated_at timestamptz not null default now(), version integer not null default 1`;

const trainings = [
  `create table training (
    id text collate "C" primary key,
    title text not null,
    description text not null,
    hours numeric(5, 2) not null check (hours > 0),
    credits integer not null default 0 check (credits >= 0),
    themes text[] not null default '{}',
    -- categories of CyFun, such as PR.AT
    cyfun_categories text[] not null default '{}'
      check (array_to_string(cyfun_categories, ' ', '-') ~ '^([A-Z]{2}[.][A-Z]{2}( |$))*$'),
    status text not null default 'OFFERED' check (status in ('OFFERED', 'WITHDRAWN')),
    search_vector tsvector generated always as (dutch_vector(title || ' ' || description)) stored,
    ${stamps})`,
  `create unique index training_one_title on training (lower(title)) where status = 'OFFERED'`,
  `create index on training (title, id)`,
  `create index on training (hours, id)`,
  `create index on training (credits)`,
  `create index on training (status)`,
  `create index on training using gin (themes)`,
  `create index on training using gin (cyfun_categories)`,
  `create index on training using gin (search_vector)`,
  `create index on training using gin (search_text(title) gin_trgm_ops)`,
];

const prerequisites = [
  `create table training_prerequisite (
    training_id text collate "C" not null references training on delete cascade,
    prerequisite_id text collate "C" not null references training,
    primary key (training_id, prerequisite_id))`,
  `create index on training_prerequisite (prerequisite_id)`,
  // one at a time, or two that are written at once could close a circle together
  `create function training_prerequisite_is_earlier() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_xact_lock(hashtextextended('training prerequisites', 0));
      perform from (
        with recursive needed(id) as (
          select new.prerequisite_id
          union select p.prerequisite_id from needed n join training_prerequisite p on p.training_id = n.id)
        select from needed where id = new.training_id) circle;
      if found then
        raise exception using errcode = 'check_violation', constraint = 'training_prerequisite_circle',
          message = 'no training comes before itself';
      end if;
      return new;
    end $$`,
  `create trigger training_prerequisite_is_earlier before insert or update on training_prerequisite
    for each row execute function training_prerequisite_is_earlier()`,
];

/** A session is an event with what only a training has. Its times are the event's: the foreign key keeps them equal. */
const sessions = [
  `alter table event add constraint event_at_times unique (id, starts_at, ends_at)`,
  `create table training_session (
    id text collate "C" primary key,
    training_id text collate "C" not null references training,
    event_id text collate "C" not null unique,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    trainer_id text collate "C" references person on delete set null,
    -- as the programme prints it
    trainer_name text,
    ${stamps},
    foreign key (event_id, starts_at, ends_at) references event (id, starts_at, ends_at) on update cascade on delete cascade)`,
  `create index on training_session (event_id, starts_at, ends_at)`,
  `create index on training_session (training_id, starts_at, id)`,
  `create index on training_session (starts_at, id)`,
  `create index on training_session (ends_at)`,
  `create index on training_session (trainer_id)`,
];

const served = ['training', 'training_prerequisite', 'training_session'];

/** Trainings, what they build on, and their sessions. */
export class Training1763905000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...trainings, ...prerequisites, ...sessions, ...grantServing(served)]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('Trainings are not undone: restore a backup instead.');
  }
}
