import type { DatabaseUrls, RowCounts } from '@lokaal/shared/graphql';
import { seedReferenceFrom } from './reference.js';

export { seedDemo } from './demo.js';

export const seedReference = (urls: DatabaseUrls): Promise<RowCounts> => seedReferenceFrom(urls);
