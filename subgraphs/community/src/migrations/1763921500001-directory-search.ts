import { searchVector, slipIndex } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people call who has such a role. */
const wordsOfRole = {
  MEMBER_CONTACT: 'contactpersoon lid member contact',
  ICT_MANAGER: 'ICT-verantwoordelijke ICT manager IT informatica',
  DPO: 'DPO functionaris voor gegevensbescherming privacy data protection officer',
  CISO: 'CISO informatieveiligheidsconsulent informatieveiligheid information security officer',
  PORTFOLIO_EDITOR: 'portfoliobeheerder portfolio editor',
  VENDOR_EDITOR: 'leveranciersredacteur vendor editor',
  READER: 'lezer reader',
};

const roles = Object.entries(wordsOfRole).map(
  ([role, words]) => `case when '${role}' = any (roles) then '${words}' end`,
);

const statements = [
  // beside the name of the person, and kept as that one is
  `alter table employment add column organisation_name text not null default ''`,
  `update employment set organisation_name = legal_name from organisation where organisation.id = employment.organisation_id`,
  `create function set_employment_organisation_name() returns trigger language plpgsql as $$
    begin
      new.organisation_name := coalesce((select legal_name from organisation where id = new.organisation_id), '');
      return new;
    end $$`,
  `create trigger employment_organisation_name before insert or update of organisation_id on employment
    for each row execute function set_employment_organisation_name()`,
  `create function follow_employment_organisation_name() returns trigger language plpgsql as $$
    begin
      update employment set organisation_name = new.legal_name where organisation_id = new.id;
      return new;
    end $$`,
  `create trigger employment_organisation_renamed after update of legal_name on organisation
    for each row when (old.legal_name <> new.legal_name) execute function follow_employment_organisation_name()`,
  ...searchVector(
    'employment',
    `setweight(dutch_vector(person_name), 'A')
      || setweight(dutch_vector(function_title || ' ' || organisation_name), 'B')
      || setweight(dutch_vector(words_of(array[${roles.join(', ')}])), 'B')`,
  ),
  slipIndex('employment'),
  // of the function's title, which is among the words now
  `drop index employment_search_text_idx`,
  `create index on employment using gin (search_text(person_name) gin_trgm_ops)`,
];

/** The directory finds who does what by name, function, role and organisation, as every other search does. */
export class DirectorySearch1763921500001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What search finds is not undone: restore a backup instead.');
  }
}
