import { createHash } from 'node:crypto';
import type { TestSubgraph } from '../../../shared/test/subgraph.js';
import type { PersonalData } from '../src/slice.js';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  /** Whether it is a foreign key to people. */
  readonly points: boolean;
  /** What a check lets it be; empty for free text. */
  readonly values: readonly string[];
}

const columnsOf = `
  select attname as name, format_type(atttypid, null) as type, attnotnull and not atthasdef as required,
    exists (select from pg_constraint where conrelid = attrelid and confrelid = 'person'::regclass and conkey = array[attnum]) as points,
    coalesce((select array(select match[1] from regexp_matches(pg_get_constraintdef(rule.oid), '''([A-Z_]+)''::text', 'g') as match)
      from pg_constraint rule where rule.conrelid = attrelid and contype = 'c' and conkey = array[attnum] limit 1), '{}') as values
  from pg_attribute
  where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''
  order by attnum`;

const rulesOf = `
  select conname as name from pg_constraint
  where conrelid = $1::regclass and contype in ('c', 'f', 'x', 'u') and confrelid <> 'person'::regclass`;

const samples: Readonly<Record<string, unknown>> = {
  'timestamp with time zone': '2026-01-01T00:00:00Z',
  date: '2026-01-01',
  jsonb: '{}',
  bytea: '',
  boolean: false,
};

/** Texts that say nothing about anybody: keys and codes. */
const isKey = (column: string): boolean => /(^|_)(id|code|hash|slug|key|address)$/u.test(column);

interface Filled {
  readonly person: string;
  /** What is written about this person: each text begins with it, and is in one place only. */
  readonly word: string;
  readonly texts: Map<string, string>;
}

/**
 * Rows about people in every table that holds such, whatever table it is. Rules that have nothing to do with people are
 * taken off first, so that any row can be written.
 */
export class MarkedRows {
  private readonly columns = new Map<string, readonly Column[]>();
  private readonly ids: string[] = [];
  private rows = 0;

  constructor(
    private readonly on: TestSubgraph,
    private readonly inventory: readonly PersonalData[],
  ) {}

  async open(): Promise<void> {
    for (const table of new Set(this.inventory.map((one) => one.table)))
      this.columns.set(table, await this.on.sql<Column>(columnsOf, [table]));
    for (const table of this.columns.keys()) {
      for (const { name } of await this.on.sql<{ name: string }>(rulesOf, [table]))
        await this.on.sql(`alter table ${table} drop constraint if exists "${name}" cascade`);
    }
  }

  /** A row for each entry of the inventory; gives the texts by their places. */
  async fill(person: string, word: string): Promise<ReadonlyMap<string, string>> {
    const filled = { person, word, texts: new Map<string, string>() };
    await this.triggers('disable');
    // what is found by other rows is before them in the inventory
    for (const one of this.inventory.toReversed()) await this.insert(one, filled);
    await this.triggers('enable');
    return filled.texts;
  }

  private async triggers(be: 'disable' | 'enable'): Promise<void> {
    for (const table of this.columns.keys()) await this.on.sql(`alter table ${table} ${be} trigger user`);
  }

  private async insert(one: PersonalData, filled: Filled): Promise<void> {
    const { person, word } = filled;
    const hash = createHash('sha256').update(person).digest('hex');
    const { name, points } = this.linkOf(one);
    const values = points ? [person] : [person, `${word}@gemeente.example`, hash, ...this.ids.toReversed()];
    for (const value of values) if (await this.insertLinked(one, { name, value }, filled)) return;
    throw new Error(`No row of ${one.table} can be made of which this is true: ${one.of}`);
  }

  /** The column by which its rows are found: the first that the condition names. */
  private linkOf({ table, of }: PersonalData): Column {
    const place = ({ name }: Column): number => of.search(new RegExp(`\\b${name}\\b`, 'u'));
    const named = this.columns.get(table)!.filter((column) => place(column) >= 0);
    return named.toSorted((one, other) => place(one) - place(other))[0]!;
  }

  /** Writes a row with the link in the column by which it is found; takes it back when it is not found by it. */
  private async insertLinked(
    one: PersonalData,
    link: { readonly name: string; readonly value: string },
    { person, word, texts }: Filled,
  ): Promise<boolean> {
    this.rows += 1;
    const id = `${one.table}x${this.rows}`;
    const bystander = `bystander${this.rows}`;
    await this.on.sql(`insert into person (id, name, email) values ($1, 'Iemand', $1 || '@gemeente.example')`, [
      bystander,
    ]);
    const row = new Map(
      this.columns.get(one.table)!.flatMap((column) => this.valueOf(one, column, { word, id, bystander })),
    );
    row.set(link.name, link.value);
    const places = [...row.keys()].map((_, at) => `$${at + 1}`).join();
    const [written] = await this.on.sql<{ at: string }>(
      `insert into ${one.table} (${[...row.keys()].join()}) values (${places}) returning ctid::text as at`,
      [...row.values()],
    );
    const at = [person, written!.at];
    const found = await this.on.sql(`select from ${one.table} where (${one.of}) and ctid = $2::text::tid`, at);
    if (found.length === 0) await this.on.sql(`delete from ${one.table} where ctid = $1::text::tid`, [written!.at]);
    else {
      this.ids.push(id);
      for (const [name, value] of row)
        if (String(value).startsWith(word)) texts.set(`${one.table}.${name}`, String(value));
    }
    return found.length > 0;
  }

  private valueOf(
    { table, shown }: PersonalData,
    { name, type, required, points, values }: Column,
    { word, id, bystander }: { readonly word: string; readonly id: string; readonly bystander: string },
  ): [string, unknown][] {
    if (table === 'person' && name === 'email') return [[name, `${word}@gemeente.example`]];
    if (name === 'id' && type === 'text') return [[name, id]];
    if (type === 'text' && values.length === 0 && shown.includes(name) && !isKey(name))
      return [[name, `${word}${String(this.rows).padStart(4, '0')}${name.replaceAll('_', '')}`]];
    if (!required) return [];
    if (points) return [[name, bystander]];
    if (type === 'text') return [[name, values.at(-1) ?? `x${this.rows}`]];
    return [[name, samples[type] ?? (type.endsWith('[]') ? '{}' : 1)]];
  }
}
