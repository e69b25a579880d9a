import { registerEnumType } from 'type-graphql';

export enum MembershipType {
  EFFECTIVE = 'EFFECTIVE',
  ACCEDED = 'ACCEDED',
  COMPANY = 'COMPANY',
}
registerEnumType(MembershipType, {
  name: 'MembershipType',
  description: 'Soort lidmaatschap. The three are independent: one never brings or excludes another.',
  valuesConfig: {
    EFFECTIVE: { description: 'Effectief lid: a person, for a yearly fee.' },
    ACCEDED: { description: 'Toegetreden lid: a local authority, for free, with a signed accession document.' },
    COMPANY: { description: 'ICT-bedrijfslid: a company, for a yearly fee.' },
  },
});

/** Follows from what was decided and from the clock; it is stored nowhere. */
export enum MembershipStatus {
  APPLIED = 'APPLIED',
  ACTIVE = 'ACTIVE',
  GRACE = 'GRACE',
  EXPIRED = 'EXPIRED',
  CANCELLED = 'CANCELLED',
  REJECTED = 'REJECTED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(MembershipStatus, {
  name: 'MembershipStatus',
  description: 'Status van een lidmaatschap, today.',
  valuesConfig: {
    APPLIED: { description: 'Aangevraagd: staff have not decided yet.' },
    ACTIVE: { description: 'Actief: within its term.' },
    GRACE: { description: 'Respijt: the term is over, the rights still hold, and it can be renewed without a gap.' },
    EXPIRED: { description: 'Vervallen: nobody renewed it in time; renewing makes it active again.' },
    CANCELLED: { description: 'Opgezegd within its term; it cannot be renewed.' },
    REJECTED: { description: 'Geweigerd: staff refused the application.' },
    WITHDRAWN: { description: 'Ingetrokken: the application was taken back before staff decided.' },
  },
});

export enum FeeRate {
  FIRST_MEMBER = 'FIRST_MEMBER',
  FURTHER_MEMBER = 'FURTHER_MEMBER',
}
registerEnumType(FeeRate, {
  name: 'FeeRate',
  description: 'Tarief of an effective member.',
  valuesConfig: {
    FIRST_MEMBER: { description: 'Eerste lid of an employer.' },
    FURTHER_MEMBER: { description: 'Volgend lid of the same employer.' },
  },
});

/** What became of an application: staff decided, or it was taken back. */
export type Decision = 'APPROVED' | 'REJECTED' | 'WITHDRAWN';
