import { registerEnumType } from 'type-graphql';

export enum TrainingStatus {
  OFFERED = 'OFFERED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(TrainingStatus, {
  name: 'TrainingStatus',
  description: 'Status van een opleiding: whether it is still given.',
  valuesConfig: {
    OFFERED: { description: 'In het aanbod: new sessions may be planned.' },
    WITHDRAWN: { description: 'Uit het aanbod: no new sessions; what people learned stays.' },
  },
});
