import { grantServing, sortAsDutch } from '@lokaal/shared/database';
import { seededId } from '@lokaal/shared/seeding';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const table = `create table event_series (
    id text collate "C" primary key,
    code text not null unique,
    name text collate dutch not null unique,
    description text not null,
    position integer not null unique,
    created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
    version integer not null default 1)`;

/** What the association organises, in the order in which it speaks of it. */
const series = [
  ['MANAGE_IT', 'ManageIT', 'Congres voor wie ICT leidt in een lokaal bestuur, met een dag- en een avondprogramma.'],
  ['SHOPT_IT', 'Shopt IT', 'Vakbeurs met stands van ICT-bedrijven en een programma in parallelle sessies.'],
  ['CYBER_DAY', 'Cyber & Information Security Dag', 'Dag over cyberveiligheid en informatieveiligheid.'],
  ['KNOWLEDGE_DAY', 'Kennisdag', 'Eén dag over één onderwerp, in de diepte.'],
  ['CIRCLE_MEETING', 'Kenniskringvergadering', 'Vergadering van één regionale kenniskring.'],
  ['WEBINAR', 'Webinar', 'Een uur online over één onderwerp, bijna elke week.'],
  ['OTHER', 'Andere activiteiten', 'Wat geen vaste reeks is.'],
];

const names = [
  {
    table: 'event',
    column: 'title',
    vector: `dutch_vector(title || ' ' || coalesce(summary, '') || ' ' || coalesce(description, ''))`,
  },
  { table: 'event_session', column: 'title', vector: `dutch_vector(title || ' ' || coalesce(description, ''))` },
  { table: 'track', column: 'name' },
  { table: 'room', column: 'name' },
  { table: 'exhibitor', column: 'stand' },
  { table: 'session_material', column: 'title' },
];

/** Series of events as reference data; titles and names sort as in a dictionary; an invitation can be named. */
export class EventSeries1763902000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    for (const [position, [code, name, description]] of series.entries()) {
      await runner.query(
        'insert into event_series (id, code, name, description, position) values ($1, $2, $3, $4, $5)',
        [seededId('eventseries', code!), code, name, description, position + 1],
      );
    }
    const more = [
      `create index on event_series (position, id)`,
      `alter table event drop constraint event_series_check,
        add constraint event_series_exists foreign key (series) references event_series (code)`,
      `alter table session_invitation drop constraint session_invitation_pkey,
        add column id text collate "C" primary key,
        add unique (session_id, person_id)`,
      `create index on session_invitation (session_id, created_at, id)`,
      `create index on event_question (event_id, position, id)`,
      `create index on track (event_id, name, id)`,
      `create index on session_material (access)`,
      ...names.flatMap(sortAsDutch),
      ...grantServing(['event_series'], 'select'),
    ];
    for (const statement of more) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Series are not undone: restore a backup instead.');
  }
}
