import type { Context } from '@lokaal/shared/graphql';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { ErasureHoldService } from './erasure-hold.js';
import type { ErasureService } from './erasure.service.js';
import type { ExportService } from './export.service.js';
import { ErasePersonInput, ExportMyDataInput, HoldErasureInput } from './rights.input.js';
import { ErasePersonPayload, ExportMyDataPayload, HoldErasurePayload } from './rights.payload.js';

export interface RightsServices {
  readonly exports: Pick<ExportService, 'export'>;
  readonly erasures: Pick<ErasureService, 'erase'>;
  readonly holds: Pick<ErasureHoldService, 'hold'>;
}

@Resolver()
export class RightsResolver {
  constructor(private readonly services: RightsServices) {}

  @Mutation(() => ExportMyDataPayload, {
    description:
      'Mijn gegevens: everything that the community holds about you, as JSON. Staff export for somebody else, on a ground that is written down.',
  })
  @Directive('@authenticated')
  async exportMyData(
    @Arg('input', { description: 'Whose; your own when nobody is named.' }) input: ExportMyDataInput,
    @Ctx() asker: Context,
  ): Promise<ExportMyDataPayload> {
    return { data: await this.services.exports.export(asker, input) };
  }

  @Mutation(() => ErasePersonPayload, {
    description:
      'Persoon wissen, for good: account and personal data go at once, kept places go to the next in line, figures stay without the person, who is told by a last mail unless deceased. Refused with the reason while something must be kept.',
  })
  @Directive('@authenticated')
  async erasePerson(
    @Arg('input', { description: 'Whom; yourself when nobody is named.' }) input: ErasePersonInput,
    @Ctx() { viewer, clientAddress }: Context,
  ): Promise<ErasePersonPayload> {
    return { erasedAt: await this.services.erasures.erase(viewer, input, clientAddress) };
  }

  @Mutation(() => HoldErasurePayload, {
    description:
      'Wissing uitstellen, by staff: what is held about a person stays while a legal ground holds. Sent again it replaces the earlier one.',
  })
  @Directive('@authenticated')
  async holdErasure(
    @Arg('input', { description: 'About whom, why and until when.' }) input: HoldErasureInput,
    @Ctx() { viewer }: Context,
  ): Promise<HoldErasurePayload> {
    return { until: await this.services.holds.hold(viewer, input) };
  }
}
