import { registerEnumType } from 'type-graphql';

export enum ProjectStatus {
  PLANNED = 'PLANNED',
  RUNNING = 'RUNNING',
  DONE = 'DONE',
  STOPPED = 'STOPPED',
}
registerEnumType(ProjectStatus, {
  name: 'ProjectStatus',
  description: 'Status of a collective project.',
  valuesConfig: {
    PLANNED: { description: 'Gepland: authorities can join.' },
    RUNNING: { description: 'Lopend: authorities can join.' },
    DONE: { description: 'Afgerond.' },
    STOPPED: { description: 'Stopgezet.' },
  },
});
