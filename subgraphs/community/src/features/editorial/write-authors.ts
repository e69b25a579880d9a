import { badInput } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';
import { type Looking, namedPerson } from '../person/named-person.query.js';
import { AuthorEntity } from './author.entity.js';
import type { AuthorInput } from './editorial.input.js';

/** Column of an author that points to the item. */
export type AuthorOf = 'publicationId' | 'mediaItemId' | 'newsItemId';

interface Item {
  readonly of: AuthorOf;
  readonly id: string;
  readonly authors: readonly AuthorInput[];
}

/** The authors of an item, instead of those of before. */
export async function writeAuthors(tx: EntityManager, looking: Looking, { of, id, authors }: Item): Promise<void> {
  const named: NamedAuthor[] = [];
  for (const [index, author] of authors.entries())
    named.push(await namedAuthor(tx, looking, { author, field: ['authors', String(index)] }));
  await tx.delete(AuthorEntity, { [of]: id });
  const rows = named.map((author, index) => ({ ...author, [of]: id, id: newId('author'), position: index + 1 }));
  await tx.insert(AuthorEntity, rows);
}

interface NamedAuthor {
  readonly personId: string | null;
  readonly name: string;
}

interface AskedAuthor {
  readonly author: AuthorInput;
  readonly field: string[];
}

async function namedAuthor(
  tx: EntityManager,
  looking: Looking,
  { author: { personId: id, name }, field }: AskedAuthor,
): Promise<NamedAuthor> {
  const person = id ? await namedPerson(tx, looking, { id, field: [...field, 'personId'] }) : undefined;
  const shown = name ?? person?.name;
  if (!shown) throw badInput('Write a personId or a name.', field);
  return { personId: person?.id ?? null, name: shown };
}
