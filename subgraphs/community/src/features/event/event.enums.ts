import { registerEnumType } from 'type-graphql';

export enum EventSeriesCode {
  MANAGE_IT = 'MANAGE_IT',
  SHOPT_IT = 'SHOPT_IT',
  CYBER_DAY = 'CYBER_DAY',
  KNOWLEDGE_DAY = 'KNOWLEDGE_DAY',
  CIRCLE_MEETING = 'CIRCLE_MEETING',
  WEBINAR = 'WEBINAR',
  OTHER = 'OTHER',
}
registerEnumType(EventSeriesCode, {
  name: 'EventSeriesCode',
  description: 'Reeks: which of the association’s events it is an edition of.',
  valuesConfig: {
    MANAGE_IT: { description: 'ManageIT: the congress for who leads ICT, with a day and an evening programme.' },
    SHOPT_IT: { description: 'Shopt IT: the fair, with breakout tracks and stands of companies.' },
    CYBER_DAY: { description: 'Cyber & Information Security Dag.' },
    KNOWLEDGE_DAY: { description: 'Kennisdag: one day about one subject.' },
    CIRCLE_MEETING: { description: 'Kenniskringvergadering: a meeting of one regional knowledge circle.' },
    WEBINAR: { description: 'Webinar: an hour online.' },
    OTHER: { description: 'Andere activiteit.' },
  },
});

export enum EventMode {
  ON_SITE = 'ON_SITE',
  ONLINE = 'ONLINE',
  HYBRID = 'HYBRID',
}
registerEnumType(EventMode, {
  name: 'EventMode',
  description: 'Vorm: where people attend.',
  valuesConfig: {
    ON_SITE: { description: 'Ter plaatse: at its venue only.' },
    ONLINE: { description: 'Online: by internet only.' },
    HYBRID: { description: 'Hybride: at its venue or online, as each registrant chooses.' },
  },
});

export enum EventStatus {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
  CANCELLED = 'CANCELLED',
  ARCHIVED = 'ARCHIVED',
}
registerEnumType(EventStatus, {
  name: 'EventStatus',
  description: 'Status: how far an event is.',
  valuesConfig: {
    DRAFT: { description: 'Ontwerp: only staff sees it, and for a meeting of a circle its coordinators.' },
    PUBLISHED: { description: 'Gepubliceerd: everybody sees it, people register.' },
    CANCELLED: { description: 'Geannuleerd: it does not take place; everybody who registered is told.' },
    ARCHIVED: { description: 'Gearchiveerd: it is over and no longer changes.' },
  },
});

export enum Audience {
  NON_MEMBER = 'NON_MEMBER',
  EFFECTIVE = 'EFFECTIVE',
  ACCEDED = 'ACCEDED',
  COMPANY = 'COMPANY',
}
registerEnumType(Audience, {
  name: 'Audience',
  description: 'Doelgroep: as what somebody registers, which decides the price.',
  valuesConfig: {
    NON_MEMBER: {
      description: 'Niet-lid: everybody, also members for whose kind of membership the event has no price of its own.',
    },
    EFFECTIVE: { description: 'Effectief lid: a person who is a member.' },
    ACCEDED: { description: 'Toegetreden lid: who works for a local authority that acceded.' },
    COMPANY: { description: 'ICT-bedrijfslid: who works for a company that is a member.' },
  },
});

export enum QuestionKind {
  TEXT = 'TEXT',
  CHOICE = 'CHOICE',
  BOOLEAN = 'BOOLEAN',
}
registerEnumType(QuestionKind, {
  name: 'QuestionKind',
  description: 'Soort vraag: how it is answered.',
  valuesConfig: {
    TEXT: { description: 'Tekst: in own words.' },
    CHOICE: { description: 'Keuze: one of its options.' },
    BOOLEAN: { description: 'Ja of nee.' },
  },
});

export enum TrackKind {
  TECHNICAL = 'TECHNICAL',
  POLICY = 'POLICY',
  VENDOR = 'VENDOR',
  PRIVATE = 'PRIVATE',
}
registerEnumType(TrackKind, {
  name: 'TrackKind',
  description: 'Soort traject: for whom the sessions of a track are.',
  valuesConfig: {
    TECHNICAL: { description: 'Technisch.' },
    POLICY: { description: 'Beleid.' },
    VENDOR: { description: 'Leverancier: sessions that companies give.' },
    PRIVATE: { description: 'Besloten: networking sessions for whoever was invited; nobody else sees them.' },
  },
});

/** Computed from the clock, never stored. */
export enum EventLifecycle {
  UPCOMING = 'UPCOMING',
  ONGOING = 'ONGOING',
  ENDED = 'ENDED',
}
registerEnumType(EventLifecycle, {
  name: 'EventLifecycle',
  description: 'Verloop: where an event stands in time, whatever its status.',
  valuesConfig: {
    UPCOMING: { description: 'Komt nog.' },
    ONGOING: { description: 'Bezig.' },
    ENDED: { description: 'Voorbij.' },
  },
});
