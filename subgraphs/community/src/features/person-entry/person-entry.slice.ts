import type { Slice } from '../../slice.js';
import { PersonEntryResolver } from './person-entry.resolver.js';
import { PersonEntryService } from './person-entry.service.js';

/** Its table and its read model are the person's. */
export const personEntrySlice: Slice = {
  entities: [],
  models: [],
  resolvers: (on) => [new PersonEntryResolver(new PersonEntryService(on))],
};
