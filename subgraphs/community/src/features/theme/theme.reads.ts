import { everyone, type ReadModel, readModel, type ToMany } from '@lokaal/shared/read';
import { ThemeEntity } from './theme.entity.js';

export const themeReads: ReadModel<ThemeEntity> = readModel(ThemeEntity, {
  visible: () => everyone,
  filter: ['slug', 'cyfunCategories'],
  order: ['label'],
  search: 'label',
  facets: ['cyfunCategories'],
});

/** The themes of a row, as the relation `themes` of its read model. */
export const themesOfRow = (): ToMany => themeReads.listedIn('themeSlugs', 'slug');
