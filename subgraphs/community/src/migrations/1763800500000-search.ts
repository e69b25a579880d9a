import { searchVector, wordSearch } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people call such an organisation, whatever its name says. */
const kindOfOrganisation = `case kind when 'MUNICIPALITY' then 'gemeente stad gemeentebestuur stadsbestuur'
  when 'OCMW' then 'OCMW sociaal huis maatschappelijk welzijn' when 'AGB' then 'AGB autonoom gemeentebedrijf stadsbedrijf'
  when 'POLICE_ZONE' then 'politie politiezone' when 'RESCUE_ZONE' then 'brandweer hulpverleningszone'
  when 'INTERMUNICIPAL' then 'intercommunale intergemeentelijk samenwerkingsverband' when 'PROVINCE' then 'provincie provinciebestuur'
  when 'FLEMISH_AGENCY' then 'agentschap Vlaamse overheid' when 'COMPANY' then 'bedrijf onderneming'
  when 'ASSOCIATION' then 'vereniging' when 'EDUCATION' then 'onderwijs' end`;

const vectors = {
  municipality: `setweight(dutch_vector(name), 'A') || setweight(dutch_vector(words_of(postal_codes)), 'B')
    || setweight(dutch_vector(coalesce(reference_region, '')), 'C')`,
  organisation: `setweight(dutch_vector(legal_name), 'A') || setweight(dutch_vector(${kindOfOrganisation}), 'B')
    || setweight(dutch_vector(coalesce(postal_code, '') || ' ' || coalesce(locality, '')), 'C')`,
  person: `setweight(dutch_vector(name), 'A')`,
  knowledge_circle: `setweight(dutch_vector(name), 'A') || setweight(dutch_vector(coalesce(reference_region, '')), 'B')
    || setweight(dutch_vector(coalesce(description, '')), 'C')`,
};

const statements = [
  ...wordSearch(),
  ...Object.entries(vectors).flatMap(([table, vector]) => [
    `alter table ${table} drop column search_vector`,
    ...searchVector(table, vector),
  ]),
];

/** Organisations are found by what they are called too, municipalities by their postal codes, circles by their region. */
export class Search1763800500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What search finds is not undone: restore a backup instead.');
  }
}
