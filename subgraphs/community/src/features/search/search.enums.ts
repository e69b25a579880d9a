import { registerEnumType } from 'type-graphql';

export enum SearchType {
  PUBLICATION = 'PUBLICATION',
  MEDIA_ITEM = 'MEDIA_ITEM',
  NEWS_ITEM = 'NEWS_ITEM',
  EVENT = 'EVENT',
  SESSION = 'SESSION',
  TRAINING = 'TRAINING',
  PROJECT = 'PROJECT',
  FOCUS_PROJECT = 'FOCUS_PROJECT',
  THINK_TANK = 'THINK_TANK',
  PARTNERSHIP = 'PARTNERSHIP',
  MAILING_LIST = 'MAILING_LIST',
  MAILING_LIST_ISSUE = 'MAILING_LIST_ISSUE',
  MENTORSHIP_OFFER = 'MENTORSHIP_OFFER',
  MENTORSHIP_REQUEST = 'MENTORSHIP_REQUEST',
  THEME = 'THEME',
  KNOWLEDGE_CIRCLE = 'KNOWLEDGE_CIRCLE',
  MUNICIPALITY = 'MUNICIPALITY',
  ORGANISATION = 'ORGANISATION',
  PERSON = 'PERSON',
}
registerEnumType(SearchType, {
  name: 'SearchType',
  description: 'Soort resultaat: what a search can find.',
  valuesConfig: {
    PUBLICATION: { description: 'Publicaties.' },
    MEDIA_ITEM: { description: 'Webinars, podcasts en video’s.' },
    NEWS_ITEM: { description: 'Nieuwsberichten.' },
    EVENT: { description: 'Evenementen.' },
    SESSION: { description: 'Sessies of events; private ones for who is invited.' },
    TRAINING: { description: 'Opleidingen.' },
    PROJECT: { description: 'Collectieve projecten.' },
    FOCUS_PROJECT: { description: 'Speerpunten of think tanks.' },
    THINK_TANK: { description: 'Denktanks.' },
    PARTNERSHIP: { description: 'Partnerschappen of the association.' },
    MAILING_LIST: { description: 'Mailinglijsten.' },
    MAILING_LIST_ISSUE: {
      description: 'Edities van mailinglijsten: what was sent, for who is subscribed; for staff all.',
    },
    MENTORSHIP_OFFER: { description: 'Aanbod van mentoren: one’s own and what one is matched with; for staff all.' },
    MENTORSHIP_REQUEST: {
      description: 'Vragen naar een mentor: one’s own and what one is matched with; for staff all.',
    },
    THEME: { description: 'Thema’s.' },
    KNOWLEDGE_CIRCLE: { description: 'Kenniskringen.' },
    MUNICIPALITY: { description: 'Gemeenten as territory, those of before a merger too.' },
    ORGANISATION: { description: 'Organisaties.' },
    PERSON: {
      description: 'Personen that the viewer may see: others than oneself only for who belongs to the community.',
    },
  },
});
