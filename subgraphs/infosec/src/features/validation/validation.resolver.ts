import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, Info, Mutation, Resolver } from 'type-graphql';
import { changeOf } from '../../authority-transaction.js';
import { ValidateMeasurementInput } from './validation.input.js';
import { ValidateMeasurementPayload } from './validation.payload.js';
import type { ValidationService } from './validation.service.js';

@Resolver()
export class ValidationResolver {
  constructor(private readonly service: ValidationService) {}

  @Mutation(() => ValidateMeasurementPayload, {
    description:
      'Maturiteitsmeting valideren: staff record the statement of a conformity assessment body, without reading the measurement.',
  })
  @Directive('@authenticated')
  async validateMeasurement(
    @Arg('input', { description: 'What the statement says.' }) input: ValidateMeasurementInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return { validatedMeasurementId: await this.service.validate(changeOf(context, info), input) };
  }
}
