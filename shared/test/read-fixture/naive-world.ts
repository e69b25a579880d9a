import { authorityIds, isStaff, organisationIds, type Viewer } from '../../src/auth/index.js';
import type { Row, Rows } from './rows.js';

/** What the naive evaluation knows: all rows, who asks, and when. */
export interface World {
  readonly rows: Rows;
  readonly viewer: Viewer;
  readonly now: Date;
}

/** A row together with the name of its type. */
export interface Thing {
  readonly type: string;
  readonly row: Row;
}

export const visible: Readonly<Record<string, (row: Row, world: World) => boolean>> = {
  Author: (row, { viewer }) => row.active === true || isStaff(viewer),
  Book: (row, { viewer }) =>
    row.published === true || isStaff(viewer) || organisationIds(viewer).includes(row.ownerId as string),
  Review: (row, world) => seen('Book', world).some(({ id }) => id === row.bookId),
  Loan: (row, { viewer }) =>
    viewer.personId !== undefined && authorityIds(viewer).includes(row.organisationId as string),
};

/** The rows of a type that the viewer may see. */
export const seen = (type: string, world: World): Row[] =>
  world.rows[type.toLowerCase() as keyof Rows].filter((row) => visible[type]!(row, world));
