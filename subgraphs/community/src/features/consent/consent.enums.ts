import { registerEnumType } from 'type-graphql';

/** What people agree to; each is asked for apart. Mailing lists keep the record of their own double opt-in. */
export enum ConsentPurpose {
  DIRECTORY = 'DIRECTORY',
}
registerEnumType(ConsentPurpose, {
  name: 'ConsentPurpose',
  description: 'Doel: what somebody agrees to.',
  valuesConfig: {
    DIRECTORY: {
      description:
        'Ledengids: that who belongs to the community sees the person, also among the participants of an event.',
    },
  },
});

export enum ConsentDecision {
  GIVEN = 'GIVEN',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(ConsentDecision, {
  name: 'ConsentDecision',
  description: 'Beslissing: what the person decided.',
  valuesConfig: {
    GIVEN: { description: 'Gegeven: from then on.' },
    WITHDRAWN: { description: 'Ingetrokken: from then on; what was done before stays lawful.' },
  },
});

export enum ConsentActor {
  SELF = 'SELF',
  STAFF = 'STAFF',
}
registerEnumType(ConsentActor, {
  name: 'ConsentActor',
  description: 'Door wie it was written down.',
  valuesConfig: {
    SELF: { description: 'De persoon zelf, signed in.' },
    STAFF: { description: 'Medewerker of the association, to whom the person said it.' },
  },
});

/** How a decision reached the association. */
export enum ConsentChannel {
  ONLINE = 'ONLINE',
  EMAIL = 'EMAIL',
  PHONE = 'PHONE',
  PAPER = 'PAPER',
  EARLIER = 'EARLIER',
}
registerEnumType(ConsentChannel, {
  name: 'ConsentChannel',
  description: 'Kanaal: how the decision reached the association.',
  valuesConfig: {
    ONLINE: { description: 'Online: in this graph, by the person.' },
    EMAIL: { description: 'E-mail, written down by staff.' },
    PHONE: { description: 'Telefoon, written down by staff.' },
    PAPER: { description: 'Papier, such as a form, written down by staff.' },
    EARLIER: { description: 'Vroeger: given before there was a history, so its wording is not known.' },
  },
});
