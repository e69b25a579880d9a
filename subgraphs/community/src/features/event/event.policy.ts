import { isStaff, type Viewer } from '@lokaal/shared/auth';
import type { EventEntity } from './event.entity.js';
import { EventStatus } from './event.enums.js';

type State = Pick<EventEntity, 'status' | 'startsAt' | 'endsAt'>;

/** Staff keep every event; the coordinators of a circle keep its meetings. */
export const mayKeep = (viewer: Viewer, isCoordinator: boolean): boolean => isStaff(viewer) || isCoordinator;

export const isPublic = ({ status }: Pick<State, 'status'>): boolean => status !== EventStatus.DRAFT;

/** What was cancelled or archived stays as it was. */
export const isOpen = ({ status }: Pick<State, 'status'>): boolean =>
  status === EventStatus.DRAFT || status === EventStatus.PUBLISHED;

/** Why an event cannot be published, as a sentence; undefined when it can. */
export function refusalOfPublishing({ status, startsAt }: State, now: Date): string | undefined {
  if (status !== EventStatus.DRAFT) return `An event that is ${status} cannot be published.`;
  return startsAt > now ? undefined : 'An event is published before it begins: move it first.';
}

export function refusalOfCancelling({ status, endsAt }: State, now: Date): string | undefined {
  if (status !== EventStatus.PUBLISHED)
    return `An event that is ${status} cannot be cancelled${status === EventStatus.DRAFT ? ': delete it.' : '.'}`;
  return endsAt > now ? undefined : 'An event that is over cannot be cancelled.';
}

export function refusalOfArchiving({ status, endsAt }: State, now: Date): string | undefined {
  if (status !== EventStatus.PUBLISHED) return `An event that is ${status} cannot be archived.`;
  return endsAt > now ? 'An event is archived once it is over.' : undefined;
}
