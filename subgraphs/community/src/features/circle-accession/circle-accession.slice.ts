import type { Slice } from '../../slice.js';
import { CircleAccessionEntity } from './circle-accession.entity.js';
import { circleAccessionReads } from './circle-accession.reads.js';
import { CircleAccessionResolver } from './circle-accession.resolver.js';
import { CircleAccessionService } from './circle-accession.service.js';

export const circleAccessionSlice: Slice = {
  entities: [CircleAccessionEntity],
  models: [circleAccessionReads],
  resolvers: (on) => [new CircleAccessionResolver(new CircleAccessionService(on))],
  personalData: [
    {
      table: 'circle_accession',
      of: 'requested_by_id = $1',
      shown: ['circle_id', 'organisation_id', 'state', 'motivation', 'requested_at', 'decline_reason'],
      // that the authority asked stays; the words are the person's
      erasure: { set: 'requested_by_id = null, motivation = null' },
    },
    {
      table: 'circle_accession',
      of: 'decided_by_id = $1',
      shown: ['circle_id', 'organisation_id', 'state', 'decided_at', 'decline_reason'],
      erasure: { set: 'decided_by_id = null' },
    },
  ],
};
