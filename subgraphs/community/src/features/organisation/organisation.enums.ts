import { registerEnumType } from 'type-graphql';

export enum OrganisationKind {
  MUNICIPALITY = 'MUNICIPALITY',
  OCMW = 'OCMW',
  AGB = 'AGB',
  POLICE_ZONE = 'POLICE_ZONE',
  RESCUE_ZONE = 'RESCUE_ZONE',
  INTERMUNICIPAL = 'INTERMUNICIPAL',
  PROVINCE = 'PROVINCE',
  FLEMISH_AGENCY = 'FLEMISH_AGENCY',
  COMPANY = 'COMPANY',
  ASSOCIATION = 'ASSOCIATION',
  EDUCATION = 'EDUCATION',
}
registerEnumType(OrganisationKind, {
  name: 'OrganisationKind',
  description: 'Soort organisatie. The first seven are local authorities (lokale besturen).',
  valuesConfig: {
    MUNICIPALITY: { description: 'Gemeente: the municipality as a legal person.' },
    OCMW: { description: 'Openbaar centrum voor maatschappelijk welzijn: public welfare centre of a municipality.' },
    AGB: { description: 'Autonoom gemeentebedrijf: municipal company with its own legal personality.' },
    POLICE_ZONE: { description: 'Politiezone: local police zone.' },
    RESCUE_ZONE: { description: 'Hulpverleningszone: fire and rescue zone.' },
    INTERMUNICIPAL: { description: 'Intercommunale: service or commissioned association of municipalities.' },
    PROVINCE: { description: 'Provincie: the province as a legal person.' },
    FLEMISH_AGENCY: { description: 'Vlaams agentschap: agency of the Flemish government.' },
    COMPANY: { description: 'Bedrijf: ICT company, often a vendor of the catalogue.' },
    ASSOCIATION: { description: 'Vereniging: non-profit association.' },
    EDUCATION: { description: 'Onderwijsinstelling: school, college or university.' },
  },
});

export enum OrganisationStatus {
  ACTIVE = 'ACTIVE',
  MERGED = 'MERGED',
  DISSOLVED = 'DISSOLVED',
}
registerEnumType(OrganisationStatus, {
  name: 'OrganisationStatus',
  description: 'Status van een organisatie.',
  valuesConfig: {
    ACTIVE: { description: 'Actief: exists today.' },
    MERGED: { description: 'Samengevoegd: merged into another one, which keeps its records.' },
    DISSOLVED: { description: 'Ontbonden: ended without a successor.' },
  },
});
