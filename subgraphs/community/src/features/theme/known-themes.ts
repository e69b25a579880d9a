import { badInput } from '@lokaal/shared/errors';
import { AreLines } from '@lokaal/shared/graphql';
import { ArrayMaxSize, ArrayUnique } from 'class-validator';
import { type EntityManager, In } from 'typeorm';
import { ThemeEntity } from './theme.entity.js';

/** Themes of one row, at most. */
const mostThemes = 10;

/** A list of slugs of themes in an input; the service asks `requireThemes` whether they exist. */
export const AreThemes =
  (): PropertyDecorator =>
  (target, property): void => {
    ArrayMaxSize(mostThemes, { message: `Name at most ${mostThemes} themes.` })(target, property);
    ArrayUnique({ message: 'Name each theme once.' })(target, property);
    AreLines(2, 60)(target, property);
  };

/** Refuses slugs of themes that do not exist. */
export async function requireThemes(tx: EntityManager, slugs: readonly string[] | undefined): Promise<void> {
  if (!slugs || slugs.length === 0) return;
  const known = await tx.find(ThemeEntity, { where: { slug: In([...slugs]) }, select: { id: true, slug: true } });
  const unknown = slugs.filter((slug) => !known.some((theme) => theme.slug === slug));
  if (unknown.length > 0) throw badInput(`There is no theme "${unknown.join('", "')}".`, ['themes']);
}
