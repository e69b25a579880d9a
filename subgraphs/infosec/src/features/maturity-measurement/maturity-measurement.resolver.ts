import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, Info, Mutation, Query, Resolver } from 'type-graphql';
import { changeOf } from '../../authority-transaction.js';
import {
  CorrectMeasurementInput,
  ScoreControlsInput,
  StartMeasurementInput,
  SubmitMeasurementInput,
} from './maturity-measurement.input.js';
import {
  CorrectMeasurementPayload,
  ScoreControlsPayload,
  StartMeasurementPayload,
  SubmitMeasurementPayload,
} from './maturity-measurement.payload.js';
import { maturityMeasurementReads } from './maturity-measurement.reads.js';
import type { MaturityMeasurementService } from './maturity-measurement.service.js';
import { MaturityMeasurementConnection } from './maturity-measurement.type.js';

@Resolver()
export class MaturityMeasurementResolver {
  constructor(private readonly service: MaturityMeasurementService) {}

  @Query(() => MaturityMeasurementConnection, {
    nullable: true,
    description: 'Maturiteitsmetingen of the viewer’s own authorities and of those that merged into them.',
  })
  @Directive('@authenticated')
  measurements(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(maturityMeasurementReads, info);
  }

  @Mutation(() => StartMeasurementPayload, {
    description: 'Maturiteitsmeting starten, by the authority’s CISO or DPO.',
  })
  @Directive('@authenticated')
  async startMeasurement(
    @Arg('input', { description: 'What is measured.' }) input: StartMeasurementInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return { measurement: await this.service.start(changeOf(context, info), input) };
  }

  @Mutation(() => ScoreControlsPayload, { description: 'Beheersmaatregelen scoren of an open measurement.' })
  @Directive('@authenticated')
  async scoreControls(
    @Arg('input', { description: 'Which measurement, and the scores.' }) input: ScoreControlsInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return { measurement: await this.service.score(changeOf(context, info), input) };
  }

  @Mutation(() => SubmitMeasurementPayload, {
    description: 'Maturiteitsmeting indienen: all controls in scope are scored; both results are computed.',
  })
  @Directive('@authenticated')
  async submitMeasurement(
    @Arg('input', { description: 'Which measurement.' }) input: SubmitMeasurementInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return { measurement: await this.service.submit(changeOf(context, info), input) };
  }

  @Mutation(() => CorrectMeasurementPayload, {
    description:
      'Maturiteitsmeting corrigeren: a new, open one with the same scores, which replaces it once submitted.',
  })
  @Directive('@authenticated')
  async correctMeasurement(
    @Arg('input', { description: 'Which measurement.' }) input: CorrectMeasurementInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return { measurement: await this.service.correct(changeOf(context, info), input) };
  }
}
