import { registerEnumType } from 'type-graphql';

export enum EmploymentRole {
  MEMBER_CONTACT = 'MEMBER_CONTACT',
  ICT_MANAGER = 'ICT_MANAGER',
  DPO = 'DPO',
  CISO = 'CISO',
  PORTFOLIO_EDITOR = 'PORTFOLIO_EDITOR',
  VENDOR_EDITOR = 'VENDOR_EDITOR',
  READER = 'READER',
}
registerEnumType(EmploymentRole, {
  name: 'EmploymentRole',
  description:
    'Rol: what a person does, and may do in this graph, for one organisation. Who works there without one has no rights to what is its own.',
  valuesConfig: {
    MEMBER_CONTACT: { description: 'Contactpersoon of the member for the association.' },
    ICT_MANAGER: { description: 'ICT-verantwoordelijke.' },
    DPO: { description: 'Functionaris voor gegevensbescherming: data protection officer.' },
    CISO: { description: 'Informatieveiligheidsconsulent: information security officer.' },
    PORTFOLIO_EDITOR: { description: 'Portfoliobeheerder: edits the software portfolio.' },
    VENDOR_EDITOR: { description: 'Leveranciersredacteur: edits the vendor’s entries in the catalogue.' },
    READER: { description: 'Lezer: reads what is the organisation’s own.' },
  },
});
