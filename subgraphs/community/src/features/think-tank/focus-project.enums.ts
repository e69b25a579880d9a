import { registerEnumType } from 'type-graphql';

export enum FocusProjectStatus {
  PROPOSED = 'PROPOSED',
  RUNNING = 'RUNNING',
  DONE = 'DONE',
}
registerEnumType(FocusProjectStatus, {
  name: 'FocusProjectStatus',
  description: 'Status of a focus project of a think tank.',
  valuesConfig: {
    PROPOSED: { description: 'Voorgesteld.' },
    RUNNING: { description: 'Lopend.' },
    DONE: { description: 'Afgerond.' },
  },
});
