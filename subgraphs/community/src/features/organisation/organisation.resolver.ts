import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Directive, Info, Mutation, Query, Resolver } from 'type-graphql';
import {
  CreateOrganisationInput,
  DissolveOrganisationInput,
  UpdateOrganisationInput,
} from './organisation-changes.input.js';
import { givenKeys, OrganisationKey } from './organisation.input.js';
import {
  CreateOrganisationPayload,
  DissolveOrganisationPayload,
  UpdateOrganisationPayload,
} from './organisation.payload.js';
import { organisationReads } from './organisation.reads.js';
import type { OrganisationService } from './organisation.service.js';
import { Organisation, OrganisationConnection } from './organisation.type.js';

@Resolver()
export class OrganisationResolver {
  constructor(private readonly register: Pick<OrganisationService, 'create' | 'update' | 'dissolve'>) {}

  @Query(() => OrganisationConnection, {
    nullable: true,
    description: 'Organisaties: local authorities, agencies, companies and others, those that merged too.',
  })
  organisations(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(organisationReads, info);
  }

  @Query(() => Organisation, {
    nullable: true,
    description: 'Organisatie: one by its id or by its enterprise number.',
  })
  organisation(@Args() key: OrganisationKey, @Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.one(organisationReads, givenKeys(key), info);
  }

  @Mutation(() => CreateOrganisationPayload, { description: 'Organisatie toevoegen, by staff.' })
  @Directive('@authenticated')
  async createOrganisation(
    @Arg('input', { description: 'What is known of it.' }) input: CreateOrganisationInput,
    @Ctx() { viewer }: Context,
  ) {
    return { organisation: await this.register.create(viewer, input) };
  }

  @Mutation(() => UpdateOrganisationPayload, { description: 'Organisatie wijzigen while it is ACTIVE, by staff.' })
  @Directive('@authenticated')
  async updateOrganisation(
    @Arg('input', { description: 'The changes.' }) input: UpdateOrganisationInput,
    @Ctx() { viewer }: Context,
  ) {
    return { organisation: await this.register.update(viewer, input) };
  }

  @Mutation(() => DissolveOrganisationPayload, {
    description:
      'Organisatie ontbinden, by staff: employments, circle and memberships end with it. A municipality merges instead.',
  })
  @Directive('@authenticated')
  async dissolveOrganisation(
    @Arg('input', { description: 'Which one, and when.' }) input: DissolveOrganisationInput,
    @Ctx() { viewer }: Context,
  ) {
    return { organisation: await this.register.dissolve(viewer, input) };
  }
}
