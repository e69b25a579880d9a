import { Changeable, connectionOf, type Connection, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, Float, Int, ObjectType } from 'type-graphql';
import { type Certificate, CertificateConnection } from '../certificate/certificate.type.js';
import { type EventMessage, EventMessageConnection } from '../event-message/event-message.type.js';
import { type Session, SessionConnection } from '../event-session/session.type.js';
import { KnowledgeCircle } from '../knowledge-circle/knowledge-circle.type.js';
import { Organisation } from '../organisation/organisation.type.js';
import { EventPlaces } from '../registration/event-places.type.js';
import { Registration, RegistrationConnection } from '../registration/registration.type.js';
import { type Theme, ThemeConnection } from '../theme/theme.type.js';
import { TrainingSession } from '../training/training-session.type.js';
import { EventAttendance } from './event-attendance.type.js';
import { EventStatistics } from './event-statistics.type.js';
import { Audience, EventLifecycle, EventMode, EventSeriesCode, EventStatus } from './event.enums.js';
import {
  type EventQuestion,
  EventQuestionConnection,
  type Exhibitor,
  ExhibitorConnection,
  type Room,
  RoomConnection,
  type Track,
  TrackConnection,
} from './programme.type.js';

@ObjectType({ description: 'Locatie: where people come together for an event.' })
class EventVenue {
  @Field(() => String, { nullable: true, description: 'Naam of the place, for example De Factorij.' }) name?: string;
  @Field(() => String, { nullable: true, description: 'Straat en nummer.' }) street?: string;
  @Field(() => String, { nullable: true, description: 'Postcode.' }) postalCode?: string;
  @Field(() => String, { nullable: true, description: 'Plaats.' }) locality?: string;
}

@ObjectType({
  description:
    'Prijs of an event for one audience. That of NON_MEMBER is for everybody without a price of their own; without it the event is for the audiences that have one.',
})
class EventPrice {
  @Field(() => Audience, { description: 'Doelgroep that pays it.' }) audience!: Audience;
  @Field(() => Int, { description: 'Prijs in euro cents, without VAT; 0 is free.' }) priceCents!: number;
}

@ObjectType({
  implements: [Node, Changeable],
  description: 'Evenement of activiteit: a congress, a fair, a study day, a meeting of a circle or a webinar.',
})
@Directive('@key(fields: "id")')
export class Event extends Changeable implements Node {
  id!: string;

  @Field(() => EventSeriesCode, { description: 'Reeks that it is an edition of.' }) series!: EventSeriesCode;
  @Field(() => Int, { description: 'Editie: the year, or the number within its series.' }) edition!: number;
  @Field({ description: 'Korte naam in een adres, unique, for example manageit-2025.' }) slug!: string;
  @Field({ description: 'Titel.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'Samenvatting: one or two sentences.' }) summary?: string;
  @Field(() => String, { nullable: true, description: 'Omschrijving.' }) description?: string;
  @Field(() => EventMode, { description: 'Vorm: on site, online or both.' }) mode!: EventMode;
  @Field(() => Date, { description: 'Begin; shown in the time zone Europe/Brussels.' }) startsAt!: Date;
  @Field(() => Date, { description: 'Einde.' }) endsAt!: Date;
  @Field(() => EventLifecycle, {
    description: 'Verloop: upcoming, ongoing or ended, by the clock, whatever its status.',
  })
  lifecycle!: EventLifecycle;

  @Field(() => EventStatus, { description: 'Status: from draft to archived.' }) status!: EventStatus;
  @Field(() => String, { nullable: true, description: 'Reden van annulering; null unless it was cancelled.' })
  cancellationReason?: string;

  @Field(() => Date, { nullable: true, description: 'Gepubliceerd op; null while it is a draft.' }) publishedAt?: Date;
  @Field(() => Int, {
    description: 'Volgnummer of its calendar entry (iCalendar SEQUENCE): goes up when time, place or status changes.',
  })
  sequence!: number;

  @Field(() => EventVenue, { nullable: true, description: 'Locatie; null when it is online only.' })
  venue?: Ref<EventVenue>;

  @Field(() => String, {
    nullable: true,
    description: 'Referentieregio of its venue, else of its circle, else of its organiser.',
  })
  referenceRegion?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Webadres to attend online; only for who has a confirmed place online, and those who organise it.',
  })
  onlineUrl?: string;

  @Field(() => Organisation, { nullable: true, description: 'Organisator; null when it is the association itself.' })
  organiser?: Ref<Organisation>;

  @Field(() => KnowledgeCircle, { nullable: true, description: 'Kenniskring that meets; null for other series.' })
  circle?: Ref<KnowledgeCircle>;

  @Field({
    description:
      'Besloten vergadering: only who works for an authority of its circle, its coordinators and staff may register.',
  })
  circleOnly!: boolean;

  @Field(() => TrainingSession, {
    nullable: true,
    description: 'Opleidingssessie that is held; null for other events.',
  })
  trainingSession?: Ref<TrainingSession>;

  @Field(() => Int, { nullable: true, description: 'Capaciteit ter plaatse; null is without limit, or not on site.' })
  capacityOnSite?: number;

  @Field(() => Int, { nullable: true, description: 'Capaciteit online; null is without limit, or not online.' })
  capacityOnline?: number;

  @Field(() => Date, { nullable: true, description: 'Inschrijving opent op; null is from publication on.' })
  registrationOpensAt?: Date;

  @Field(() => Date, { nullable: true, description: 'Inschrijving sluit op; null is when it starts.' })
  registrationClosesAt?: Date;

  @Field({
    description:
      'Inschrijving open: whether it is published, has a price for somebody, and is within its registration window now.',
  })
  registrationOpen!: boolean;

  @Field(() => Int, { description: 'Bedenktijd in hours: how long a place that came free is kept for who is next.' })
  offerHours!: number;

  @Field(() => Float, { nullable: true, description: 'Attesturen: hours on its certificate; null: it gives none.' })
  certificateHours?: number;

  @Field(() => Int, { nullable: true, description: 'Sessies that must be attended for the certificate.' })
  certificateMinimumSessions?: number;

  @Field(() => [EventPrice], { description: 'Prijzen by audience; empty while nobody may register.' })
  prices!: EventPrice[];

  @Field(() => [EventPlaces], { description: 'Plaatsen of each mode of attendance that it has.' })
  places!: EventPlaces[];

  @Field(() => EventAttendance, { description: 'Opkomst: how many registered and came.' })
  attendance!: Ref<EventAttendance>;

  @Field(() => EventStatistics, {
    nullable: true,
    description: 'Cijfers: who waits and gave up, revenue, organisations and audiences; only for who keeps the event.',
  })
  statistics?: Ref<EventStatistics>;

  @Field(() => Registration, {
    nullable: true,
    description: 'Mijn inschrijving: the viewer’s own, the latest one; null when there is none.',
  })
  myRegistration?: Ref<Registration>;

  @Field(() => RegistrationConnection, {
    description:
      'Inschrijvingen, searched and ordered by name; staff also find them by e-mail address, employer on the day of the event, and ticket code: all for who keeps the event. Others who belong to the community (employed today, or an effective member) see their own, and of those who take part the ones who agreed to be in the member directory and their colleagues; with an account alone one sees one’s own; vendors see whom they scanned at their own stand instead. For a spreadsheet, by who keeps it: /files/events/{slug}/inschrijvingen.csv.',
  })
  registrations!: Connection<Registration>;

  @Field(() => EventMessageConnection, {
    description: 'Berichten that were sent to who registered, the latest first; only for who keeps the event.',
  })
  messages!: Connection<EventMessage>;

  @Field(() => CertificateConnection, {
    description: 'Certificaten that were issued for it, as far as the viewer may see them.',
  })
  certificates!: Connection<Certificate>;

  @Field(() => EventQuestionConnection, { description: 'Vragen that a registrant answers.' })
  questions!: Connection<EventQuestion>;

  @Field(() => TrackConnection, { description: 'Trajecten: parallel parts of the programme.' })
  tracks!: Connection<Track>;

  @Field(() => RoomConnection, { description: 'Zalen.' }) rooms!: Connection<Room>;
  @Field(() => SessionConnection, { description: 'Sessies; private ones only for who may attend them.' })
  sessions!: Connection<Session>;

  @Field(() => ExhibitorConnection, { description: 'Standhouders.' }) exhibitors!: Connection<Exhibitor>;
  @Field(() => ThemeConnection, { description: 'Thema’s that it is about.' }) themes!: Connection<Theme>;
  @Field(() => EventConnection, { description: 'Andere edities of the same series.' })
  otherEditions!: Connection<Event>;
}

export const EventConnection = connectionOf('Event', () => Event);
