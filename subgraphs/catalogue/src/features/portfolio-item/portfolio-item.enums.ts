import { registerEnumType } from 'type-graphql';

export enum PortfolioStatus {
  PLANNED = 'PLANNED',
  IN_USE = 'IN_USE',
  PHASING_OUT = 'PHASING_OUT',
  RETIRED = 'RETIRED',
}
registerEnumType(PortfolioStatus, {
  name: 'PortfolioStatus',
  description: 'Status van gebruik of a solution by an authority.',
  valuesConfig: {
    PLANNED: { description: 'Gepland.' },
    IN_USE: { description: 'In gebruik.' },
    PHASING_OUT: { description: 'Wordt uitgefaseerd.' },
    RETIRED: { description: 'Buiten gebruik.' },
  },
});

export enum Criticality {
  LOW = 'LOW',
  MEDIUM = 'MEDIUM',
  HIGH = 'HIGH',
  CRITICAL = 'CRITICAL',
}
registerEnumType(Criticality, {
  name: 'Criticality',
  description: 'Kritikaliteit: how much the authority’s work depends on it.',
  valuesConfig: {
    LOW: { description: 'Laag: it can be missed for weeks.' },
    MEDIUM: { description: 'Gemiddeld: it can be missed for days.' },
    HIGH: { description: 'Hoog: it can be missed for hours.' },
    CRITICAL: { description: 'Kritiek: it cannot be missed.' },
  },
});

export enum PortfolioVisibility {
  PRIVATE = 'PRIVATE',
  CIRCLE = 'CIRCLE',
  LOCAL_AUTHORITIES = 'LOCAL_AUTHORITIES',
  PUBLIC = 'PUBLIC',
}
registerEnumType(PortfolioVisibility, {
  name: 'PortfolioVisibility',
  description: 'Zichtbaarheid of one item of a portfolio.',
  valuesConfig: {
    PRIVATE: { description: 'Privé: only the authority itself.' },
    CIRCLE: { description: 'Kenniskring: also authorities of the same knowledge circle.' },
    LOCAL_AUTHORITIES: { description: 'Lokale besturen: every local authority.' },
    PUBLIC: { description: 'Openbaar: everybody.' },
  },
});
