import { grantServing } from '@lokaal/shared/database';
import { seededId } from '@lokaal/shared/seeding';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const table = `create table reference_region (
    id text collate "C" primary key,
    name text collate dutch not null unique,
    created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
    version integer not null default 1)`;

/** The 15 of the delimitation of 4 February 2022: vlaanderen.be/lokaal-bestuur, "afbakening referentieregio's". */
const names = [
  'Antwerpen',
  'Brugge',
  'Dender',
  'Gent',
  'Halle-Vilvoorde',
  'Kempen',
  'Kortrijk',
  'Leuven',
  'Limburg',
  'Mechelen',
  'Midwest',
  'Oostende',
  'Vlaamse Ardennen',
  'Waasland',
  'Westhoek',
];

// what was written before there was a list stays; from now on only regions of the list come in
const pointing = (of: string): string =>
  `alter table ${of} add constraint ${of}_region_exists
    foreign key (reference_region) references reference_region (name) on update cascade not valid`;

/** The reference regions (referentieregio's) as a list of their own. */
export class ReferenceRegions1763921100002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    for (const name of names)
      await runner.query('insert into reference_region (id, name) values ($1, $2)', [
        seededId('referenceregion', name),
        name,
      ]);
    const more = [
      `create index on reference_region (name, id)`,
      `create index on planned_merger (reference_region)`,
      ...['municipality', 'knowledge_circle', 'event', 'planned_merger'].map(pointing),
      ...grantServing(['reference_region'], 'select'),
    ];
    for (const statement of more) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Regions are not undone: restore a backup instead.');
  }
}
