import { slipIndex, slipSearch } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables with a search vector. */
const searched = [
  'circle_trajectory',
  'event',
  'event_session',
  'focus_project',
  'knowledge_circle',
  'mailing_list',
  'media_item',
  'membership',
  'municipality',
  'news_item',
  'organisation',
  'partnership',
  'person',
  'project',
  'publication',
  'registration',
  'theme',
  'think_tank',
  'training',
];

/** Search forgives a slip in each word, also in short ones. */
export class SlipSearch1763921500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...slipSearch(), ...searched.map(slipIndex)]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What search finds is not undone: restore a backup instead.');
  }
}
