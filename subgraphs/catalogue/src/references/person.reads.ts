import { stubModel } from '@lokaal/shared/read';

export const personReads = stubModel<{ readonly id: string }>('Person', { id: 'text' });
