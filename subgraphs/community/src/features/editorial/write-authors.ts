import { badInput } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import { type EntityManager, In } from 'typeorm';
import { PersonEntity } from '../person/person.entity.js';
import { AuthorEntity } from './author.entity.js';
import type { AuthorInput } from './editorial.input.js';

/** Column of an author that points to the item. */
export type AuthorOf = 'publicationId' | 'mediaItemId' | 'newsItemId';

interface Item {
  readonly of: AuthorOf;
  readonly id: string;
}

/** The authors of an item, instead of those of before. */
export async function writeAuthors(
  tx: EntityManager,
  { of, id }: Item,
  authors: readonly AuthorInput[],
): Promise<void> {
  const named = await withNames(tx, authors);
  await tx.delete(AuthorEntity, { [of]: id });
  const rows = named.map((author, index) => ({ ...author, [of]: id, id: newId('author'), position: index + 1 }));
  await tx.insert(AuthorEntity, rows);
}

interface NamedAuthor {
  readonly personId: string | null;
  readonly name: string;
}

async function withNames(tx: EntityManager, authors: readonly AuthorInput[]): Promise<NamedAuthor[]> {
  const ids = authors.flatMap(({ personId }) => personId ?? []);
  const people = ids.length === 0 ? [] : await tx.findBy(PersonEntity, { id: In(ids) });
  return authors.map(({ personId, name }, index) => {
    const person = people.find((one) => one.id === personId);
    if (personId && !person) throw badInput('This person is not there.', ['authors', String(index), 'personId']);
    const shown = name ?? person?.name;
    if (!shown) throw badInput('Write a personId or a name.', ['authors', String(index)]);
    return { personId: personId ?? null, name: shown };
  });
}
