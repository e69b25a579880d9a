import { grantServing } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const stamps = `created_at timestamptz not null default now(), updated_at timestamptz not null default now(), version integer not null default 1`;

const states = `'CONFIRMED', 'WAITLISTED', 'OFFERED', 'OFFER_EXPIRED', 'CANCELLED', 'ATTENDED', 'NO_SHOW'`;
const liveStates = `'CONFIRMED', 'WAITLISTED', 'OFFERED', 'ATTENDED', 'NO_SHOW'`;

/** Columns and rules of what has a place or waits for one: a registration, and a sign-up for a session. */
const queued = `
    state text not null check (state in (${states})),
    -- order of arrival among those who want the same places
    arrival bigint not null check (arrival > 0),
    offered_at timestamptz,
    offer_expires_at timestamptz,
    cancelled_at timestamptz,
    checked_in_at timestamptz,
    ${stamps},
    check ((offered_at is null) = (offer_expires_at is null)),
    check (offer_expires_at > offered_at),
    check (state not in ('OFFERED', 'OFFER_EXPIRED') or offered_at is not null),
    check ((state = 'CANCELLED') = (cancelled_at is not null)),
    check (state <> 'ATTENDED' or checked_in_at is not null),
    check (checked_in_at is null or state in ('CONFIRMED', 'ATTENDED'))`;

const registrations = [
  `create table registration (
    id text collate "C" primary key,
    event_id text collate "C" not null references event,
    -- null once the person was erased: the event keeps its figures
    person_id text collate "C" references person on delete set null,
    -- who registered a colleague
    registered_by_id text collate "C" references person on delete set null,
    mode text not null check (mode in ('ON_SITE', 'ONLINE')),
    audience text not null check (audience in ('NON_MEMBER', 'EFFECTIVE', 'ACCEDED', 'COMPANY')),
    price_cents integer not null check (price_cents >= 0),
    ticket_code text collate "C" not null unique check (ticket_code ~ '^[0-9A-HJKMNP-TV-Z]{24}$'),
    ${queued},
    unique (event_id, mode, arrival))`,
  `create unique index registration_one_live on registration (event_id, person_id) where state in (${liveStates})`,
  `create index registration_waiting on registration (event_id, mode, arrival) where state = 'WAITLISTED'`,
  `create index registration_offer_due on registration (offer_expires_at) where state = 'OFFERED'`,
  `create index on registration (event_id, created_at, id)`,
  `create index on registration (person_id, created_at, id)`,
  `create index on registration (registered_by_id)`,
  `create index on registration (state)`,
  `create index on registration (mode)`,
  `create table registration_answer (
    registration_id text collate "C" not null references registration on delete cascade,
    question_id text collate "C" not null references event_question on delete cascade,
    answer text not null check (length(answer) between 1 and 2000),
    primary key (registration_id, question_id))`,
  `create index on registration_answer (question_id)`,
];

const signups = [
  `create table session_signup (
    id text collate "C" primary key,
    registration_id text collate "C" not null references registration on delete cascade,
    session_id text collate "C" not null references event_session,
    ${queued},
    unique (session_id, arrival))`,
  `create unique index session_signup_one_live on session_signup (session_id, registration_id) where state in (${liveStates})`,
  `create index session_signup_waiting on session_signup (session_id, arrival) where state = 'WAITLISTED'`,
  `create index session_signup_offer_due on session_signup (offer_expires_at) where state = 'OFFERED'`,
  `create index on session_signup (session_id, created_at, id)`,
  `create index on session_signup (registration_id, created_at, id)`,
  `create index on session_signup (state)`,
];

/**
 * Never one seat too many, whoever writes: what holds a place is counted while the event is locked, after each statement that
 * made it more. A capacity that was lowered below what is held stands: those rows keep their places, and none is added.
 */
const capacity = [
  `create function holds_place(state text) returns boolean language sql immutable parallel safe
    return state in ('CONFIRMED', 'OFFERED', 'ATTENDED', 'NO_SHOW')`,
  `create function refuse_crowded_event(events text[], modes text[]) returns void language plpgsql as $$
    begin
      perform from event where id = any (events) order by id for no key update;
      -- a statement of its own, so that it sees what was committed while it waited for the lock
      perform from unnest(events, modes) as grown(event_id, mode) join event e on e.id = grown.event_id
        where case grown.mode when 'ON_SITE' then e.capacity_on_site else e.capacity_online end
          < (select count(*) from registration r where r.event_id = grown.event_id and r.mode = grown.mode and holds_place(r.state));
      if found then
        raise exception using errcode = 'check_violation', constraint = 'registration_places',
          message = 'an event has no more places than its capacity';
      end if;
    end $$`,
  `create function registration_came() returns trigger language plpgsql as $$
    begin
      perform refuse_crowded_event(array_agg(event_id), array_agg(mode))
        from (select distinct event_id, mode from after_rows where holds_place(state)) grown;
      return null;
    end $$`,
  `create function registration_changed() returns trigger language plpgsql as $$
    begin
      perform refuse_crowded_event(array_agg(event_id), array_agg(mode)) from (
        select event_id, mode from (
          select event_id, mode, 1 as places from after_rows where holds_place(state)
          union all select event_id, mode, -1 from before_rows where holds_place(state)) moved
        group by event_id, mode having sum(places) > 0) grown;
      return null;
    end $$`,
  `create trigger registration_came after insert on registration
    referencing new table as after_rows for each statement execute function registration_came()`,
  `create trigger registration_changed after update on registration
    referencing old table as before_rows new table as after_rows for each statement execute function registration_changed()`,
  // a session is locked by its event too: one order of locks for everybody
  `create function refuse_crowded_session(sessions text[]) returns void language plpgsql as $$
    begin
      perform from event where id in (select event_id from event_session where id = any (sessions)) order by id for no key update;
      perform from event_session s left join room on room.id = s.room_id
        where s.id = any (sessions) and coalesce(s.capacity, room.capacity)
          < (select count(*) from session_signup one where one.session_id = s.id and holds_place(one.state));
      if found then
        raise exception using errcode = 'check_violation', constraint = 'session_signup_places',
          message = 'a session has no more places than its capacity';
      end if;
    end $$`,
  `create function session_signup_came() returns trigger language plpgsql as $$
    begin
      perform refuse_crowded_session(array_agg(session_id))
        from (select distinct session_id from after_rows where holds_place(state)) grown;
      return null;
    end $$`,
  `create function session_signup_changed() returns trigger language plpgsql as $$
    begin
      perform refuse_crowded_session(array_agg(session_id)) from (
        select session_id from (
          select session_id, 1 as places from after_rows where holds_place(state)
          union all select session_id, -1 from before_rows where holds_place(state)) moved
        group by session_id having sum(places) > 0) grown;
      return null;
    end $$`,
  `create trigger session_signup_came after insert on session_signup
    referencing new table as after_rows for each statement execute function session_signup_came()`,
  `create trigger session_signup_changed after update on session_signup
    referencing old table as before_rows new table as after_rows for each statement execute function session_signup_changed()`,
];

/** Nobody is in two sessions at once, or in a session of an event without a place at it. */
const sessions = [
  `create function session_signup_fits() returns trigger language plpgsql as $$
    begin
      perform from registration r join event_session s on s.event_id = r.event_id
        where r.id = new.registration_id and s.id = new.session_id and r.state in ('CONFIRMED', 'ATTENDED', 'NO_SHOW')
        for no key update of r;
      if not found then
        raise exception using errcode = 'check_violation', constraint = 'session_signup_of_participant',
          message = 'who signs up for a session has a confirmed place at its event';
      end if;
      perform from session_signup one join event_session s on s.id = one.session_id, event_session own
        where own.id = new.session_id and one.registration_id = new.registration_id and one.id <> new.id
          and one.state in ('CONFIRMED', 'ATTENDED') and s.status = 'SCHEDULED'
          and (s.starts_at, s.ends_at) overlaps (own.starts_at, own.ends_at);
      if found and new.state = 'CONFIRMED' then
        raise exception using errcode = 'exclusion_violation', constraint = 'session_signup_overlap',
          message = 'nobody takes part in two sessions at the same time';
      end if;
      return null;
    end $$`,
  `create trigger session_signup_inserted after insert on session_signup
    for each row when (new.state in (${liveStates})) execute function session_signup_fits()`,
  // a change of anything else stays possible when a session was moved over another one
  `create trigger session_signup_confirmed after update of state on session_signup
    for each row when (new.state = 'CONFIRMED' and old.state in ('WAITLISTED', 'OFFERED')) execute function session_signup_fits()`,
  `create function registration_leaves_sessions() returns trigger language plpgsql as $$
    begin
      perform from session_signup where registration_id = new.id and state in (${liveStates});
      if found then
        raise exception using errcode = 'check_violation', constraint = 'session_signup_of_participant',
          message = 'who gives up a place at an event gives up its sessions';
      end if;
      return null;
    end $$`,
  `create constraint trigger registration_leaves_sessions after update of state on registration
    deferrable initially deferred for each row
    when (new.state in ('CANCELLED', 'WAITLISTED', 'OFFERED', 'OFFER_EXPIRED')) execute function registration_leaves_sessions()`,
];

const stands = [
  `create table exhibitor_scan (
    id text collate "C" primary key,
    exhibitor_id text collate "C" not null references exhibitor on delete cascade,
    registration_id text collate "C" not null references registration on delete cascade,
    scanned_by_id text collate "C" references person on delete set null,
    scanned_at timestamptz not null,
    ${stamps},
    unique (exhibitor_id, registration_id))`,
  `create index on exhibitor_scan (exhibitor_id, scanned_at, id)`,
  `create index on exhibitor_scan (registration_id)`,
  `create index on exhibitor_scan (scanned_by_id)`,
];

const served = ['registration', 'registration_answer', 'session_signup', 'exhibitor_scan'];

/** Registrations for events and their sessions, waiting lists and scans at stands. */
export class Registration1763904000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      ...registrations,
      ...signups,
      ...capacity,
      ...sessions,
      ...stands,
      ...grantServing(served),
    ]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('Registrations are not undone: restore a backup instead.');
  }
}
