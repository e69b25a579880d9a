import { searchVector, wordSearch } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { widerTerms } from './wider-terms-function.js';

/** A solution is also found by its vendor, so its row holds that name. */
const vendorName = [
  `alter table solution add column vendor_name text not null default ''`,
  `update solution s set vendor_name = v.name from vendor v where v.id = s.vendor_id`,
  // locked, so that a vendor that is renamed meanwhile is waited for, or waits
  `create function take_vendor_name() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
    begin
      select name into new.vendor_name from vendor where id = new.vendor_id for share;
      new.vendor_name := coalesce(new.vendor_name, '');
      return new;
    end $$`,
  `create trigger take_vendor_name before insert or update of vendor_id, vendor_name on solution
    for each row execute function take_vendor_name()`,
  `create function give_vendor_name() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
    begin
      update solution set vendor_name = new.name where vendor_id = new.id;
      return null;
    end $$`,
  `create trigger give_vendor_name after update of name on vendor
    for each row when (old.name is distinct from new.name) execute function give_vendor_name()`,
];

const kindOfSolution = `case kind when 'APPLICATION' then 'toepassing applicatie' when 'PLATFORM' then 'platform'
  when 'COMPONENT' then 'component bouwsteen' when 'SERVICE' then 'dienst' when 'INFRASTRUCTURE' then 'infrastructuur' end`;

const typeOfStandard = `case type when 'APPLICATION_PROFILE' then 'applicatieprofiel' when 'VOCABULARY' then 'vocabularium'
  when 'IMPLEMENTATION_MODEL' then 'implementatiemodel' else '' end`;

const vectors = {
  vendor: `setweight(dutch_vector(name), 'A') || setweight(dutch_vector(coalesce(description, '')), 'C')`,
  solution: `setweight(dutch_vector(name), 'A')
    || setweight(dutch_vector(words_of(functions) || ' ' || vendor_name || ' ' || (${kindOfSolution})), 'B')
    || setweight(dutch_vector(wider_terms(functions) || ' ' || short_description), 'C')
    || setweight(dutch_vector(coalesce(long_description, '')), 'D')`,
  standard: `setweight(dutch_vector(name), 'A') || setweight(dutch_vector(${typeOfStandard}), 'B')
    || setweight(dutch_vector(coalesce(publisher, '')), 'C')`,
};

const statements = [
  ...wordSearch(),
  widerTerms,
  ...vendorName,
  ...Object.entries(vectors).flatMap(([table, vector]) => [
    `alter table ${table} drop column search_vector`,
    ...searchVector(table, vector),
  ]),
];

/** Solutions are found by their functions and the fields of these, kind, vendor and descriptions too; standards by their type and publisher. */
export class Search1763800400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What search finds is not undone: restore a backup instead.');
  }
}
