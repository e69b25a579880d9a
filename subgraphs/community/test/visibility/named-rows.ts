import { type IdPrefix, newId } from '@lokaal/shared/ids';
import type { TestSubgraph } from '../../../../shared/test/subgraph.js';
import type { Row } from '../given.js';

const prefixes: Readonly<Record<string, IdPrefix>> = {
  circle_accession: 'circleaccession',
  circle_trajectory: 'trajectory',
  calendar_feed: 'calendarfeed',
  consent: 'consent',
  author: 'author',
  membership_term: 'membershipterm',
  certificate: 'certificate',
  registration: 'registration',
  session_signup: 'signup',
  exhibitor_scan: 'scan',
};

/** Rows that are found again by their names. */
export class NamedRows {
  readonly rows: Record<string, Row> = {};

  constructor(protected readonly on: TestSubgraph) {}

  protected row(name: string): Row {
    return this.rows[name]!;
  }

  protected async add<R extends Row>(name: string, row: R | Promise<R>): Promise<R> {
    const added = await row;
    this.rows[name] = added;
    return added;
  }

  protected async insert(name: string, table: string, columns: object): Promise<Row> {
    const row = { id: newId(prefixes[table]!), ...columns };
    const names = Object.keys(row);
    const places = names.map((_, index) => `$${index + 1}`).join();
    await this.on.sql(`insert into ${table} (${names.join()}) values (${places})`, Object.values(row));
    return this.add(name, row);
  }
}
