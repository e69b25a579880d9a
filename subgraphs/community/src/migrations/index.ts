import { FirstSlice1763800000000 } from './1763800000000-first-slice.js';
import { Identity1763800100000 } from './1763800100000-identity.js';
import { Filters1763800200000 } from './1763800200000-filters.js';
import { Orders1763800300000 } from './1763800300000-orders.js';
import { Names1763800400000 } from './1763800400000-names.js';
import { Search1763800500000 } from './1763800500000-search.js';
import { Themes1763890000000 } from './1763890000000-themes.js';
import { Membership1763900000000 } from './1763900000000-membership.js';
import { MembershipChargedOn1763900000001 } from './1763900000001-membership-charged-on.js';
import { Territory1763901000000 } from './1763901000000-territory.js';
import { Circles1763901000001 } from './1763901000001-circles.js';
import { Events1763902000000 } from './1763902000000-events.js';
import { EventSessions1763902000001 } from './1763902000001-event-sessions.js';
import { EventSeries1763902000002 } from './1763902000002-event-series.js';
import { SessionsMove1763902000003 } from './1763902000003-sessions-move.js';
import { CalendarFeeds1763903000000 } from './1763903000000-calendar-feeds.js';
import { MailAttachments1763903000001 } from './1763903000001-mail-attachments.js';
import { Registration1763904000000 } from './1763904000000-registration.js';
import { SignupChecks1763904000001 } from './1763904000001-signup-checks.js';
import { Training1763905000000 } from './1763905000000-training.js';
import { Certificate1763905000001 } from './1763905000001-certificate.js';
import { Publications1763906000000 } from './1763906000000-publications.js';
import { MailingLists1763906000001 } from './1763906000001-mailing-lists.js';
import { Collaboration1763906000002 } from './1763906000002-collaboration.js';
import { Rights1763907000000 } from './1763907000000-rights.js';
import { HotIndexes1763910000000 } from './1763910000000-hot-indexes.js';
import { SearchWeights1763912000000 } from './1763912000000-search-weights.js';
import { ApiKeys1763920100000 } from './1763920100000-api-keys.js';
import { Consent1763920200000 } from './1763920200000-consent.js';
import { OpenId1763920200001 } from './1763920200001-open-id.js';
import { HasFollowed1763920400000 } from './1763920400000-has-followed.js';
import { RegistrationNames1763920600000 } from './1763920600000-registration-names.js';
import { PrivateSessions1763920600001 } from './1763920600001-private-sessions.js';
import { RegistrationEndings1763920600002 } from './1763920600002-registration-endings.js';
import { KeptThemes1763920700000 } from './1763920700000-kept-themes.js';
import { Staff1763920500000 } from './1763920500000-staff.js';
import { MembershipBenefits1763920500001 } from './1763920500001-membership-benefits.js';
import { Corrections1763920500002 } from './1763920500002-corrections.js';
import { UndeliveredMails1763921000000 } from './1763921000000-undelivered-mails.js';
import { ApiKeyRotation1763921000001 } from './1763921000001-api-key-rotation.js';
import { DirectoryNames1763921000002 } from './1763921000002-directory-names.js';
import { EmploymentInvitations1763920800000 } from './1763920800000-employment-invitations.js';
import { AccessionReplaced1763921100000 } from './1763921100000-accession-replaced.js';
import { QuickSearchText1763920900000 } from './1763920900000-quick-search-text.js';
import { PlannedMergers1763921100001 } from './1763921100001-planned-mergers.js';
import { ReferenceRegions1763921100002 } from './1763921100002-reference-regions.js';
import { ContactLeft1763921200000 } from './1763921200000-contact-left.js';
import { DirectoryWordings1763921300000 } from './1763921300000-directory-wordings.js';
import { MergerNotice1763921400000 } from './1763921400000-merger-notice.js';
import { SlipSearch1763921500000 } from './1763921500000-slip-search.js';
import { DirectorySearch1763921500001 } from './1763921500001-directory-search.js';
import { CircleMeetings1763921600000 } from './1763921600000-circle-meetings.js';
import { SessionsOfCancelledEvents1763921600001 } from './1763921600001-sessions-of-cancelled-events.js';
import { AccountRequests1763921700000 } from './1763921700000-account-requests.js';
import { CoordinatorsWhoBelong1763922000000 } from './1763922000000-coordinators-who-belong.js';
import { MailboxRequests1763922200000 } from './1763922200000-mailbox-requests.js';
import { QuickerSlips1763923000000 } from './1763923000000-quicker-slips.js';
import { WordsApart1763923000001 } from './1763923000001-words-apart.js';
import { LastMails1763923300000 } from './1763923300000-last-mails.js';
import { ListMails1763923400000 } from './1763923400000-list-mails.js';
import { StaffNotices1763923500000 } from './1763923500000-staff-notices.js';
import { SearchOfMentorships1763923600000 } from './1763923600000-search-of-mentorships.js';
import { RegistrationsAtTheDoor1763923600001 } from './1763923600001-registrations-at-the-door.js';
import { VisitsUndone1763923700000 } from './1763923700000-visits-undone.js';
import { EventMessages1763923700001 } from './1763923700001-event-messages.js';
import { AttendedEnough1763923800000 } from './1763923800000-attended-enough.js';
import { NamesInStep1763923900000 } from './1763923900000-names-in-step.js';
import { MailToMany1763924000000 } from './1763924000000-mail-to-many.js';
import { EmployersAtEvents1763924200000 } from './1763924200000-employers-at-events.js';
import { PastVisits1763924300000 } from './1763924300000-past-visits.js';
import { PeopleWhoAreKnown1763923100000 } from './1763923100000-people-who-are-known.js';
import { EmploymentChanges1763923200000 } from './1763923200000-employment-changes.js';

/** All migrations of this subgraph, oldest first. */
export const migrations = [
  FirstSlice1763800000000,
  Identity1763800100000,
  Filters1763800200000,
  Orders1763800300000,
  Names1763800400000,
  Search1763800500000,
  Themes1763890000000,
  Membership1763900000000,
  MembershipChargedOn1763900000001,
  Territory1763901000000,
  Circles1763901000001,
  Events1763902000000,
  EventSessions1763902000001,
  EventSeries1763902000002,
  SessionsMove1763902000003,
  CalendarFeeds1763903000000,
  MailAttachments1763903000001,
  Registration1763904000000,
  SignupChecks1763904000001,
  Training1763905000000,
  Certificate1763905000001,
  Publications1763906000000,
  MailingLists1763906000001,
  Collaboration1763906000002,
  Rights1763907000000,
  HotIndexes1763910000000,
  SearchWeights1763912000000,
  ApiKeys1763920100000,
  Consent1763920200000,
  OpenId1763920200001,
  HasFollowed1763920400000,
  RegistrationNames1763920600000,
  PrivateSessions1763920600001,
  RegistrationEndings1763920600002,
  KeptThemes1763920700000,
  Staff1763920500000,
  MembershipBenefits1763920500001,
  Corrections1763920500002,
  UndeliveredMails1763921000000,
  ApiKeyRotation1763921000001,
  DirectoryNames1763921000002,
  EmploymentInvitations1763920800000,
  AccessionReplaced1763921100000,
  QuickSearchText1763920900000,
  PlannedMergers1763921100001,
  ReferenceRegions1763921100002,
  ContactLeft1763921200000,
  DirectoryWordings1763921300000,
  MergerNotice1763921400000,
  SlipSearch1763921500000,
  DirectorySearch1763921500001,
  CircleMeetings1763921600000,
  SessionsOfCancelledEvents1763921600001,
  AccountRequests1763921700000,
  CoordinatorsWhoBelong1763922000000,
  MailboxRequests1763922200000,
  QuickerSlips1763923000000,
  WordsApart1763923000001,
  PeopleWhoAreKnown1763923100000,
  EmploymentChanges1763923200000,
  LastMails1763923300000,
  ListMails1763923400000,
  StaffNotices1763923500000,
  SearchOfMentorships1763923600000,
  RegistrationsAtTheDoor1763923600001,
  VisitsUndone1763923700000,
  EventMessages1763923700001,
  AttendedEnough1763923800000,
  NamesInStep1763923900000,
  MailToMany1763924000000,
  EmployersAtEvents1763924200000,
  PastVisits1763924300000,
];
