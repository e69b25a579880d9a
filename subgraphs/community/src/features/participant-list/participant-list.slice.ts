import type { Slice } from '../../slice.js';
import { participantListRoute } from './participant-list.documents.js';

export const participantListSlice: Slice = {
  entities: [],
  models: [],
  resolvers: () => [],
  documents: (on) => [participantListRoute(on)],
};
