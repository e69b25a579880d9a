/**
 * Statements for a migration: the collation "dutch", by which names are sorted as in a Dutch dictionary: case and accents
 * count only between words that are otherwise equal, and numbers by their value (release 9 before release 10). It is
 * deterministic, so texts are equal only when they are the same. A server without ICU sorts by code point.
 */
export const dutchCollation = (): string[] => [
  `do $do$ begin
    create collation dutch (provider = icu, locale = 'nl-BE-u-kn-true');
  exception when feature_not_supported then
    create collation dutch from "C";
  end $do$`,
];

/** A column of names, and the expression of the search vector that its table has. */
export interface NameColumn {
  readonly table: string;
  readonly column: string;
  /** Absent when the table has no search vector. */
  readonly vector?: string;
}

/** Statements for a migration: a column sorts as a dictionary. The vector is made anew: a type cannot change under it. */
export const sortAsDutch = ({ table, column, vector }: NameColumn): string[] => [
  ...(vector === undefined ? [] : [`alter table ${table} drop column search_vector`]),
  `alter table ${table} alter column ${column} type text collate dutch`,
  ...(vector === undefined ? [] : searchVector(table, vector)),
];

/** Statements for a migration: a table's search vector, and its index. */
export const searchVector = (table: string, vector: string): string[] => [
  `alter table ${table} add column search_vector tsvector generated always as (${vector}) stored`,
  `create index on ${table} using gin (search_vector)`,
];
