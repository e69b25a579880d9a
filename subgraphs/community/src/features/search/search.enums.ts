import { registerEnumType } from 'type-graphql';

export enum SearchType {
  EVENT = 'EVENT',
  SESSION = 'SESSION',
  PUBLICATION = 'PUBLICATION',
  MEDIA_ITEM = 'MEDIA_ITEM',
  NEWS_ITEM = 'NEWS_ITEM',
  THEME = 'THEME',
  KNOWLEDGE_CIRCLE = 'KNOWLEDGE_CIRCLE',
  ORGANISATION = 'ORGANISATION',
  PERSON = 'PERSON',
}
registerEnumType(SearchType, {
  name: 'SearchType',
  description: 'Soort resultaat: what a search can find.',
  valuesConfig: {
    EVENT: { description: 'Evenementen.' },
    SESSION: { description: 'Sessies of events that the viewer may see.' },
    PUBLICATION: { description: 'Publicaties.' },
    MEDIA_ITEM: { description: 'Webinars, podcasts en video’s.' },
    NEWS_ITEM: { description: 'Nieuwsberichten.' },
    THEME: { description: 'Thema’s.' },
    KNOWLEDGE_CIRCLE: { description: 'Kenniskringen.' },
    ORGANISATION: { description: 'Organisaties.' },
    PERSON: { description: 'Personen that the viewer may see: nobody for who is not signed in.' },
  },
});
