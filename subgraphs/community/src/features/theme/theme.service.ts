import { isStaff, type Viewer } from '@lokaal/shared/auth';
import { idempotent, inTransaction, lockVersion, refuseDuplicates } from '@lokaal/shared/database';
import { forbidden } from '@lokaal/shared/errors';
import { seededId } from '@lokaal/shared/seeding';
import type { EntityManager } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { ThemeEntity } from './theme.entity.js';
import type { CreateThemeInput, UpdateThemeInput } from './theme.input.js';

const sameSlug = ['There is a theme with this slug; choose another.', 'slug'] as const;
const refuseSecond = refuseDuplicates({
  theme_pkey: sameSlug,
  theme_slug_key: sameSlug,
  theme_label_key: ['There is a theme of this name; choose another.', 'label'],
});

/** The themes, kept by staff. Both methods answer with the theme's id. */
export class ThemeService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock'>) {}

  create(viewer: Viewer, { idempotencyKey: key, ...theme }: CreateThemeInput): Promise<string> {
    refuseOthers(viewer);
    const now = this.on.clock.now();
    const call = { personId: viewer.personId!, key, mutation: 'createTheme', input: theme, now };
    return inTransaction(this.on.db, (tx) => idempotent(tx, call, () => insert(tx, theme))).catch(refuseSecond);
  }

  update(viewer: Viewer, { id, expectedVersion, ...changes }: UpdateThemeInput): Promise<string> {
    refuseOthers(viewer);
    return inTransaction(this.on.db, async (tx) => {
      const theme = await lockVersion(tx, ThemeEntity, id, expectedVersion);
      await tx.save(Object.assign(theme, changes, { keptByStaff: true }));
      return id;
    }).catch(refuseSecond);
  }
}

/** Its id follows from its slug, as that of the themes of the reference data, so that other subgraphs can make it. */
async function insert(tx: EntityManager, theme: Omit<CreateThemeInput, 'idempotencyKey'>): Promise<string> {
  const id = seededId('theme', theme.slug);
  await tx.insert(ThemeEntity, { ...theme, id, keptByStaff: true });
  return id;
}

/** Before anything is looked up. */
function refuseOthers(viewer: Viewer): void {
  if (!isStaff(viewer)) throw forbidden('Only staff of the association may keep themes.');
}
