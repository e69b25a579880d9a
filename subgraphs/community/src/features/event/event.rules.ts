import { badInput, type DomainError } from '@lokaal/shared/errors';
import type { EventEntity } from './event.entity.js';
import { EventMode, EventSeriesCode } from './event.enums.js';

/** What the rules of one event look at. */
export type Planned = Pick<
  EventEntity,
  | 'series'
  | 'mode'
  | 'startsAt'
  | 'endsAt'
  | 'circleId'
  | 'circleOnly'
  | 'venueName'
  | 'onlineUrl'
  | 'capacityOnSite'
  | 'capacityOnline'
  | 'registrationOpensAt'
  | 'registrationClosesAt'
  | 'certificateHours'
  | 'certificateMinimumSessions'
>;

type Rule = (event: Planned) => [message: string, field: string] | undefined;

const timesInOrder: Rule = ({ startsAt, endsAt }) =>
  endsAt > startsAt ? undefined : ['An event ends after it begins.', 'endsAt'];

const circleOfMeeting: Rule = ({ series, circleId }) => {
  const isMeeting = series === EventSeriesCode.CIRCLE_MEETING;
  if (isMeeting === (circleId !== null)) return undefined;
  return [isMeeting ? 'Say which circle meets.' : 'Only a meeting of a circle has a circle.', 'circleId'];
};

const forCircle: Rule = ({ circleOnly, circleId }) =>
  circleOnly && circleId === null ? ['Only a meeting of a circle is for its people alone.', 'circleOnly'] : undefined;

const nothingOnSite: Rule = ({ mode, venueName, capacityOnSite }) => {
  if (mode !== EventMode.ONLINE) return undefined;
  if (venueName !== null) return ['What is online only has no venue.', 'venue'];
  return capacityOnSite === null ? undefined : ['What is online only has no capacity on site.', 'capacityOnSite'];
};

const nothingOnline: Rule = ({ mode, onlineUrl, capacityOnline }) => {
  if (mode !== EventMode.ON_SITE) return undefined;
  if (onlineUrl !== null) return ['What is on site only has no address online.', 'onlineUrl'];
  return capacityOnline === null ? undefined : ['What is on site only has no capacity online.', 'capacityOnline'];
};

const registrationWindow: Rule = ({ registrationOpensAt: opens, registrationClosesAt: closes, endsAt }) => {
  if (closes !== null && closes > endsAt) return ['Registration closes before the event ends.', 'registrationClosesAt'];
  if (opens === null || opens < (closes ?? endsAt)) return undefined;
  return ['Registration opens before it closes, and before the event ends.', 'registrationOpensAt'];
};

const certificate: Rule = ({ certificateHours, certificateMinimumSessions }) =>
  certificateMinimumSessions === null || certificateHours !== null
    ? undefined
    : ['Say for how many hours the certificate is.', 'certificateHours'];

const rules = [timesInOrder, circleOfMeeting, forCircle, nothingOnSite, nothingOnline, registrationWindow, certificate];

/** Why an event cannot be as it is planned, or undefined when it can. The database refuses the same. */
export function refusalOfPlan(event: Planned): DomainError | undefined {
  for (const rule of rules) {
    const broken = rule(event);
    if (broken) return badInput(broken[0], [broken[1]]);
  }
  return undefined;
}
