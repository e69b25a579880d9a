/**
 * Statements for a migration, after `wordSearch`: words with a slip of the finger. Two words are one letter apart (added,
 * left out, another one, or changed places with its neighbour) when they are alike once a letter is left out of one of
 * them or of both. So an index holds each word and what is left of it without one letter, and a slip is looked up there
 * as any other word is: no threshold, and no row is read that is not found.
 * - `slips(text[])`: words, and what is left of each without one letter;
 * - `slip_vector(tsvector)`: these of the words in the name and next to it (weights A and B), or of all where none has a weight;
 * - `slip_query(text)`: all words, with a slip in each at most; nothing for a text that excludes words;
 * - `swapped_query(text)`: the smallest slip: all words, with two neighbours in each that changed places at most.
 * Words of three letters, numbers and names with a number are only themselves: a letter makes another one of them.
 */
export const slipSearch = (): string[] => [
  // a loop: a query would be started for each of many short vectors, which takes seven times as long
  `create or replace function slips(words text[]) returns text[] language plpgsql immutable strict parallel safe as $$
    declare
      word text;
      slips text[] := '{}';
    begin
      foreach word in array words loop
        slips := slips || case when length(word) < 4 then word || '.' else word end;
        continue when length(word) not between 4 and 40 or word ~ '[0-9]';
        for place in 1 .. length(word) loop slips := slips || overlay(word placing '' from place for 1); end loop;
      end loop;
      return slips;
    end $$`,
  // not strict, as PostgreSQL would not inline it
  `create or replace function slip_vector(vector tsvector) returns tsvector language sql immutable parallel safe
    return array_to_tsvector(slips(tsvector_to_array(coalesce(nullif(ts_filter(vector, '{a,b}'), ''::tsvector), vector))))`,
  `create or replace function sought_words(value text) returns setof text language sql immutable strict parallel safe
    begin atomic
      select lexeme from unnest(to_tsvector('pg_catalog.simple'::regconfig, search_words(value)))
      where value !~ '(^|\\s)-' and length(to_tsvector('pg_catalog.dutch'::regconfig, lexeme)) > 0;
    end`,
  `create or replace function any_of(words text[]) returns text language sql immutable strict parallel safe
    return (select '(' || string_agg(quote_literal(replace(word, '\\', '')), ' | ') || ')' from unnest(words) word)`,
  `create or replace function slip_query(value text) returns tsquery language sql immutable strict parallel safe
    return (select string_agg(any_of(slips(array[word])), ' & ')::tsquery from sought_words(value) word)`,
  `create or replace function swapped_query(value text) returns tsquery language sql immutable strict parallel safe
    return (select string_agg(any_of(word || array(select overlay(word placing reverse(substr(word, place, 2)) from place for 2)
        from generate_series(1, length(word) - 1) place)), ' & ')::tsquery
      from sought_words(value) word)`,
];

/** Statement for a migration: the index by which a table with a search vector forgives slips. */
export const slipIndex = (table: string): string => `create index on ${table} using gin (slip_vector(search_vector))`;

/** Statements for a migration of a database that has the first release of these functions. */
export const quickerSlips = (): string[] => [
  ...slipSearch(),
  'drop function if exists slip(text, integer)',
  'drop function if exists slips_of(text)',
];

/**
 * Statement for a migration, after `slipIndex`: PostgreSQL gathers no statistics about slips. They would take as long as the
 * index, each time, and its plans do not ask for them, as no slip that is looked for is a constant.
 */
export const slipsUncounted = `do $do$ declare slips regclass; begin
  for slips in select indexrelid from pg_index where indexprs is not null and pg_get_indexdef(indexrelid) like '%(slip_vector(%' loop
    execute format('alter index %s alter column 1 set statistics 0', slips);
  end loop;
end $do$`;
