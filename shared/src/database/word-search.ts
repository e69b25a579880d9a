/** Words as they are written in a text, and as somebody may type them. */
const words = [
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
  `create or replace function joined(letters text, number text) returns text language sql immutable parallel safe
    return case when letters ~ '^[a-z]+$' and number ~ '^[0-9]+$' then letters || number end`,
  `create or replace function parted(word text) returns text language sql immutable parallel safe
    return case when word ~ '^[a-z]+[0-9]+$' then regexp_replace(word, '([a-z]+)([0-9]+)', '(''\\1'' <-> ''\\2'':* | ''\\1'' <2> ''\\2'':*)') end`,
];

/** What asks for them. */
const queries = [
  `create or replace function dutch_words(value text, compounds boolean) returns text[] language sql immutable strict parallel safe
    return array(
      select '(' || string_agg(distinct way, ' | ') || ')'
      from (select written, place, lag(written) over typed as before, lead(written) over typed as after
          from regexp_split_to_table(lower(search_words(value)), '\\s+') with ordinality word(written, place)
          window typed as (order by place)) word
        cross join unnest(to_tsvector('pg_catalog.dutch'::regconfig, written)) stem
        cross join unnest(case when compounds then array(select begun(way) from unnest(spellings(stem.lexeme)) way)
          else array[quote_literal(replace(stem.lexeme, '\\', ''))] end
          || begun(written) || begun(joined(before, written)) || begun(joined(written, after)) || parted(written)) way
      group by place, stem.lexeme order by place, stem.lexeme)`,
  `create or replace function has_operators(value text) returns boolean language sql immutable parallel safe
    return value ~* '(^|\\s)-|"|\\sor\\s'`,
  `create or replace function dutch_query(value text, compounds boolean) returns tsquery language sql immutable strict parallel safe
    return case when has_operators(value) then websearch_to_tsquery('pg_catalog.dutch'::regconfig, lower(search_words(value)))
      else (select string_agg(word, ' & ')::tsquery from unnest(dutch_words(value, compounds)) word) end`,
  `create or replace function dutch_query(value text) returns tsquery language sql immutable strict parallel safe
    return dutch_query(value, true)`,
  `create or replace function some_words(value text) returns tsquery[] language sql immutable strict parallel safe
    return (select array_agg(word::tsquery) from unnest(dutch_words(value, false)) word
      where not has_operators(value) having count(*) between 2 and 8)`,
  `create or replace function some_query(value text) returns tsquery language sql immutable strict parallel safe
    return (select string_agg(word::text, ' | ')::tsquery from unnest(some_words(value)) word)`,
];

/**
 * Statements for a migration, after `searchSupport`: search as people do it in a good catalogue.
 * - `dutch_vector(text)`: the words by their Dutch stem and as they are written, so that "vergunni" finds "vergunning";
 *   parts of a hyphenated word are words;
 * - `words_of(text[])`: a list as text, for a vector;
 * - `dutch_query(text)`: all words, in whatever form, whole or begun. A Dutch compound begins with a word in another
 *   spelling (parkeren, parkeerbeheer; verhuizen, verhuisdienst), so the stem is asked for in these too. With operators
 *   ("a phrase", -without, or) the words are taken as they stand. A name and its number are one word or two: NIS2, NIS 2,
 *   and ISO27001 is ISO/IEC 27001;
 * - `dutch_query(text, false)`: the same without compounds by their stem: what surely has the words, as a stem may be
 *   another word's beginning;
 * - `some_words(text)`: two to eight words apart, for what has some of them; `some_query(text)`: any of these.
 */
export const wordSearch = (): string[] => [...words, ...queries];
