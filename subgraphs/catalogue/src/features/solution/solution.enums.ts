import { registerEnumType } from 'type-graphql';

export enum SolutionKind {
  APPLICATION = 'APPLICATION',
  PLATFORM = 'PLATFORM',
  COMPONENT = 'COMPONENT',
  SERVICE = 'SERVICE',
  INFRASTRUCTURE = 'INFRASTRUCTURE',
}
registerEnumType(SolutionKind, {
  name: 'SolutionKind',
  description: 'Soort oplossing: what kind of thing is offered.',
  valuesConfig: {
    APPLICATION: { description: 'Toepassing: software with which people work.' },
    PLATFORM: { description: 'Platform: a base on which applications run.' },
    COMPONENT: { description: 'Bouwblok: a part that other software uses.' },
    SERVICE: { description: 'Dienst: work that people do, with or without software.' },
    INFRASTRUCTURE: { description: 'Infrastructuur: network, servers, devices, hosting.' },
  },
});

export enum DeploymentType {
  SAAS = 'SAAS',
  ON_PREMISE = 'ON_PREMISE',
  PRIVATE_CLOUD = 'PRIVATE_CLOUD',
  MOBILE = 'MOBILE',
  DESKTOP = 'DESKTOP',
}
registerEnumType(DeploymentType, {
  name: 'DeploymentType',
  description: 'Uitrolvorm: where a solution runs.',
  valuesConfig: {
    SAAS: { description: 'Software als dienst: the vendor runs it.' },
    ON_PREMISE: { description: 'Ter plaatse: in the authority’s own computer room.' },
    PRIVATE_CLOUD: { description: 'Private cloud: hosted for this customer alone.' },
    MOBILE: { description: 'Mobiel: an app on telephone or tablet.' },
    DESKTOP: { description: 'Bureaublad: installed on workstations.' },
  },
});

/** As in publiccode.yml, `developmentStatus`. */
export enum DevelopmentStatus {
  CONCEPT = 'CONCEPT',
  DEVELOPMENT = 'DEVELOPMENT',
  BETA = 'BETA',
  STABLE = 'STABLE',
  OBSOLETE = 'OBSOLETE',
}
registerEnumType(DevelopmentStatus, {
  name: 'DevelopmentStatus',
  description: 'Ontwikkelingsfase, as publiccode.yml defines it.',
  valuesConfig: {
    CONCEPT: { description: 'Concept: an idea, no working software yet.' },
    DEVELOPMENT: { description: 'In ontwikkeling: being built, not released.' },
    BETA: { description: 'Testfase: tried by users.' },
    STABLE: { description: 'Stabiel: in production.' },
    OBSOLETE: { description: 'Verouderd: no longer developed.' },
  },
});

export enum SolutionStatus {
  DRAFT = 'DRAFT',
  SUBMITTED = 'SUBMITTED',
  CHANGES_REQUESTED = 'CHANGES_REQUESTED',
  PUBLISHED = 'PUBLISHED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(SolutionStatus, {
  name: 'SolutionStatus',
  description: 'Status: how far an entry of the catalogue is.',
  valuesConfig: {
    DRAFT: { description: 'Ontwerp: only the vendor and staff see it.' },
    SUBMITTED: { description: 'Ingediend: waits for staff.' },
    CHANGES_REQUESTED: { description: 'Aanpassing gevraagd: back with the vendor.' },
    PUBLISHED: { description: 'Gepubliceerd: everybody sees it.' },
    WITHDRAWN: {
      description: 'Teruggetrokken: no longer offered; still there for everybody, who may use it or look it up.',
    },
  },
});

export enum VersionStatus {
  PLANNED = 'PLANNED',
  CURRENT = 'CURRENT',
  MAINTENANCE = 'MAINTENANCE',
  END_OF_SUPPORT = 'END_OF_SUPPORT',
}
registerEnumType(VersionStatus, {
  name: 'VersionStatus',
  description: 'Status van een versie, computed from its dates.',
  valuesConfig: {
    PLANNED: { description: 'Gepland: not released yet.' },
    CURRENT: { description: 'Huidig: the version that is sold today.' },
    MAINTENANCE: { description: 'In onderhoud: older, still supported.' },
    END_OF_SUPPORT: { description: 'Einde ondersteuning: no longer supported.' },
  },
});
