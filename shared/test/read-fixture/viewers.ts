import fc from 'fast-check';
import { anonymous, type Viewer } from '../../src/auth/index.js';
import { organisationIds } from './rows.js';

const employment = fc.record({
  organisationId: fc.constantFrom(...organisationIds),
  organisationKind: fc.constantFrom('MUNICIPALITY', 'COMPANY'),
  roles: fc.subarray(['DPO', 'READER']),
  predecessorIds: fc.subarray(organisationIds),
});

const person = fc.record({
  personId: fc.constant('person_1'),
  staffRoles: fc.constantFrom([], [], ['STAFF']),
  employments: fc.array(employment, { maxLength: 2 }),
  circlePeerIds: fc.constant([]),
});

export const anyViewer: fc.Arbitrary<Viewer> = fc.oneof(fc.constant(anonymous), person);

export const staff: Viewer = { personId: 'person_9', staffRoles: ['STAFF'], employments: [], circlePeerIds: [] };
