import type { Slice } from '../../slice.js';
import { DueMergers } from './due-mergers.js';
import { MunicipalityMergerResolver } from './municipality-merger.resolver.js';
import { MunicipalityMergerService } from './municipality-merger.service.js';
import { PlannedMergerEntity, PlannedMergerPartEntity } from './planned-merger.entity.js';
import { plannedMergerReads } from './planned-merger.reads.js';
import { PlannedMergerResolver } from './planned-merger.resolver.js';
import { PlannedMergerService } from './planned-merger.service.js';

const minute = 60_000;

export const municipalityMergerSlice: Slice = {
  entities: [PlannedMergerEntity, PlannedMergerPartEntity],
  models: [plannedMergerReads],
  resolvers: (on) => [
    new MunicipalityMergerResolver(new MunicipalityMergerService(on)),
    new PlannedMergerResolver(new PlannedMergerService(on)),
  ],
  jobs: (on) => {
    const due = new DueMergers(on);
    return [{ name: 'planned mergers', every: minute, run: () => due.carryOutAll() }];
  },
  personalData: [
    {
      table: 'planned_merger',
      of: 'planned_by_id = $1',
      shown: ['successor_name', 'on_date', 'created_at'],
      erasure: { set: 'planned_by_id = null' },
    },
    {
      table: 'planned_merger',
      of: 'withdrawn_by_id = $1',
      shown: ['successor_name', 'on_date', 'decided_at'],
      erasure: { set: 'withdrawn_by_id = null' },
    },
  ],
};
