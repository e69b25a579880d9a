import type { Slice } from '../../slice.js';
import { ThemeEntity } from './theme.entity.js';
import { themeReads } from './theme.reads.js';
import { ThemeResolver } from './theme.resolver.js';
import { ThemeService } from './theme.service.js';

export const themeSlice: Slice = {
  entities: [ThemeEntity],
  models: [themeReads],
  resolvers: (dependencies) => [new ThemeResolver(new ThemeService(dependencies))],
};
