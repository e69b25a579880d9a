import { Changeable, connectionOf, type Connection, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Event } from '../event/event.type.js';
import { EventAttendance } from '../event/event-attendance.type.js';
import { Room, Track } from '../event/programme.type.js';
import { Organisation } from '../organisation/organisation.type.js';
import { SessionPlaces } from '../session-signup/session-places.type.js';
import { SessionSignup, SessionSignupConnection } from '../session-signup/session-signup.type.js';
import { type Theme, ThemeConnection } from '../theme/theme.type.js';
import {
  type SessionInvitation,
  SessionInvitationConnection,
  type SessionMaterial,
  SessionMaterialConnection,
  type SessionSpeaker,
  SessionSpeakerConnection,
} from './session-parts.type.js';
import { SessionStatus } from './session.enums.js';

@ObjectType({
  implements: [Node, Changeable],
  description:
    'Sessie: one talk or workshop of an event. Those of a PRIVATE track are only for who was invited, the company that gives it, and who organises the event.',
})
@Directive('@key(fields: "id")')
export class Session extends Changeable implements Node {
  id!: string;

  @Field(() => Event, { description: 'Evenement that it is part of.' }) event!: Ref<Event>;
  @Field(() => Track, { nullable: true, description: 'Traject that it is on.' }) track?: Ref<Track>;
  @Field(() => Room, { nullable: true, description: 'Zaal; null while none was chosen, or when it is online.' })
  room?: Ref<Room>;

  @Field({ description: 'Titel.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'Omschrijving.' }) description?: string;
  @Field(() => Date, { description: 'Begin; shown in the time zone Europe/Brussels.' }) startsAt!: Date;
  @Field(() => Date, { description: 'Einde.' }) endsAt!: Date;

  @Field(() => Int, {
    nullable: true,
    description: 'Capaciteit; null: as many as its room holds, or without limit when it has none.',
  })
  capacity?: number;

  @Field({ description: 'Inschrijving nodig: whether participants sign up for this session apart.' })
  signupRequired!: boolean;

  @Field(() => SessionPlaces, { description: 'Plaatsen: how many there are, and how many are left.' })
  places!: Ref<SessionPlaces>;

  @Field(() => EventAttendance, { description: 'Opkomst: how many signed up and came.' })
  attendance!: Ref<EventAttendance>;

  @Field(() => SessionSignup, {
    nullable: true,
    description: 'Mijn intekening: the viewer’s own, the latest one; null when there is none.',
  })
  mySignup?: Ref<SessionSignup>;

  @Field(() => SessionSignupConnection, {
    description: 'Intekeningen, as far as the viewer may see them: as for the registrations of the event.',
  })
  signups!: Connection<SessionSignup>;

  @Field(() => Organisation, { nullable: true, description: 'Leverancier that gives it.' })
  vendorOrganisation?: Ref<Organisation>;

  @Field(() => ThemeConnection, { description: 'Thema’s that it is about.' }) themes!: Connection<Theme>;

  @Field(() => [String], { description: 'CyFun-categorieën that it is about, for example PR.AT.' })
  cyfunCategories!: string[];

  @Field(() => [ID], { description: 'Oplossingen that it is about: ids, for the catalogue.' })
  @Directive('@inaccessible')
  solutionIds!: string[];

  @Field(() => SessionStatus, {
    description:
      'Status of the session itself. When its event is cancelled it does not take place either: see the status of the event.',
  })
  status!: SessionStatus;
  @Field(() => Int, {
    description:
      'Volgnummer: goes up when time, room or status changes. With that of its event added it is the SEQUENCE of its calendar entry (iCalendar).',
  })
  sequence!: number;

  @Field(() => SessionSpeakerConnection, { description: 'Sprekers, in the order of the programme.' })
  speakers!: Connection<SessionSpeaker>;

  @Field(() => SessionMaterialConnection, { description: 'Materiaal, as far as it is for the viewer.' })
  materials!: Connection<SessionMaterial>;

  @Field(() => SessionInvitationConnection, {
    description:
      'Uitnodigingen for a private session: all for who organises it and for the company that gives it, else the viewer’s own.',
  })
  invitations!: Connection<SessionInvitation>;
}

export const SessionConnection = connectionOf('Session', () => Session);
