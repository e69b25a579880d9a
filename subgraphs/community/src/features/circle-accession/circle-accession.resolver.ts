import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, Info, Mutation, Query, Resolver } from 'type-graphql';
import {
  AcceptCircleAccessionInput,
  DeclineCircleAccessionInput,
  RequestCircleAccessionInput,
  WithdrawCircleAccessionInput,
} from './circle-accession.input.js';
import {
  AcceptCircleAccessionPayload,
  DeclineCircleAccessionPayload,
  RequestCircleAccessionPayload,
  WithdrawCircleAccessionPayload,
} from './circle-accession.payload.js';
import { circleAccessionReads } from './circle-accession.reads.js';
import type { CircleAccessionService } from './circle-accession.service.js';
import { CircleAccessionConnection } from './circle-accession.type.js';

@Resolver()
export class CircleAccessionResolver {
  constructor(
    private readonly accessions: Pick<CircleAccessionService, 'request' | 'accept' | 'decline' | 'withdraw'>,
  ) {}

  @Query(() => CircleAccessionConnection, {
    nullable: true,
    description: 'Toetredingen that the viewer may see: all for staff, those of an own circle for its coordinators.',
  })
  circleAccessions(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(circleAccessionReads, info);
  }

  @Mutation(() => RequestCircleAccessionPayload, {
    description:
      'Toetreding vragen tot een kenniskring, by a contact person of the authority or staff; also to found a proposed one.',
  })
  @Directive('@authenticated')
  async requestCircleAccession(
    @Arg('input', { description: 'Who wants to join what.' }) input: RequestCircleAccessionInput,
    @Ctx() { viewer }: Context,
  ) {
    return { circleAccession: await this.accessions.request(viewer, input) };
  }

  @Mutation(() => AcceptCircleAccessionPayload, {
    description: 'Toetreding aanvaarden after an exploratory talk, by the circle’s coordinators or staff.',
  })
  @Directive('@authenticated')
  async acceptCircleAccession(
    @Arg('input', { description: 'Which one, and from when.' }) input: AcceptCircleAccessionInput,
    @Ctx() { viewer }: Context,
  ) {
    return { circleAccession: await this.accessions.accept(viewer, input) };
  }

  @Mutation(() => DeclineCircleAccessionPayload, {
    description: 'Toetreding weigeren, by the circle’s coordinators or staff, with a reason.',
  })
  @Directive('@authenticated')
  async declineCircleAccession(
    @Arg('input', { description: 'Which one, and why.' }) input: DeclineCircleAccessionInput,
    @Ctx() { viewer }: Context,
  ) {
    return { circleAccession: await this.accessions.decline(viewer, input) };
  }

  @Mutation(() => WithdrawCircleAccessionPayload, {
    description: 'Vraag om toetreding intrekken, by a contact person of the authority or staff.',
  })
  @Directive('@authenticated')
  async withdrawCircleAccession(
    @Arg('input', { description: 'Which one.' }) input: WithdrawCircleAccessionInput,
    @Ctx() { viewer }: Context,
  ) {
    return { circleAccession: await this.accessions.withdraw(viewer, input) };
  }
}
