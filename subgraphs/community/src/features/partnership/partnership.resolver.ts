import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, Info, Mutation, Query, Resolver } from 'type-graphql';
import { CreatePartnershipInput, DeletePartnershipInput, UpdatePartnershipInput } from './partnership.input.js';
import { CreatePartnershipPayload, DeletePartnershipPayload, UpdatePartnershipPayload } from './partnership.payload.js';
import { partnershipReads } from './partnership.reads.js';
import type { PartnershipService } from './partnership.service.js';
import { PartnershipConnection } from './partnership.type.js';

@Resolver()
export class PartnershipResolver {
  constructor(private readonly service: PartnershipService) {}

  @Query(() => PartnershipConnection, { nullable: true, description: 'Partnerschappen of the association.' })
  partnerships(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(partnershipReads, info);
  }

  @Mutation(() => CreatePartnershipPayload, { description: 'Partnerschap toevoegen, by staff.' })
  @Directive('@authenticated')
  async createPartnership(
    @Arg('input', { description: 'What is new.' }) input: CreatePartnershipInput,
    @Ctx() { viewer }: Context,
  ) {
    return { partnership: await this.service.create(viewer, input) };
  }

  @Mutation(() => UpdatePartnershipPayload, { description: 'Partnerschap wijzigen of beëindigen, by staff.' })
  @Directive('@authenticated')
  async updatePartnership(
    @Arg('input', { description: 'The changes.' }) input: UpdatePartnershipInput,
    @Ctx() { viewer }: Context,
  ) {
    return { partnership: await this.service.update(viewer, input) };
  }

  @Mutation(() => DeletePartnershipPayload, {
    description:
      'Partnerschap verwijderen that was entered wrongly, by staff; what ended is ended with updatePartnership.',
  })
  @Directive('@authenticated')
  async deletePartnership(
    @Arg('input', { description: 'Which one.' }) input: DeletePartnershipInput,
    @Ctx() { viewer }: Context,
  ) {
    return { deletedId: await this.service.delete(viewer, input) };
  }
}
