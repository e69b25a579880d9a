import { insertRows, seededId, type SeedRow, type SqlClient } from '@lokaal/shared/seeding';
import { type HeldWebinar, mediaDrafts } from './knowledge/media.js';
import { type KnowledgeDraft, newsDrafts, publicationDrafts } from './knowledge/publications.js';
import { themeWords } from './knowledge/words.js';

const newsItems = 30;

const authorRows = (column: string, drafts: readonly KnowledgeDraft[]): SeedRow[] =>
  drafts.flatMap(({ row, authors }) =>
    authors.map((name, index) => ({
      id: seededId('author', `${row.id}:${index}`),
      publication_id: null,
      media_item_id: null,
      news_item_id: null,
      [column]: row.id,
      position: index + 1,
      name,
    })),
  );

const heldWebinars = `select id, title, (starts_at at time zone 'Europe/Brussels')::date::text as day, themes from event
  where series = 'WEBINAR' and status in ('PUBLISHED', 'ARCHIVED') and ends_at < $1::date - 1 order by starts_at desc, id`;

/** What the association published, recorded and told: after the themes and the events. */
export async function seedKnowledge(client: SqlClient, lastDay: string) {
  const { rows: labels } = await client.query('select slug, label from theme order by slug');
  const { rows: held } = await client.query(heldWebinars, [lastDay]);
  const themes = themeWords(labels as never);
  const publications = publicationDrafts(themes, lastDay);
  const media = mediaDrafts({ themes, lastDay, held: held as unknown as HeldWebinar[] });
  const news = newsDrafts(themes, newsItems, lastDay);
  const rowsOf = (drafts: readonly KnowledgeDraft[]): SeedRow[] => drafts.map(({ row }) => row);
  return {
    publication: await insertRows(client, 'publication', rowsOf(publications)),
    media_item: await insertRows(client, 'media_item', rowsOf(media)),
    news_item: await insertRows(client, 'news_item', rowsOf(news)),
    author: await insertRows(client, 'author', [
      ...authorRows('publication_id', publications),
      ...authorRows('media_item_id', media),
      ...authorRows('news_item_id', news),
    ]),
  };
}
