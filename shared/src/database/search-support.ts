/**
 * Statements for a migration that has searchable text. The wrapper exists because unaccent is only STABLE (its dictionary
 * could change) and generated columns and indexes want IMMUTABLE: https://www.postgresql.org/docs/current/unaccent.html
 * - `search_text(text)`: small letters without accents, for trigram similarity (typing errors);
 * - `dutch_vector(text)`: the same as a Dutch full text vector.
 * Bodies in RETURN style are bound to the functions they call, so no search_path can redirect them.
 */
export const searchSupport = (): string[] => [
  'create extension if not exists unaccent',
  'create extension if not exists pg_trgm',
  `create or replace function immutable_unaccent(value text) returns text language sql immutable strict parallel safe
    return unaccent('unaccent'::regdictionary, value)`,
  `create or replace function search_text(value text) returns text language sql immutable strict parallel safe
    return lower(immutable_unaccent(value))`,
  `create or replace function dutch_vector(value text) returns tsvector language sql immutable strict parallel safe
    return to_tsvector('pg_catalog.dutch'::regconfig, immutable_unaccent(value))`,
];
