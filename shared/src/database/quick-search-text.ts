/**
 * Statement for a migration, after `searchSupport`: the same `search_text(text)`, which names in plain letters pass without
 * `unaccent`. That takes four times as long, for each row that a word finds. Not strict, as PostgreSQL would not inline it.
 */
export const quickSearchText = `create or replace function search_text(value text) returns text
  language sql immutable parallel safe
  return case when octet_length(value) = length(value) then lower(value) else lower(immutable_unaccent(value)) end`;
