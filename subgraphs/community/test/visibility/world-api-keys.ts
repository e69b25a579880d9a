import type { NamedRows } from './named-rows.js';
import type { People } from './viewers.js';

/** Of both the owner answers for: that shows it to nobody. */
export async function addApiKeys(world: NamedRows, { owner }: People): Promise<void> {
  const key = { last_characters: 'abcd', expires_at: '2027-01-01T09:00:00Z', created_at: '2026-10-01T09:00:00Z' };
  const named = { ...key, name: 'Productcatalogus', created_by_id: owner.id };
  const ofTown = { organisation_id: world.row('town').id, scopes: ['PORTFOLIO_READ'], secret_hash: 'b'.repeat(43) };
  await world.insert('ApiKey', 'api_key', { ...named, ...ofTown });
  const company = { organisation_id: world.row('company').id, scopes: ['CATALOGUE_WRITE'] };
  await world.insert('ApiKey of the company', 'api_key', { ...named, ...company, secret_hash: 'c'.repeat(43) });
}
