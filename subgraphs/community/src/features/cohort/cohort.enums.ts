import { registerEnumType } from 'type-graphql';

export enum CohortFamily {
  KNOWLEDGE_CIRCLE = 'KNOWLEDGE_CIRCLE',
  REFERENCE_REGION = 'REFERENCE_REGION',
  PROVINCE = 'PROVINCE',
  POPULATION_CLASS = 'POPULATION_CLASS',
  ALL = 'ALL',
}
registerEnumType(CohortFamily, {
  name: 'CohortFamily',
  description: 'Soort vergelijkingsgroep: by what its authorities belong together.',
  valuesConfig: {
    KNOWLEDGE_CIRCLE: { description: 'Kenniskring: members of one knowledge circle.' },
    REFERENCE_REGION: { description: 'Referentieregio: municipalities of one of the 15 regions.' },
    PROVINCE: { description: 'Provincie: municipalities of one province.' },
    POPULATION_CLASS: { description: 'Inwonersklasse: municipalities of about the same size.' },
    ALL: { description: 'Vlaanderen: all municipalities.' },
  },
});
