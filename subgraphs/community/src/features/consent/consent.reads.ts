import { allOf, anyOf, everyone, type ReadModel, readModel, sql } from '@lokaal/shared/read';
import { personReads } from '../person/person.reads.js';
import { ConsentWordingEntity } from './consent-wording.entity.js';
import { ConsentEntity } from './consent.entity.js';

/** Read before somebody has an account. */
export const consentWordingReads: ReadModel<ConsentWordingEntity> = readModel(ConsentWordingEntity, {
  visible: () => everyone,
  computed: {
    current: ({ purpose, language, revision }) => sql`(not exists (select from consent_wording as later
      where later.purpose = ${purpose} and later.language = ${language} and later.revision > ${revision}))`,
  },
  filter: ['purpose', 'language'],
  order: ['from'],
  latestFirst: true,
});

/** Who decided, and staff, who have to show it when they are asked (GDPR art. 7.1). */
export const consentReads: ReadModel<ConsentEntity> = readModel(ConsentEntity, {
  visible: (viewer, row) => allOf(viewer.isSignedIn, anyOf(viewer.isStaff, row.personId.is(viewer.personId))),
  one: {
    person: () => personReads.by('personId'),
    recordedBy: () => personReads.by('recordedById'),
    wording: () => consentWordingReads.by('wordingId'),
  },
  order: ['decidedAt'],
  latestFirst: true,
});
