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

const isLive = (state: ColumnRef): Condition => not(state.is(MentorshipState.DECLINED));

const isActive = (state: ColumnRef): Condition => state.is(MentorshipState.ACTIVE);

/** An offer or a request, and whether a mentorship in such a state ties it to one of the viewer on the other side. */
interface Party {
  readonly id: ColumnRef;
  readonly personId: ColumnRef;
}
type IsTied = (viewer: ViewerRef, party: Party, state: (state: ColumnRef) => Condition) => Condition;

const isOfferTied: IsTied = (viewer, { id }, state) =>
  exists(mentorshipReads, id, (one) =>
    allOf(one.offerId.is(id), state(one.state), isRequestsOwner(viewer, one.requestId)),
  );

const isRequestTied: IsTied = (viewer, { id }, state) =>
  exists(mentorshipReads, id, (one) =>
    allOf(one.requestId.is(id), state(one.state), isOffersOwner(viewer, one.offerId)),
  );

const isVisible = (viewer: ViewerRef, party: Party, isTied: IsTied): Condition =>
  allOf(viewer.isSignedIn, anyOf(viewer.isStaff, party.personId.is(viewer.personId), isTied(viewer, party, isLive)));

/** Name and address of a party. Others than staff get the address once both agreed. */
function contactOf(viewer: ViewerRef, party: Party, isTied: IsTied): Sql {
  const { personId } = party;
  const mayWrite = asSql(anyOf(viewer.isStaff, personId.is(viewer.personId), isTied(viewer, party, isActive)));
  return sql`(select jsonb_build_object('name', party.name, 'email', case when ${mayWrite} then party.email end)
    from person as party where party.id = ${personId})`;
}

export const offerReads: ReadModel<MentorshipOfferEntity> = readModel(MentorshipOfferEntity, {
  visible: (viewer, row) => isVisible(viewer, row, isOfferTied),
  one: { organisation: () => organisationReads.by('organisationId') },
  many: { themes: themesOfRow },
  computed: { expert: (row, { viewer }) => contactOf(viewer, row, isOfferTied) },
  filter: ['open', 'themeSlugs'],
  order: ['createdAt'],
  latestFirst: true,
  search: 'title',
});

export const requestReads: ReadModel<MentorshipRequestEntity> = readModel(MentorshipRequestEntity, {
  visible: (viewer, row) => isVisible(viewer, row, isRequestTied),
  one: { organisation: () => organisationReads.by('organisationId') },
  many: { themes: themesOfRow },
  computed: { asker: (row, { viewer }) => contactOf(viewer, row, isRequestTied) },
  filter: ['open', 'themeSlugs'],
  order: ['createdAt'],
  latestFirst: true,
  search: 'title',
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
  facets: [],
});
