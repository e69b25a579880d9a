import { registerEnumType } from 'type-graphql';

export enum Province {
  ANTWERPEN = 'ANTWERPEN',
  VLAAMS_BRABANT = 'VLAAMS_BRABANT',
  WEST_VLAANDEREN = 'WEST_VLAANDEREN',
  OOST_VLAANDEREN = 'OOST_VLAANDEREN',
  LIMBURG = 'LIMBURG',
}
registerEnumType(Province, {
  name: 'Province',
  description: 'Provincie: the five provinces of Flanders.',
  valuesConfig: {
    ANTWERPEN: { description: 'Provincie Antwerpen.' },
    VLAAMS_BRABANT: { description: 'Provincie Vlaams-Brabant.' },
    WEST_VLAANDEREN: { description: 'Provincie West-Vlaanderen.' },
    OOST_VLAANDEREN: { description: 'Provincie Oost-Vlaanderen.' },
    LIMBURG: { description: 'Provincie Limburg.' },
  },
});
