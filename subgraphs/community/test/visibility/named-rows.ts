import { entityTypes, type IdPrefix, newId } from '@lokaal/shared/ids';
import type { TestSubgraph } from '../../../../shared/test/subgraph.js';
import type { Row } from '../given.js';

const prefixOfType = new Map(
  Object.entries(entityTypes).map(([prefix, { type }]) => [type as string, prefix as IdPrefix]),
);

/** Rows that are found again by their names. */
export class NamedRows {
  readonly rows: Record<string, Row> = {};

  constructor(readonly on: TestSubgraph) {}

  row(name: string): Row {
    return this.rows[name]!;
  }

  async add<R extends Row>(name: string, row: R | Promise<R>): Promise<R> {
    const added = await row;
    this.rows[name] = added;
    return added;
  }

  /** The name begins with the type. */
  async insert(name: string, table: string, columns: object): Promise<Row> {
    const row = { id: newId(prefixOfType.get(name.split(' ')[0]!)!), ...columns };
    const names = Object.keys(row);
    const places = names.map((_, index) => `$${index + 1}`).join();
    await this.on.sql(`insert into ${table} (${names.join()}) values (${places})`, Object.values(row));
    return this.add(name, row);
  }
}
