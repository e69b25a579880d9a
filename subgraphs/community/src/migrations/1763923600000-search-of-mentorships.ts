import { searchVector, slipIndex, slipsUncounted } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const searched = (table: string, name: string, vector: string): string[] => [
  ...searchVector(table, `setweight(dutch_vector(${name}), 'A') || ${vector}`),
  slipIndex(table),
  `create index on ${table} using gin (search_text(${name}) gin_trgm_ops)`,
];

const below = (text: string): string => `setweight(dutch_vector(${text}), 'B')`;

const statements = [
  ...searched('mentorship_offer', 'title', below(`expertise || ' mentor mentorschap aanbod'`)),
  ...searched('mentorship_request', 'title', below(`question || ' mentor mentorschap vraag'`)),
  ...searched('mailing_list_issue', 'subject', below('body')),
  slipsUncounted,
];

/** What has a title and was not found: mentorships, and the issues of mailing lists. */
export class SearchOfMentorships1763923600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What search finds is not undone: restore a backup instead.');
  }
}
