import { buildSubgraph, type BuiltSubgraph } from '@lokaal/shared/graphql';
import { DataSource } from 'typeorm';
import { apiKeySlice } from './features/api-key/api-key.slice.js';
import { circleAccessionSlice } from './features/circle-accession/circle-accession.slice.js';
import { circleTrajectorySlice } from './features/circle-trajectory/circle-trajectory.slice.js';
import { calendarSlice } from './features/calendar/calendar.slice.js';
import { certificateSlice } from './features/certificate/certificate.slice.js';
import { consentSlice } from './features/consent/consent.slice.js';
import { cohortSlice } from './features/cohort/cohort.slice.js';
import { editorialSlice } from './features/editorial/editorial.slice.js';
import { eventSessionSlice } from './features/event-session/event-session.slice.js';
import { eventMessageSlice } from './features/event-message/event-message.slice.js';
import { eventSeriesSlice } from './features/event-series/event-series.slice.js';
import { eventSlice } from './features/event/event.slice.js';
import { employmentInvitationSlice } from './features/employment-invitation/employment-invitation.slice.js';
import { employmentSlice } from './features/employment/employment.slice.js';
import { identityPersonalData } from './features/identity/identity.personal-data.js';
import { identityEntities } from './features/identity/identity.entities.js';
import type { Identity } from './features/identity/identity.js';
import { IdentityResolver } from './features/identity/identity.resolver.js';
import { knowledgeCircleSlice } from './features/knowledge-circle/knowledge-circle.slice.js';
import { mailOutboxSlice } from './features/mail-outbox/mail-outbox.slice.js';
import { membershipBenefitSlice } from './features/membership-benefit/membership-benefit.slice.js';
import { membershipSlice } from './features/membership/membership.slice.js';
import { mailingListSlice } from './features/mailing-list/mailing-list.slice.js';
import { mediaItemSlice } from './features/media-item/media-item.slice.js';
import { municipalityMergerSlice } from './features/municipality-merger/municipality-merger.slice.js';
import { municipalitySlice } from './features/municipality/municipality.slice.js';
import { NodeLookup } from './features/node/node-lookup.js';
import { NodeResolver } from './features/node/node.resolver.js';
import { newsItemSlice } from './features/news-item/news-item.slice.js';
import { organisationSlice } from './features/organisation/organisation.slice.js';
import { inventoryOf } from './features/personal-data/personal-data.inventory.js';
import { rightsPersonalData } from './features/personal-data/rights-record.js';
import { rightsResolver } from './features/personal-data/rights.js';
import { personEntrySlice } from './features/person-entry/person-entry.slice.js';
import { personSlice } from './features/person/person.slice.js';
import { checkInSlice } from './features/check-in/check-in.slice.js';
import { exhibitorScanSlice } from './features/exhibitor-scan/exhibitor-scan.slice.js';
import { registrationSlice } from './features/registration/registration.slice.js';
import { sessionSignupSlice } from './features/session-signup/session-signup.slice.js';
import { portfolioItemReads } from './references/portfolio-item.reads.js';
import { PortfolioItem } from './references/portfolio-item.type.js';
import { solutionReads } from './references/solution.reads.js';
import { Solution } from './references/solution.type.js';
import { referenceRegionSlice } from './features/reference-region/reference-region.slice.js';
import { publicationSlice } from './features/publication/publication.slice.js';
import { themeSlice } from './features/theme/theme.slice.js';
import { staffDigestSlice } from './features/staff-digest/staff-digest.slice.js';
import { staffSlice } from './features/staff/staff.slice.js';
import { storedFileSlice } from './features/stored-file/stored-file.slice.js';
import { searchSlice } from './features/search/search.slice.js';
import { trainingSlice } from './features/training/training.slice.js';
import { mentorshipSlice } from './features/mentorship/mentorship.slice.js';
import { participantListSlice } from './features/participant-list/participant-list.slice.js';
import { partnershipSlice } from './features/partnership/partnership.slice.js';
import { projectSlice } from './features/project/project.slice.js';
import { thinkTankSlice } from './features/think-tank/think-tank.slice.js';
import { externalIdentitySlice } from './features/open-id/external-identity.slice.js';
import { OpenIdResolver } from './features/open-id/open-id.resolver.js';
import type { Slice, SliceDependencies } from './slice.js';

/** The features that the community is put together from. */
export const slices: readonly Slice[] = [
  municipalitySlice,
  municipalityMergerSlice,
  referenceRegionSlice,
  organisationSlice,
  personSlice,
  personEntrySlice,
  employmentSlice,
  employmentInvitationSlice,
  consentSlice,
  staffSlice,
  staffDigestSlice,
  externalIdentitySlice,
  knowledgeCircleSlice,
  circleAccessionSlice,
  circleTrajectorySlice,
  cohortSlice,
  apiKeySlice,
  themeSlice,
  eventSeriesSlice,
  editorialSlice,
  publicationSlice,
  mediaItemSlice,
  newsItemSlice,
  mailingListSlice,
  mentorshipSlice,
  participantListSlice,
  partnershipSlice,
  projectSlice,
  thinkTankSlice,
  searchSlice,
  eventSlice,
  eventMessageSlice,
  eventSessionSlice,
  calendarSlice,
  mailOutboxSlice,
  membershipSlice,
  membershipBenefitSlice,
  storedFileSlice,
  // before the registrations, by which their rows are found when a person is erased
  exhibitorScanSlice,
  sessionSignupSlice,
  registrationSlice,
  checkInSlice,
  trainingSlice,
  certificateSlice,
];

/** Each once: people are also among those of the identity. */
export const communityEntities = [...new Set([...identityEntities, ...slices.flatMap(({ entities }) => entities)])];

/** Everything that the community holds about people. */
export const personalData = inventoryOf([
  ...slices.flatMap((slice) => slice.personalData ?? []),
  // after what is found by former addresses, which are here
  ...identityPersonalData,
  ...rightsPersonalData,
]);

const models = [...slices.flatMap((slice) => slice.models), portfolioItemReads, solutionReads];

/** The community's schema: its resolvers and read models put together. */
export const communitySchema = (dependencies: SliceDependencies, identity: Identity): BuiltSubgraph =>
  buildSubgraph({
    resolvers: [
      ...slices.flatMap((slice) => slice.resolvers(dependencies)),
      new IdentityResolver(identity),
      new OpenIdResolver(() => identity.openId),
      rightsResolver(dependencies, {
        inventory: personalData,
        before: slices.flatMap((slice) => slice.beforeErasure?.(dependencies) ?? []),
        signIns: () => identity.signIns,
      }),
      new NodeResolver(new NodeLookup(models)),
    ],
    orphanedTypes: [PortfolioItem, Solution],
    models,
    answersNode: true,
  });

/** The schema for composition; the data source is never opened and no service is asked. */
export const communitySdl = (): string =>
  communitySchema({ db: new DataSource({ type: 'postgres' }) } as SliceDependencies, {} as Identity).sdl;
