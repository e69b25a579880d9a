import type { EntityManager } from 'typeorm';
import { SolutionEntity } from './solution.entity.js';

const longest = 80;

/** A name as it stands in a URL: small letters, digits and hyphens. */
const slugOf = (name: string): string => {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const words = plain
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', '-');
  return words.slice(0, longest).replace(/-$/, '') || 'oplossing';
};

/**
 * The name's slug, with a number behind it when it is taken. The lock makes two equal names that are created at once
 * wait for each other; it ends with the transaction.
 */
export async function freeSlug(tx: EntityManager, name: string): Promise<string> {
  const slug = slugOf(name);
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`solution slug ${slug}`]);
  const rows = await tx
    .createQueryBuilder(SolutionEntity, 's')
    .select('s.slug', 'slug')
    .where('s.slug = :slug or s.slug ~ :numbered', { slug, numbered: `^${slug}-[0-9]+$` })
    .getRawMany<{ slug: string }>();
  const taken = new Set(rows.map((row) => row.slug));
  let number = 1;
  while (taken.has(numbered(slug, number))) number++;
  return numbered(slug, number);
}

const numbered = (slug: string, number: number): string => (number === 1 ? slug : `${slug}-${number}`);
