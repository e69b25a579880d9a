/**
 * Statements for a migration, after `searchSupport`: search as people do it in a good catalogue.
 * - `dutch_vector(text)`: the words by their Dutch stem and as they are written, so that "vergunni" finds "vergunning";
 *   parts of a hyphenated word are words;
 * - `words_of(text[])`: a list as text, for a vector;
 * - `dutch_query(text)`: all words, in whatever form, whole or begun. A Dutch compound begins with a word in another
 *   spelling (parkeren, parkeerbeheer; verhuizen, verhuisdienst), so the stem is asked for in these too. With operators
 *   ("a phrase", -without, or) the words are taken as they stand.
 */
export const wordSearch = (): string[] => [
  `create or replace function search_words(value text) returns text language sql immutable strict parallel safe
    return regexp_replace(immutable_unaccent(value), '(\\w)[-/](?=\\w)', '\\1 ', 'g')`,
  `create or replace function dutch_vector(value text) returns tsvector language sql immutable strict parallel safe
    return to_tsvector('pg_catalog.dutch'::regconfig, search_words(value))
      || to_tsvector('pg_catalog.simple'::regconfig, search_words(value))`,
  `create or replace function words_of(list text[]) returns text language sql immutable strict parallel safe
    return array_to_string(list, ' ')`,
  `create or replace function begun(word text) returns text language sql immutable strict parallel safe
    return quote_literal(replace(word, '\\', '')) || ':*'`,
  `create or replace function spellings(stem text) returns text[] language sql immutable strict parallel safe
    return (select array[stem, long, regexp_replace(long, 'z$', 's'), regexp_replace(long, 'v$', 'f')]
      from regexp_replace(stem, '([^aeiou])([aeou])([bcdfgklmnprstvz])$', '\\1\\2\\2\\3') long)`,
  `create or replace function dutch_query(value text) returns tsquery language sql immutable strict parallel safe
    return case when value ~* '(^|\\s)-|"|\\sor\\s'
      then websearch_to_tsquery('pg_catalog.dutch'::regconfig, lower(search_words(value)))
      else (
        select string_agg('(' || ways || ')', ' & ')::tsquery from (
          select string_agg(distinct begun(way), ' | ') as ways
          from regexp_split_to_table(lower(search_words(value)), '\\s+') with ordinality word(written, place)
            cross join unnest(to_tsvector('pg_catalog.dutch'::regconfig, written)) stem
            cross join unnest(spellings(stem.lexeme) || written) way
          group by place, stem.lexeme) word)
      end`,
];
