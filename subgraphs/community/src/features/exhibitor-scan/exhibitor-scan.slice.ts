import type { Slice } from '../../slice.js';
import { ExhibitorScanEntity } from './exhibitor-scan.entity.js';
import { exhibitorScanReads } from './exhibitor-scan.reads.js';
import { ExhibitorScanResolver } from './exhibitor-scan.resolver.js';
import { ExhibitorScanService } from './exhibitor-scan.service.js';

export const exhibitorScanSlice: Slice = {
  entities: [ExhibitorScanEntity],
  models: [exhibitorScanReads],
  resolvers: (dependencies) => [new ExhibitorScanResolver(new ExhibitorScanService(dependencies))],
  personalData: [
    {
      table: 'exhibitor_scan',
      of: 'registration_id in (select id from registration where person_id = $1)',
      shown: ['exhibitor_id', 'scanned_at'],
      erasure: 'delete',
    },
    {
      table: 'exhibitor_scan',
      of: 'scanned_by_id = $1',
      shown: ['exhibitor_id', 'registration_id', 'scanned_at'],
      erasure: { set: 'scanned_by_id = null' },
    },
  ],
};
