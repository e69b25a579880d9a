import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { EditorialWrites } from '../editorial/editorial.service.js';
import {
  CreatePublicationInput,
  DeletePublicationInput,
  PublishPublicationInput,
  UpdatePublicationInput,
  WithdrawPublicationInput,
} from './publication.input.js';
import {
  CreatePublicationPayload,
  DeletePublicationPayload,
  PublishPublicationPayload,
  UpdatePublicationPayload,
  WithdrawPublicationPayload,
} from './publication.payload.js';
import { publicationReads } from './publication.reads.js';
import { Publication, PublicationConnection } from './publication.type.js';

@Resolver()
export class PublicationResolver {
  constructor(private readonly service: EditorialWrites) {}

  @Query(() => PublicationConnection, {
    nullable: true,
    description: 'Publicaties: books, guides and notes of the association.',
  })
  publications(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(publicationReads, info);
  }

  @Query(() => Publication, { nullable: true, description: 'Publicatie: one by its id.' })
  publication(
    @Arg('id', () => ID, { description: 'Identificatie of it.' }) id: string,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.one(publicationReads, { id }, info);
  }

  @Mutation(() => CreatePublicationPayload, { description: 'Publicatie schrijven: a draft, by staff.' })
  @Directive('@authenticated')
  async createPublication(
    @Arg('input', { description: 'What is new.' }) input: CreatePublicationInput,
    @Ctx() { viewer }: Context,
  ) {
    return { publication: await this.service.create(viewer, input) };
  }

  @Mutation(() => UpdatePublicationPayload, { description: 'Publicatie wijzigen, by staff.' })
  @Directive('@authenticated')
  async updatePublication(
    @Arg('input', { description: 'The changes.' }) input: UpdatePublicationInput,
    @Ctx() { viewer }: Context,
  ) {
    return { publication: await this.service.update(viewer, input) };
  }

  @Mutation(() => PublishPublicationPayload, {
    description: 'Publicatie publiceren, by staff: from its day of publication on everybody sees it.',
  })
  @Directive('@authenticated')
  async publishPublication(
    @Arg('input', { description: 'Which one.' }) input: PublishPublicationInput,
    @Ctx() { viewer }: Context,
  ) {
    return { publication: await this.service.publish(viewer, input) };
  }

  @Mutation(() => WithdrawPublicationPayload, {
    description: 'Publicatie intrekken, by staff: others no longer see it.',
  })
  @Directive('@authenticated')
  async withdrawPublication(
    @Arg('input', { description: 'Which one, and why.' }) input: WithdrawPublicationInput,
    @Ctx() { viewer }: Context,
  ) {
    return { publication: await this.service.withdraw(viewer, input) };
  }

  @Mutation(() => DeletePublicationPayload, {
    description: 'Ontwerp verwijderen, by staff: only what was never published.',
  })
  @Directive('@authenticated')
  async deletePublication(
    @Arg('input', { description: 'Which draft.' }) input: DeletePublicationInput,
    @Ctx() { viewer }: Context,
  ) {
    return { deletedId: await this.service.delete(viewer, input) };
  }
}
