import type { Context } from '@lokaal/shared/graphql';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { MergeMunicipalitiesInput } from './municipality-merger.input.js';
import { MergeMunicipalitiesPayload } from './municipality-merger.payload.js';
import type { MunicipalityMergerService } from './municipality-merger.service.js';

@Resolver()
export class MunicipalityMergerResolver {
  constructor(private readonly mergers: Pick<MunicipalityMergerService, 'merge'>) {}

  @Mutation(() => MergeMunicipalitiesPayload, {
    description:
      'Gemeenten fuseren, by staff. Territory, municipalities and OCMWs as legal persons, who works there, their circle and their accession pass to the successor on that day; what was stays readable. Only where nobody holds a role: what concerns people is planned (planMunicipalityMerger), so that they know before others read their records.',
  })
  @Directive('@authenticated')
  async mergeMunicipalities(
    @Arg('input', { description: 'What merges into what, and when.' }) input: MergeMunicipalitiesInput,
    @Ctx() { viewer }: Context,
  ) {
    return { municipality: await this.mergers.merge(viewer, input) };
  }
}
