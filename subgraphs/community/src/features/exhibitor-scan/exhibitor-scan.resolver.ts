import type { Context } from '@lokaal/shared/graphql';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { ScanParticipantInput } from './exhibitor-scan.input.js';
import { ScanParticipantPayload } from './exhibitor-scan.payload.js';
import type { ExhibitorScanService } from './exhibitor-scan.service.js';

@Resolver()
export class ExhibitorScanResolver {
  constructor(private readonly scans: Pick<ExhibitorScanService, 'scan'>) {}

  @Mutation(() => ScanParticipantPayload, {
    description:
      'Ticket scannen at the stand of your own company, while the event is on. The same ticket again gives the scan that there is.',
  })
  @Directive('@authenticated')
  async scanParticipant(
    @Arg('input', { description: 'At which stand, and which ticket.' }) input: ScanParticipantInput,
    @Ctx() { viewer }: Context,
  ) {
    return { scan: await this.scans.scan(viewer, input) };
  }
}
