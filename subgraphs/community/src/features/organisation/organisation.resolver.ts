import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { givenKeys, OrganisationKey } from './organisation.input.js';
import { organisationReads } from './organisation.reads.js';
import { Organisation, OrganisationConnection } from './organisation.type.js';

@Resolver()
export class OrganisationResolver {
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
}
