/**
 * Statements for a migration, after `wordSearch`: words with a slip of the finger. Two words are one letter apart (added,
 * left out, another one, or changed places with its neighbour) when they are alike once a letter is left out of one of
 * them or of both. So an index holds each word and what is left of it without one letter, and a slip is looked up there
 * as any other word is: no threshold, and no row is read that is not found.
 * - `slip_vector(tsvector)`: of the words in the name and next to it (weights A and B), or of all where none has a weight;
 * - `slip_query(text)`: all words, with a slip in each at most; nothing for a text that excludes words.
 * Words of three letters, numbers and names with a number are only themselves: a letter makes another one of them.
 */
export const slipSearch = (): string[] => [
  // not strict, as PostgreSQL would not inline them
  `create or replace function slips_of(word text) returns integer language sql immutable parallel safe
    return case when length(word) between 4 and 40 and word !~ '[0-9]' then length(word) else 0 end`,
  `create or replace function slip(word text, place integer) returns text language sql immutable parallel safe
    return case when place > 0 then overlay(word placing '' from place for 1) when length(word) < 4 then word || '.' else word end`,
  `create or replace function slip_vector(vector tsvector) returns tsvector language sql immutable strict parallel safe
    return array_to_tsvector(array(select slip(word, place)
      from unnest(tsvector_to_array(coalesce(nullif(ts_filter(vector, '{a,b}'), ''::tsvector), vector))) word
        cross join generate_series(0, slips_of(word)) place))`,
  `create or replace function slip_query(value text) returns tsquery language sql immutable strict parallel safe
    return case when value !~ '(^|\\s)-' then (
      select string_agg('(' || ways || ')', ' & ')::tsquery from (
        select string_agg(quote_literal(replace(slip(lexeme, place), '\\', '')), ' | ') as ways
        from unnest(to_tsvector('pg_catalog.simple'::regconfig, search_words(value)))
          cross join generate_series(0, slips_of(lexeme)) place
        where length(to_tsvector('pg_catalog.dutch'::regconfig, lexeme)) > 0
        group by lexeme) word) end`,
];

/** Statement for a migration: the index by which a table with a search vector forgives slips. */
export const slipIndex = (table: string): string => `create index on ${table} using gin (slip_vector(search_vector))`;
