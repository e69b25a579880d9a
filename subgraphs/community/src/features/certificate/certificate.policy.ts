import { isStaff, type Viewer } from '@lokaal/shared/auth';
import { EventStatus } from '../event/event.enums.js';
import type { EventEntity } from '../event/event.entity.js';

/** Issuing and revoking. */
export const mayCertify = (viewer: Viewer): boolean => isStaff(viewer);

type Certified = Pick<EventEntity, 'status' | 'endsAt' | 'certificateHours'>;

/** Why an event gives no certificates now, as a sentence; undefined when it does. */
export function refusalOfIssuing({ status, endsAt, certificateHours }: Certified, now: Date): string | undefined {
  if (status !== EventStatus.PUBLISHED && status !== EventStatus.ARCHIVED)
    return `An event that is ${status} gives no certificates.`;
  if (now < endsAt) return 'Certificates are issued once the event is over.';
  return certificateHours === null ? 'This event gives no certificates: it has no hours for them.' : undefined;
}

/** Somebody who attended, and what counts for a certificate. */
export interface Attendance {
  /** Of an earlier certificate; whether one of them is valid. */
  readonly earlier: 'NONE' | 'REVOKED' | 'VALID';
  /** As many sessions as the certificate takes. */
  readonly attendedEnough: boolean;
}

export type Outcome = 'ISSUED' | 'EARLIER' | 'TOO_FEW_SESSIONS';

/** Nobody gets two. Who had one that was revoked gets another one only when named: a revocation is not undone in passing. */
export function outcomeFor({ earlier, attendedEnough }: Attendance, isNamed: boolean): Outcome {
  if (earlier === 'VALID' || (earlier === 'REVOKED' && !isNamed)) return 'EARLIER';
  return attendedEnough ? 'ISSUED' : 'TOO_FEW_SESSIONS';
}
