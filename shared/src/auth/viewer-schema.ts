import { z } from 'zod';
import type { Viewer } from './viewer.js';

/** A viewer as it travels between services. Loose objects: a property that is added to `Viewer` later must not get lost. */
export const viewerSchema = z.looseObject({
  personId: z.string().optional(),
  staffRoles: z.array(z.string()),
  employments: z.array(
    z.looseObject({
      organisationId: z.string(),
      organisationKind: z.string(),
      roles: z.array(z.string()),
      predecessorIds: z.array(z.string()),
    }),
  ),
  circlePeerIds: z.array(z.string()),
}) satisfies z.ZodType<Viewer>;
