import { TypeID } from 'typeid-js';

interface EntityType {
  readonly type: string;
  readonly owner: 'community' | 'catalogue' | 'infosec';
  /**
   * Everybody sees every one of them, so that other subgraphs may point to them by the key alone. Where the owner may hide
   * some, the owner itself adds the field that points to it, or the key would tell of what is hidden.
   */
  readonly open?: true;
}

/** Prefix of each entity's TypeID -> its GraphQL type and the subgraph that owns it. `node(id)` reads it. */
export const entityTypes = {
  person: { type: 'Person', owner: 'community' },
  organisation: { type: 'Organisation', owner: 'community', open: true },
  municipality: { type: 'Municipality', owner: 'community', open: true },
  referenceregion: { type: 'ReferenceRegion', owner: 'community', open: true },
  plannedmerger: { type: 'PlannedMerger', owner: 'community' },
  employment: { type: 'Employment', owner: 'community' },
  employmentinvitation: { type: 'EmploymentInvitation', owner: 'community' },
  externalidentity: { type: 'ExternalIdentity', owner: 'community' },
  consent: { type: 'Consent', owner: 'community' },
  consentwording: { type: 'ConsentWording', owner: 'community', open: true },
  staffappointment: { type: 'StaffAppointment', owner: 'community' },
  circle: { type: 'KnowledgeCircle', owner: 'community', open: true },
  circlemember: { type: 'CircleMembership', owner: 'community', open: true },
  circleaccession: { type: 'CircleAccession', owner: 'community' },
  trajectory: { type: 'CircleTrajectory', owner: 'community', open: true },
  cohort: { type: 'Cohort', owner: 'community', open: true },
  apikey: { type: 'ApiKey', owner: 'community' },
  theme: { type: 'Theme', owner: 'community', open: true },
  eventseries: { type: 'EventSeries', owner: 'community', open: true },
  publication: { type: 'Publication', owner: 'community' },
  mediaitem: { type: 'MediaItem', owner: 'community' },
  newsitem: { type: 'NewsItem', owner: 'community' },
  author: { type: 'Author', owner: 'community' },
  mailinglist: { type: 'MailingList', owner: 'community', open: true },
  subscription: { type: 'MailingListSubscription', owner: 'community' },
  listissue: { type: 'MailingListIssue', owner: 'community' },
  project: { type: 'Project', owner: 'community', open: true },
  participation: { type: 'ProjectParticipation', owner: 'community', open: true },
  projectpartner: { type: 'ProjectPartner', owner: 'community', open: true },
  partnership: { type: 'Partnership', owner: 'community', open: true },
  thinktank: { type: 'ThinkTank', owner: 'community', open: true },
  thinktankmember: { type: 'ThinkTankMember', owner: 'community' },
  focusproject: { type: 'FocusProject', owner: 'community', open: true },
  mentorshipoffer: { type: 'MentorshipOffer', owner: 'community' },
  mentorshiprequest: { type: 'MentorshipRequest', owner: 'community' },
  mentorship: { type: 'Mentorship', owner: 'community' },
  event: { type: 'Event', owner: 'community' },
  eventmessage: { type: 'EventMessage', owner: 'community' },
  eventquestion: { type: 'EventQuestion', owner: 'community' },
  track: { type: 'Track', owner: 'community' },
  room: { type: 'Room', owner: 'community' },
  exhibitor: { type: 'Exhibitor', owner: 'community' },
  calendarfeed: { type: 'CalendarFeed', owner: 'community' },
  session: { type: 'Session', owner: 'community' },
  speaker: { type: 'SessionSpeaker', owner: 'community' },
  invitation: { type: 'SessionInvitation', owner: 'community' },
  material: { type: 'SessionMaterial', owner: 'community' },
  training: { type: 'Training', owner: 'community', open: true },
  trainingsession: { type: 'TrainingSession', owner: 'community' },
  certificate: { type: 'Certificate', owner: 'community' },
  membership: { type: 'Membership', owner: 'community' },
  membershipterm: { type: 'MembershipTerm', owner: 'community' },
  membershipbenefit: { type: 'MembershipBenefit', owner: 'community', open: true },
  membershipfee: { type: 'MembershipFee', owner: 'community', open: true },
  file: { type: 'StoredFile', owner: 'community' },
  registration: { type: 'Registration', owner: 'community' },
  signup: { type: 'SessionSignup', owner: 'community' },
  scan: { type: 'ExhibitorScan', owner: 'community' },
  mail: { type: 'UndeliveredMail', owner: 'community' },
  vendor: { type: 'Vendor', owner: 'catalogue', open: true },
  solution: { type: 'Solution', owner: 'catalogue' },
  solutionversion: { type: 'SolutionVersion', owner: 'catalogue' },
  standard: { type: 'Standard', owner: 'catalogue', open: true },
  standardsupport: { type: 'StandardSupport', owner: 'catalogue' },
  portfolioitem: { type: 'PortfolioItem', owner: 'catalogue' },
  framework: { type: 'Framework', owner: 'infosec', open: true },
  control: { type: 'Control', owner: 'infosec', open: true },
  measurement: { type: 'MaturityMeasurement', owner: 'infosec' },
  score: { type: 'ControlScore', owner: 'infosec' },
  label: { type: 'PublishedLabel', owner: 'infosec' },
} as const satisfies Record<string, EntityType>;

const isOpenByType: ReadonlyMap<string, boolean> = new Map(
  Object.values<EntityType>(entityTypes).map(({ type, open }) => [type, open === true]),
);

/** Whether everybody sees every object of this type; undefined for what is no entity of this graph. */
export const isOpen = (type: string): boolean | undefined => isOpenByType.get(type);

export type IdPrefix = keyof typeof entityTypes;

/** A new TypeID: prefix and UUIDv7, sortable by time of creation. Length is at most 90 characters. */
export const newId = (prefix: IdPrefix): string => new TypeID(prefix).toString();

/** The prefix of a well-formed id of this graph, or undefined for anything else. */
export function prefixOf(id: string): IdPrefix | undefined {
  const prefix = id.slice(0, Math.max(0, id.lastIndexOf('_')));
  if (!Object.hasOwn(entityTypes, prefix)) return undefined;
  try {
    TypeID.fromString(id, prefix);
    return prefix as IdPrefix;
  } catch {
    return undefined;
  }
}
