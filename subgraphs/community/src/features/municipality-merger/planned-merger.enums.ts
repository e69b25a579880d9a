import { registerEnumType } from 'type-graphql';

export enum PlannedMergerState {
  PLANNED = 'PLANNED',
  CARRIED_OUT = 'CARRIED_OUT',
  WITHDRAWN = 'WITHDRAWN',
  FAILED = 'FAILED',
}
registerEnumType(PlannedMergerState, {
  name: 'PlannedMergerState',
  description: 'Stand van een geplande fusie.',
  valuesConfig: {
    PLANNED: { description: 'Gepland: it waits for the day on which it takes effect.' },
    CARRIED_OUT: { description: 'Doorgevoerd, on its day.' },
    WITHDRAWN: { description: 'Ingetrokken, before its day.' },
    FAILED: {
      description:
        'Mislukt: something was against it on its day, and nothing of it was done. It can be planned again (amendPlannedMerger).',
    },
  },
});
