import { authorityIds, employerIds, isStaff, organisationIds, type Viewer } from '../auth/index.js';
import { type Condition, known } from './condition.js';
import { param, type Sql } from './sql.js';

/** Who asks, as a parameter; null for the anonymous. */
export const viewerId: Sql = param('text', (run) => run.viewer.personId ?? null);

/** What of a viewer shapes a statement: each shape has its own text, so that an anonymous reader's holds no dead branch. */
export const viewerShapes = ['anonymous', 'system', 'person', 'employee', 'staff'] as const;
export type ViewerShape = (typeof viewerShapes)[number];

export function shapeOf(viewer: Viewer): ViewerShape {
  if (viewer.personId === undefined) return viewer.employments.length > 0 ? 'system' : 'anonymous';
  if (isStaff(viewer)) return 'staff';
  return viewer.employments.length > 0 ? 'employee' : 'person';
}

/** A list of ids that belongs to the viewer; empty for certain when the shape of the viewer says so. */
export class ViewerIds {
  constructor(
    readonly certainlyEmpty: boolean,
    readonly list: Sql,
  ) {}
}

/** The viewer as a read model sees it while a statement is compiled: facts become constants, ids become parameters. */
export class ViewerRef {
  readonly personId = viewerId;
  private readonly lists = new Map<string, ViewerIds>();

  constructor(readonly shape: ViewerShape) {}

  /** Holds for people. A system that acts for its organisation is nobody to whom other people agreed to be shown. */
  get isSignedIn(): Condition {
    return known(this.shape !== 'anonymous' && this.shape !== 'system');
  }

  get isStaff(): Condition {
    return known(this.shape === 'staff');
  }

  /** Holds for staff, and for people who work for an organisation today, in whatever role or none: more than an account. */
  get isAtWork(): Condition {
    return known(this.shape === 'staff' || this.shape === 'employee');
  }

  /** Holds when the viewer has a role at a local authority today. */
  get isOfLocalAuthority(): Condition {
    if (this.hasNoEmployment) return 'never';
    return param('boolean', (run) => authorityIds(run.viewer).length > 0);
  }

  /** Holds when the viewer works for companies today, and for nobody else: a vendor, who sees less of people than members do. */
  get isOfCompaniesOnly(): Condition {
    if (this.hasNoEmployment) return 'never';
    return param('boolean', (run) => run.viewer.employments.every((one) => one.organisationKind === 'COMPANY'));
  }

  /** Organisations that the viewer works for, in whatever role or none, and their predecessors: as `employerIds`. */
  employers(): ViewerIds {
    return this.ids('employers', employerIds);
  }

  /** Organisations where the viewer has one of the roles, any role when none is named, and their predecessors. */
  organisations(...roles: string[]): ViewerIds {
    return this.ids(`organisations ${roles.join()}`, (viewer) => organisationIds(viewer, ...roles));
  }

  /** As `organisations`, restricted to local authorities. */
  authorities(...roles: string[]): ViewerIds {
    return this.ids(`authorities ${roles.join()}`, (viewer) => authorityIds(viewer, ...roles));
  }

  /** Organisations in the same knowledge circles as the viewer's own. */
  get circlePeers(): ViewerIds {
    return this.ids('circle peers', (viewer) => [...viewer.circlePeerIds]);
  }

  /** One parameter a list, however often the statement needs it. */
  private ids(name: string, of: (viewer: Viewer) => string[]): ViewerIds {
    const ids =
      this.lists.get(name) ??
      new ViewerIds(
        this.hasNoEmployment,
        param('text[]', (run) => of(run.viewer)),
      );
    this.lists.set(name, ids);
    return ids;
  }

  private get hasNoEmployment(): boolean {
    return this.shape === 'anonymous' || this.shape === 'person';
  }
}
