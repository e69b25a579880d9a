import { type Among, anyOf, sql } from '@lokaal/shared/read';
import { ArgsType, Field } from 'type-graphql';
import { TrackKind } from '../event/event.enums.js';
import type { SessionEntity } from './session.entity.js';
import { isOnTrackOf } from './session.reads.js';

@ArgsType()
export class SessionsArguments {
  @Field(() => TrackKind, { nullable: true, description: 'Soort traject: only sessions of tracks of this kind.' })
  trackKind?: TrackKind | null;
}

/** The sessions that the arguments ask for; null asks for all. */
export const askedSessions: Among<SessionEntity> = (_viewer, { trackId }, { argument }) => {
  const asked = argument('trackKind', 'text');
  return anyOf(sql`${asked} is null`, isOnTrackOf(trackId, asked));
};
