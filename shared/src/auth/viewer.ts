import { type ApiKeyScopeName, apiKeyScopes } from './api-key.js';

/** Kinds of organisation that are local authorities. Kept as text so that the gateway needs no subgraph to read a viewer. */
const localAuthorityKinds = [
  'MUNICIPALITY',
  'OCMW',
  'AGB',
  'POLICE_ZONE',
  'RESCUE_ZONE',
  'INTERMUNICIPAL',
  'PROVINCE',
] as const;

/** What a person does for one organisation, today. Only active employments are part of a viewer. */
export interface ViewerEmployment {
  readonly organisationId: string;
  /** Kind of the organisation, for example MUNICIPALITY or COMPANY. */
  readonly organisationKind: string;
  /**
   * Roles at this organisation: MEMBER_CONTACT, ICT_MANAGER, DPO, CISO, PORTFOLIO_EDITOR, VENDOR_EDITOR, READER. Without any,
   * the person works there and has no rights to what is the organisation's own.
   */
  readonly roles: readonly string[];
  /** Organisations that merged into this one, also indirectly: the successor reads and keeps their records. */
  readonly predecessorIds: readonly string[];
}

/** A system of an organisation, known by its key. It acts for the organisation, never as a person. */
export interface ViewerApiKey {
  /** TypeID of the key. */
  readonly id: string;
  /** What it may do today. */
  readonly scopes: readonly string[];
  readonly organisation: Omit<ViewerEmployment, 'roles'>;
  /** Organisations in the same knowledge circles as its own. */
  readonly circlePeerIds: readonly string[];
}

/**
 * Who asks: a person with active employments and staff roles, a system with a key, or nobody (anonymous is a real viewer).
 * In one process it is passed as an object, between services as a signed token.
 */
export interface Viewer {
  /** TypeID of the person; undefined for a system and for an anonymous viewer. */
  readonly personId?: string;
  /** Roles within the association, for example STAFF. Empty for everybody else. */
  readonly staffRoles: readonly string[];
  readonly employments: readonly ViewerEmployment[];
  /** Organisations in the same knowledge circles as the viewer's own ones. */
  readonly circlePeerIds: readonly string[];
  /** The key of a system. It has no employments of itself: `viewerIn` gives it those that its scopes open, and nowhere else. */
  readonly apiKey?: ViewerApiKey;
}

export const anonymous: Viewer = { staffRoles: [], employments: [], circlePeerIds: [] };

export const isAnonymous = ({ personId, apiKey }: Viewer): boolean => personId === undefined && apiKey === undefined;

/** TypeID of who acts, for records of it: a person, or the key of a system. */
export const actorOf = ({ personId, apiKey }: Viewer): string | undefined => personId ?? apiKey?.id;

export const isStaff = (viewer: Viewer): boolean => viewer.staffRoles.includes('STAFF');

/**
 * Organisations that the viewer works for, in whatever role or none, and their predecessors. Only for what follows from
 * working somewhere, such as a membership of the employer: work alone opens nothing of the organisation's own.
 */
export const employerIds = ({ employments }: Pick<Viewer, 'employments'>): string[] => [
  ...new Set(employments.flatMap((one) => [one.organisationId, ...one.predecessorIds])),
];

/** Organisations where the viewer has one of the roles, any role when none is named, and their predecessors. */
export const organisationIds = ({ employments }: Pick<Viewer, 'employments'>, ...roles: string[]): string[] =>
  employerIds({
    employments: employments.filter((one) =>
      roles.length === 0 ? one.roles.length > 0 : roles.some((role) => one.roles.includes(role)),
    ),
  });

/** Whether organisations of this kind are local authorities. */
export const isLocalAuthority = (kind: string): boolean => (localAuthorityKinds as readonly string[]).includes(kind);

/** As `organisationIds`, restricted to local authorities (gemeente, OCMW, ...). */
export const authorityIds = (viewer: Viewer, ...roles: string[]): string[] =>
  organisationIds(
    { ...viewer, employments: viewer.employments.filter((one) => isLocalAuthority(one.organisationKind)) },
    ...roles,
  );

/** Whether a key of an organisation of this kind may have the scope: only a company keeps entries, only an authority has a portfolio. */
export const fitsScope = (kind: string, scope: ApiKeyScopeName): boolean =>
  apiKeyScopes[scope].of === 'COMPANY' ? kind === 'COMPANY' : isLocalAuthority(kind);

/** The viewer as a subgraph knows it: a key works for its organisation, in the roles that its scopes open in this subgraph. */
export function viewerIn(subgraph: string, viewer: Viewer): Viewer {
  const { apiKey } = viewer;
  if (!apiKey) return viewer;
  const roles = apiKey.scopes.flatMap((scope) =>
    roleBy(scope, { subgraph, kind: apiKey.organisation.organisationKind }),
  );
  if (roles.length === 0) return { ...anonymous, apiKey };
  const { organisation, circlePeerIds } = apiKey;
  return { ...anonymous, apiKey, circlePeerIds, employments: [{ ...organisation, roles }] };
}

function roleBy(scope: string, { subgraph, kind }: { subgraph: string; kind: string }): string[] {
  if (!Object.hasOwn(apiKeyScopes, scope)) return [];
  const known = scope as ApiKeyScopeName;
  const opened = apiKeyScopes[known];
  return opened.subgraph === subgraph && fitsScope(kind, known) ? [opened.role] : [];
}
