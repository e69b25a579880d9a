import { isStaff, type Viewer } from '@lokaal/shared/auth';
import type { EditorialEntity } from './editorial.entity.js';
import { EditorialStatus } from './editorial.enums.js';

type State = Pick<EditorialEntity, 'status'>;

/** Writing, publishing and withdrawing is the work of staff. */
export const mayWrite = (viewer: Viewer): boolean => isStaff(viewer);

export const isPublished = ({ status }: State): boolean => status === EditorialStatus.PUBLISHED;
