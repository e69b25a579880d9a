import { registerEnumType } from 'type-graphql';

export enum StandardType {
  APPLICATION_PROFILE = 'APPLICATION_PROFILE',
  VOCABULARY = 'VOCABULARY',
  IMPLEMENTATION_MODEL = 'IMPLEMENTATION_MODEL',
  OTHER = 'OTHER',
}
registerEnumType(StandardType, {
  name: 'StandardType',
  description: 'Type standaard, as in the OSLO standards register.',
  valuesConfig: {
    APPLICATION_PROFILE: { description: 'Applicatieprofiel: how terms are used in one application.' },
    VOCABULARY: { description: 'Vocabularium: terms and their definitions.' },
    IMPLEMENTATION_MODEL: { description: 'Implementatiemodel: how it is built technically.' },
    OTHER: { description: 'Andere.' },
  },
});

export enum StandardStatus {
  ONTWERP_STANDAARD = 'ONTWERP_STANDAARD',
  KANDIDAAT_STANDAARD = 'KANDIDAAT_STANDAARD',
  ERKENDE_STANDAARD = 'ERKENDE_STANDAARD',
  VEROUDERDE_STANDAARD = 'VEROUDERDE_STANDAARD',
  VERVANGEN_STANDAARD = 'VERVANGEN_STANDAARD',
  HERROEPEN_STANDAARD = 'HERROEPEN_STANDAARD',
  NOTA_WERKGROEP = 'NOTA_WERKGROEP',
  ZONDER_STATUS = 'ZONDER_STATUS',
}
registerEnumType(StandardStatus, {
  name: 'StandardStatus',
  description: 'Status van een standaard, in the terms of the OSLO standards register.',
  valuesConfig: {
    ONTWERP_STANDAARD: { description: 'Ontwerpstandaard: a draft.' },
    KANDIDAAT_STANDAARD: { description: 'Kandidaat-standaard: in public review.' },
    ERKENDE_STANDAARD: { description: 'Erkende standaard: recognised.' },
    VEROUDERDE_STANDAARD: { description: 'Verouderde standaard: outdated.' },
    VERVANGEN_STANDAARD: { description: 'Vervangen standaard: replaced by another.' },
    HERROEPEN_STANDAARD: { description: 'Herroepen standaard: revoked.' },
    NOTA_WERKGROEP: { description: 'Nota van een werkgroep.' },
    ZONDER_STATUS: { description: 'Zonder status.' },
  },
});

export enum StandardUsage {
  AANBEVOLEN = 'AANBEVOLEN',
  VERPLICHT = 'VERPLICHT',
  PAS_TOE_OF_LEG_UIT = 'PAS_TOE_OF_LEG_UIT',
}
registerEnumType(StandardUsage, {
  name: 'StandardUsage',
  description: 'Gebruik: how binding a standard is.',
  valuesConfig: {
    AANBEVOLEN: { description: 'Aanbevolen: recommended.' },
    VERPLICHT: { description: 'Verplicht: mandatory.' },
    PAS_TOE_OF_LEG_UIT: { description: 'Pas toe of leg uit: apply or explain.' },
  },
});

export enum SupportLevel {
  FULL = 'FULL',
  PARTIAL = 'PARTIAL',
  PLANNED = 'PLANNED',
}
registerEnumType(SupportLevel, {
  name: 'SupportLevel',
  description: 'Mate van ondersteuning of a standard.',
  valuesConfig: {
    FULL: { description: 'Volledig ondersteund.' },
    PARTIAL: { description: 'Gedeeltelijk ondersteund.' },
    PLANNED: { description: 'Gepland: not supported yet.' },
  },
});

export enum EvidenceLevel {
  CLAIMED = 'CLAIMED',
  TEST_REPORT = 'TEST_REPORT',
  CONFIRMED_BY_USER = 'CONFIRMED_BY_USER',
}
registerEnumType(EvidenceLevel, {
  name: 'EvidenceLevel',
  description: 'Bewijs: who says that the standard is supported. A vendor cannot set more than CLAIMED.',
  valuesConfig: {
    CLAIMED: { description: 'Beweerd by the vendor.' },
    TEST_REPORT: { description: 'Testrapport: shown by a test.' },
    CONFIRMED_BY_USER: { description: 'Bevestigd by authorities that use it.' },
  },
});
