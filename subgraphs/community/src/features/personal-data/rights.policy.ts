import { isStaff, type Viewer } from '@lokaal/shared/auth';
import { badInput, notFound } from '@lokaal/shared/errors';
import type { RightsGround } from './rights.enums.js';

/** A request of a person about itself, or of staff about somebody. */
export interface RightsRequest {
  readonly personId: string;
  readonly askedBy: 'SELF' | 'STAFF';
  readonly ground: RightsGround | null;
  /** The member of staff. */
  readonly byId: string | null;
}

interface Asked {
  readonly personId?: string | null;
  readonly ground?: RightsGround | null;
}

/** Throws a DomainError: others than staff find nobody but themselves, and staff say why. */
export function requestOf(viewer: Viewer, { personId, ground }: Asked): RightsRequest {
  const own = viewer.personId!;
  if (!personId || personId === own) return { personId: own, askedBy: 'SELF', ground: null, byId: null };
  if (!isStaff(viewer)) throw notFound('Person', ['personId']);
  if (!ground) throw badInput('Say on which ground you do this for somebody else.', ['ground']);
  return { personId, askedBy: 'STAFF', ground, byId: own };
}
