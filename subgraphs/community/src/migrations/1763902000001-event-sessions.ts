import { grantServing } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const stamps = `created_at timestamptz not null default now(), updated_at timestamptz not null default now(), version integer not null default 1`;

const sessions = [
  `create table event_session (
    id text collate "C" primary key,
    event_id text collate "C" not null references event on delete cascade,
    track_id text collate "C" not null,
    room_id text collate "C",
    title text not null,
    description text,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    capacity integer check (capacity > 0),
    signup_required boolean not null default false,
    vendor_organisation_id text collate "C" references organisation,
    themes text[] not null default '{}',
    -- categories of CyFun, such as PR.AT
    cyfun_categories text[] not null default '{}'
      check (array_to_string(cyfun_categories, ' ', '-') ~ '^([A-Z]{2}[.][A-Z]{2}( |$))*$'),
    -- solutions of the catalogue, by id only
    solution_ids text[] not null default '{}',
    status text not null default 'SCHEDULED' check (status in ('SCHEDULED', 'CANCELLED')),
    sequence integer not null default 0,
    search_vector tsvector generated always as (dutch_vector(title || ' ' || coalesce(description, ''))) stored,
    ${stamps},
    -- a track and a room of the event itself
    foreign key (event_id, track_id) references track (event_id, id),
    foreign key (event_id, room_id) references room (event_id, id),
    constraint event_session_times check (ends_at > starts_at),
    constraint event_session_room_is_free exclude using gist (room_id with =, tstzrange(starts_at, ends_at) with &&)
      where (status = 'SCHEDULED'))`,
  `create index on event_session (event_id, starts_at, id)`,
  `create index on event_session (track_id, starts_at, id)`,
  `create index on event_session (room_id)`,
  `create index on event_session (starts_at, id)`,
  `create index on event_session (ends_at)`,
  `create index on event_session (title, id)`,
  `create index on event_session (vendor_organisation_id)`,
  `create index on event_session (signup_required)`,
  `create index on event_session (status)`,
  `create index on event_session using gin (themes)`,
  `create index on event_session using gin (cyfun_categories)`,
  `create index on event_session using gin (solution_ids)`,
  `create index on event_session using gin (search_vector)`,
  `create index on event_session using gin (search_text(title) gin_trgm_ops)`,
];

const belonging = [
  `create table session_speaker (
    id text collate "C" primary key,
    session_id text collate "C" not null references event_session on delete cascade,
    person_id text collate "C" references person on delete cascade,
    -- as the programme prints it
    name text not null,
    biography text,
    position integer not null,
    ${stamps},
    unique (session_id, position) deferrable initially deferred,
    unique (session_id, person_id))`,
  `create index on session_speaker (session_id, position, id)`,
  `create index on session_speaker (person_id)`,
  `create table session_material (
    id text collate "C" primary key,
    session_id text collate "C" not null references event_session on delete cascade,
    title text not null,
    url text not null check (url ~ '^https://'),
    access text not null check (access in ('PUBLIC', 'PARTICIPANTS')),
    ${stamps},
    unique (session_id, url))`,
  `create index on session_material (session_id, title, id)`,
  `create table session_invitation (
    session_id text collate "C" not null references event_session on delete cascade,
    person_id text collate "C" not null references person on delete cascade,
    created_at timestamptz not null default now(),
    primary key (session_id, person_id))`,
  `create index on session_invitation (person_id)`,
];

/**
 * What no constraint of one row can say. The shared locks make a change of the event or of the room wait for sessions that
 * are being written, and the other way around.
 */
const invariants = [
  `create function event_session_fits() returns trigger language plpgsql as $$
    begin
      if new.status = 'CANCELLED' then return new; end if;
      perform from event where id = new.event_id and new.starts_at >= starts_at and new.ends_at <= ends_at for share;
      if not found then
        raise exception using errcode = 'check_violation', constraint = 'event_session_inside_event',
          message = 'a session lies inside its event';
      end if;
      perform from room where id = new.room_id and capacity < new.capacity for share;
      if found then
        raise exception using errcode = 'check_violation', constraint = 'event_session_fits_room',
          message = 'a session has at most as many places as its room';
      end if;
      return new;
    end $$`,
  // deferred: an event and its sessions may move in one transaction
  `create constraint trigger event_session_fits after insert or update on event_session
    deferrable initially deferred for each row execute function event_session_fits()`,
  `create function event_holds_sessions() returns trigger language plpgsql as $$
    begin
      perform from event_session s join event e on e.id = s.event_id
        where e.id = new.id and s.status = 'SCHEDULED' and (s.starts_at < e.starts_at or s.ends_at > e.ends_at);
      if found then
        raise exception using errcode = 'check_violation', constraint = 'event_session_inside_event',
          message = 'a session lies inside its event';
      end if;
      return new;
    end $$`,
  `create constraint trigger event_holds_sessions after update of starts_at, ends_at on event
    deferrable initially deferred for each row execute function event_holds_sessions()`,
  `create function room_holds_sessions() returns trigger language plpgsql as $$
    begin
      perform from event_session where room_id = new.id and status = 'SCHEDULED' and capacity > new.capacity;
      if found then
        raise exception using errcode = 'check_violation', constraint = 'event_session_fits_room',
          message = 'a session has at most as many places as its room';
      end if;
      return new;
    end $$`,
  `create constraint trigger room_holds_sessions after update of capacity on room
    deferrable initially deferred for each row execute function room_holds_sessions()`,
];

const served = ['event_session', 'session_speaker', 'session_material', 'session_invitation'];

/** Sessions with their speakers, materials and invitations, inside their event and their room. */
export class EventSessions1763902000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...sessions, ...belonging, ...invariants, ...grantServing(served)]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('Sessions are not undone: restore a backup instead.');
  }
}
