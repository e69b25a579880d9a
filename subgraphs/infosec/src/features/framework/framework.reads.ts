import { everyone, type ReadModel, readModel } from '@lokaal/shared/read';
import { ControlEntity, FrameworkEntity } from './framework.entity.js';

export const frameworkReads: ReadModel<FrameworkEntity> = readModel(FrameworkEntity, {
  visible: () => everyone,
  many: { controls: () => controlReads.where('frameworkId') },
  filter: ['ref', 'edition'],
  order: ['ref', 'edition'],
  name: 'name',
});

export const controlReads: ReadModel<ControlEntity> = readModel(ControlEntity, {
  visible: () => everyone,
  one: { framework: () => frameworkReads.by('frameworkId') },
  filter: ['code', 'function', 'category', 'subcategory', 'firstLevel', 'keyMeasureLevels'],
  order: ['position', 'code'],
  facets: ['category'],
});
