import { z } from 'zod';
import type { Viewer } from './viewer.js';

const organisation = {
  organisationId: z.string(),
  organisationKind: z.string(),
  predecessorIds: z.array(z.string()),
};

/** A viewer as it travels between services. Loose objects: a property that is added to `Viewer` later must not get lost. */
export const viewerSchema = z.looseObject({
  personId: z.string().optional(),
  staffRoles: z.array(z.string()),
  employments: z.array(z.looseObject({ ...organisation, roles: z.array(z.string()) })),
  circlePeerIds: z.array(z.string()),
  apiKey: z
    .looseObject({
      id: z.string(),
      scopes: z.array(z.string()),
      organisation: z.looseObject(organisation),
      circlePeerIds: z.array(z.string()),
    })
    .optional(),
}) satisfies z.ZodType<Viewer>;
