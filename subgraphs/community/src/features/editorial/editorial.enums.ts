import { registerEnumType } from 'type-graphql';

export enum EditorialStatus {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(EditorialStatus, {
  name: 'EditorialStatus',
  description: 'Status of a publication, recording or news item.',
  valuesConfig: {
    DRAFT: { description: 'Ontwerp: being written; for staff only.' },
    PUBLISHED: { description: 'Gepubliceerd: there for everybody from the day of publication on.' },
    WITHDRAWN: { description: 'Ingetrokken: no longer shown; for staff only.' },
  },
});

export enum KnowledgeAccess {
  PUBLIC = 'PUBLIC',
  MEMBERS = 'MEMBERS',
}
registerEnumType(KnowledgeAccess, {
  name: 'KnowledgeAccess',
  description: 'Toegang: who may read all of it. Title, summary, authors and themes are for everybody.',
  valuesConfig: {
    PUBLIC: { description: 'Openbaar: everybody.' },
    MEMBERS: {
      description: 'Leden: members of the association, people of an organisation that is a member, and staff.',
    },
  },
});
