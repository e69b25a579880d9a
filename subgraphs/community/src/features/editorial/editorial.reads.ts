import { allOf, anyOf, asSql, type Condition, type Row, sql, today, type ViewerRef } from '@lokaal/shared/read';
import { isOfMember } from './is-of-member.js';
import type { EditorialEntity } from './editorial.entity.js';
import { EditorialStatus, KnowledgeAccess } from './editorial.enums.js';

/** Published, and its day has come; all others are for staff. */
export const isShown = (viewer: ViewerRef, { status, publishedOn }: Row<EditorialEntity>): Condition =>
  anyOf(viewer.isStaff, allOf(status.is(EditorialStatus.PUBLISHED), sql`${publishedOn} <= ${today}`));

/** Whether all of it may be read, also what is for members. */
export const mayReadAll = (viewer: ViewerRef, { access }: Row<EditorialEntity>): Condition =>
  anyOf(access.is(KnowledgeAccess.PUBLIC), isOfMember(viewer));

export const computedEditorial = {
  readable: (row: Row<EditorialEntity>, { viewer }: { readonly viewer: ViewerRef }) => asSql(mayReadAll(viewer, row)),
};
