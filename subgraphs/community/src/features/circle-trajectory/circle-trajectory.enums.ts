import { registerEnumType } from 'type-graphql';

export enum TrajectoryStage {
  DISSEMINATION = 'DISSEMINATION',
  ADOPTION = 'ADOPTION',
  INNOVATION = 'INNOVATION',
  STANDARDISATION = 'STANDARDISATION',
}
registerEnumType(TrajectoryStage, {
  name: 'TrajectoryStage',
  description: 'Fase of the PDCA cycle in which a circle is with a building block: one after the other.',
  valuesConfig: {
    DISSEMINATION: { description: 'Verspreiding: members get to know the building block.' },
    ADOPTION: { description: 'Adoptie: members take it into use.' },
    INNOVATION: { description: 'Innovatie: members make it better.' },
    STANDARDISATION: { description: 'Standaardisatie: it is how all members work. The last stage.' },
  },
});
