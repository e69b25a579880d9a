/**
 * Statements for a migration, after `wordSearch`: words with a slip of the finger. Two words are one letter apart (added,
 * left out, another one, or changed places with its neighbour) when they are alike once a letter is left out of one of
 * them or of both. So an index holds each word and what is left of it without one letter, and a slip is looked up there
 * as any other word is: no threshold, and no row is read that is not found.
 * - `slips(text[])`: words, and what is left of each without one letter;
 * - `slip_vector(tsvector)`: these of the words in the name and next to it (weights A and B), or of all where none has a weight;
 * - `slip_query(text)`: all words, with a slip in each at most; nothing for a text that excludes words.
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
  `create or replace function slip_query(value text) returns tsquery language sql immutable strict parallel safe
    return case when value !~ '(^|\\s)-' then (
      select string_agg('(' || ways || ')', ' & ')::tsquery from (
        select string_agg(quote_literal(replace(way, '\\', '')), ' | ') as ways
        from unnest(to_tsvector('pg_catalog.simple'::regconfig, search_words(value)))
          cross join unnest(slips(array[lexeme])) way
        where length(to_tsvector('pg_catalog.dutch'::regconfig, lexeme)) > 0
        group by lexeme) word) end`,
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
