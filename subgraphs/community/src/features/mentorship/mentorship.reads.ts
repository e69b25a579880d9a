import {
  allOf,
  anyOf,
  asSql,
  type ColumnRef,
  type Condition,
  exists,
  not,
  type ReadModel,
  readModel,
  type Sql,
  sql,
  type ViewerRef,
} from '@lokaal/shared/read';
import { organisationReads } from '../organisation/organisation.reads.js';
import { themesOfRow } from '../theme/theme.reads.js';
import { MentorshipEntity, MentorshipOfferEntity, MentorshipRequestEntity } from './mentorship.entity.js';
import { MentorshipState } from './mentorship.enums.js';

const isOffersOwner = (viewer: ViewerRef, offerId: ColumnRef): Condition =>
  exists(offerReads, offerId, (offer) => allOf(offer.id.is(offerId), offer.personId.is(viewer.personId)));

const isRequestsOwner = (viewer: ViewerRef, requestId: ColumnRef): Condition =>
  exists(requestReads, requestId, (request) => allOf(request.id.is(requestId), request.personId.is(viewer.personId)));

/** Name and address of a party. Others than staff get the address once both agreed. */
function contactOf(viewer: ViewerRef, personId: ColumnRef, isActive: Condition): Sql {
  const mayWrite = asSql(anyOf(viewer.isStaff, personId.is(viewer.personId), isActive));
  return sql`(select jsonb_build_object('name', party.name, 'email', case when ${mayWrite} then party.email end)
    from person as party where party.id = ${personId})`;
}

const isLive = (state: ColumnRef): Condition => not(state.is(MentorshipState.DECLINED));

export const offerReads: ReadModel<MentorshipOfferEntity> = readModel(MentorshipOfferEntity, {
  visible: (viewer, row) =>
    allOf(
      viewer.isSignedIn,
      anyOf(
        viewer.isStaff,
        row.personId.is(viewer.personId),
        exists(mentorshipReads, row.id, (one) =>
          allOf(one.offerId.is(row.id), isLive(one.state), isRequestsOwner(viewer, one.requestId)),
        ),
      ),
    ),
  one: { organisation: () => organisationReads.by('organisationId') },
  many: { themes: themesOfRow },
  computed: {
    expert: ({ id, personId }, { viewer }) =>
      contactOf(
        viewer,
        personId,
        exists(mentorshipReads, id, (one) =>
          allOf(one.offerId.is(id), one.state.is(MentorshipState.ACTIVE), isRequestsOwner(viewer, one.requestId)),
        ),
      ),
  },
  filter: ['open', 'themeSlugs'],
  order: ['createdAt'],
  latestFirst: true,
});

export const requestReads: ReadModel<MentorshipRequestEntity> = readModel(MentorshipRequestEntity, {
  visible: (viewer, row) =>
    allOf(
      viewer.isSignedIn,
      anyOf(
        viewer.isStaff,
        row.personId.is(viewer.personId),
        exists(mentorshipReads, row.id, (one) =>
          allOf(one.requestId.is(row.id), isLive(one.state), isOffersOwner(viewer, one.offerId)),
        ),
      ),
    ),
  one: { organisation: () => organisationReads.by('organisationId') },
  many: { themes: themesOfRow },
  computed: {
    asker: ({ id, personId }, { viewer }) =>
      contactOf(
        viewer,
        personId,
        exists(mentorshipReads, id, (one) =>
          allOf(one.requestId.is(id), one.state.is(MentorshipState.ACTIVE), isOffersOwner(viewer, one.offerId)),
        ),
      ),
  },
  filter: ['open', 'themeSlugs'],
  order: ['createdAt'],
  latestFirst: true,
});

export const mentorshipReads: ReadModel<MentorshipEntity> = readModel(MentorshipEntity, {
  visible: (viewer, row) =>
    allOf(
      viewer.isSignedIn,
      anyOf(viewer.isStaff, isOffersOwner(viewer, row.offerId), isRequestsOwner(viewer, row.requestId)),
    ),
  one: { offer: () => offerReads.by('offerId'), request: () => requestReads.by('requestId') },
  filter: ['state'],
  order: ['createdAt'],
  latestFirst: true,
  facets: ['state'],
});
