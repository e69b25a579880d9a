import { everyone, type ReadModel, readModel, type ToMany } from '@lokaal/shared/read';
import { ThemeEntity } from './theme.entity.js';

export const themeReads: ReadModel<ThemeEntity> = readModel(ThemeEntity, {
  visible: () => everyone,
  filter: ['slug', 'cyfunCategories'],
  order: ['label'],
  search: 'label',
  facets: ['cyfunCategories'],
});

/** A row that is about themes: its column `themes` holds their slugs. */
export interface Themed {
  readonly themeSlugs: string[];
}

/** The themes of a row, as the relation `themes` of its read model. */
export const themesOfRow = (): ToMany => themeReads.where<Themed>((theme, row) => theme.slug.isAnyOf(row.themeSlugs));
