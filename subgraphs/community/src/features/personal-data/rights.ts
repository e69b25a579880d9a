import type { SliceDependencies } from '../../slice.js';
import type { SignInService } from '../identity/sign-in.service.js';
import { ErasureHoldService } from './erasure-hold.js';
import { ErasureService } from './erasure.service.js';
import { ExportService } from './export.service.js';
import type { ErasureDependencies } from './erasure.service.js';
import { RightsResolver } from './rights.resolver.js';

type Rights = Pick<ErasureDependencies, 'inventory' | 'before'> & {
  readonly signIns: () => Pick<SignInService, 'confirm' | 'forgetAttempts'>;
};

/** What people may ask about what is held about them; put together from what every feature says that it holds. */
export function rightsResolver(on: SliceDependencies, { inventory, before, signIns }: Rights): RightsResolver {
  const { db, clock } = on;
  const forgetAttempts: (typeof before)[number] = (tx, personId) => signIns().forgetAttempts(tx, personId);
  return new RightsResolver({
    exports: new ExportService(on, inventory),
    erasures: new ErasureService({
      db,
      clock,
      mailWaits: () => on.mailWaits(),
      inventory,
      before: [...before, forgetAttempts],
      signIns,
    }),
    holds: new ErasureHoldService(on),
  });
}
