import { type IdPrefix, newId } from '@lokaal/shared/ids';
import type { TestSubgraph } from '../../../shared/test/subgraph.js';
import type { Row } from './given.js';

type Columns = Readonly<Record<string, unknown>>;

const item = {
  title: 'Een titel',
  summary: 'Een samenvatting die lang genoeg is.',
  access: 'PUBLIC',
  status: 'PUBLISHED',
  published_on: '2026-01-15',
};

/** Rows of the association's knowledge. */
export class GivenKnowledge {
  constructor(private readonly on: TestSubgraph) {}

  publication(columns: Columns = {}): Promise<Row> {
    return this.insert('publication', 'publication', { ...item, body: 'De tekst.', ...columns });
  }

  mediaItem(columns: Columns = {}): Promise<Row> {
    const row = { ...item, kind: 'WEBINAR', url: 'https://media.example/1' };
    return this.insert('media_item', 'mediaitem', { ...row, ...columns });
  }

  newsItem(columns: Columns = {}): Promise<Row> {
    return this.insert('news_item', 'newsitem', { ...item, body: 'Het bericht.', ...columns });
  }

  theme(slug: string): Promise<Row> {
    return this.insert('theme', 'theme', { slug, label: slug, description: `Alles over ${slug}.` });
  }

  protected async insert(table: string, prefix: IdPrefix, columns: Columns): Promise<Row> {
    const row = { id: newId(prefix), ...columns };
    const names = Object.keys(row);
    const places = names.map((_, index) => `$${index + 1}`).join();
    await this.on.sql(`insert into ${table} (${names.join()}) values (${places})`, Object.values(row));
    return row;
  }
}
