import { registerEnumType } from 'type-graphql';

export enum MeasurementKind {
  SELF = 'SELF',
  GUIDED = 'GUIDED',
  VERIFIED = 'VERIFIED',
}
registerEnumType(MeasurementKind, {
  name: 'MeasurementKind',
  description: 'Soort maturiteitsmeting: who did it.',
  valuesConfig: {
    SELF: { description: 'Zelfevaluatie by the authority.' },
    GUIDED: { description: 'Begeleid by the association.' },
    VERIFIED: { description: 'Geverifieerd by a conformity assessment body.' },
  },
});

export enum MeasurementState {
  OPEN = 'OPEN',
  SUBMITTED = 'SUBMITTED',
  VALIDATED = 'VALIDATED',
}
registerEnumType(MeasurementState, {
  name: 'MeasurementState',
  description: 'Toestand of a maturity measurement.',
  valuesConfig: {
    OPEN: { description: 'Open: controls are being scored.' },
    SUBMITTED: {
      description: 'Ingediend: computed, and never changed from then on; a correction is a new measurement.',
    },
    VALIDATED: {
      description: 'Gevalideerd: submitted, and confirmed by the statement of somebody else than the authority.',
    },
  },
});

export enum CalculationMethod {
  WORKBOOK = 'WORKBOOK',
  PUBLISHED = 'PUBLISHED',
}
registerEnumType(CalculationMethod, {
  name: 'CalculationMethod',
  description: 'Berekeningswijze of a maturity result.',
  valuesConfig: {
    WORKBOOK: {
      description: 'Zoals het officiële werkboek: as the official workbook computes it, departures included.',
    },
    PUBLISHED: {
      description: 'Zoals gepubliceerd: by the method as the Centre for Cybersecurity Belgium publishes it.',
    },
  },
});

export enum FailureKind {
  KEY_MEASURE = 'KEY_MEASURE',
  CATEGORY = 'CATEGORY',
  TOTAL = 'TOTAL',
  INCOMPLETE = 'INCOMPLETE',
  NOT_APPLICABLE_LIMIT = 'NOT_APPLICABLE_LIMIT',
  NOT_APPLICABLE_FORBIDDEN = 'NOT_APPLICABLE_FORBIDDEN',
}
registerEnumType(FailureKind, {
  name: 'MaturityFailureKind',
  description: 'Soort tekort: what keeps a measurement below its level, or where two results differ.',
  valuesConfig: {
    KEY_MEASURE: { description: 'Kernmaatregel below its threshold.' },
    CATEGORY: { description: 'Categorie below its threshold.' },
    TOTAL: { description: 'Totaal below its threshold.' },
    INCOMPLETE: { description: 'Onvolledig: controls in scope without scores.' },
    NOT_APPLICABLE_LIMIT: { description: 'Te veel "niet van toepassing".' },
    NOT_APPLICABLE_FORBIDDEN: { description: '"Niet van toepassing" where the framework does not allow it.' },
  },
});

export enum ExclusionReason {
  KEY_MEASURE = 'KEY_MEASURE',
  MANAGEMENT_ASPECT = 'MANAGEMENT_ASPECT',
}
registerEnumType(ExclusionReason, {
  name: 'NotApplicableExclusion',
  description: 'Waarom niet uitsluitbaar: why a control may not be "not applicable".',
  valuesConfig: {
    KEY_MEASURE: { description: 'It is a key measure (kernmaatregel).' },
    MANAGEMENT_ASPECT: { description: 'It is linked to a management aspect.' },
  },
});
