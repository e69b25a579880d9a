import type { EntityManager } from 'typeorm';

const longest = 80;

/** What gets a slug: its table, and what it is called when its name holds no letter or digit. */
export interface Slugged {
  readonly table: string;
  readonly fallback: string;
}

/** A name as it stands in a URL: small letters, digits and hyphens. */
function slugOf(name: string, fallback: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const words = plain
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', '-');
  return words.slice(0, longest).replace(/-$/, '') || fallback;
}

/**
 * The name's slug, with a number behind it when it is taken. The lock makes two equal names that are created at once
 * wait for each other; it ends with the transaction.
 */
export async function freeSlug(tx: EntityManager, name: string, { table, fallback }: Slugged): Promise<string> {
  const slug = slugOf(name, fallback);
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`${table} slug ${slug}`]);
  const rows = await tx.query<{ slug: string }[]>(`select slug from "${table}" where slug = $1 or slug ~ $2`, [
    slug,
    `^${slug}-[0-9]+$`,
  ]);
  const taken = new Set(rows.map((row) => row.slug));
  let number = 1;
  while (taken.has(numbered(slug, number))) number++;
  return numbered(slug, number);
}

const numbered = (slug: string, number: number): string => (number === 1 ? slug : `${slug}-${number}`);
