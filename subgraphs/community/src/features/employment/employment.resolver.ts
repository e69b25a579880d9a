import type { Context } from '@lokaal/shared/graphql';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { EmploymentCorrectionService } from './employment-correction.service.js';
import { ChangeEmploymentRolesInput, EndEmploymentInput, UpdateEmploymentInput } from './employment.input.js';
import { ChangeEmploymentRolesPayload, EndEmploymentPayload, UpdateEmploymentPayload } from './employment.payload.js';
import type { EmploymentService } from './employment.service.js';

@Resolver()
export class EmploymentResolver {
  constructor(
    private readonly employments: EmploymentService,
    private readonly corrections: Pick<EmploymentCorrectionService, 'update'>,
  ) {}

  @Mutation(() => EndEmploymentPayload, {
    description: 'Tewerkstelling beëindigen, by who may take all of its roles away, or by the person.',
  })
  @Directive('@authenticated')
  async endEmployment(
    @Arg('input', { description: 'Which one, and when.' }) input: EndEmploymentInput,
    @Ctx() { viewer }: Context,
  ) {
    return { employment: await this.employments.end(viewer, input) };
  }

  @Mutation(() => UpdateEmploymentPayload, {
    description:
      'Tewerkstelling verbeteren, by staff and by who deals with people at the organisation: another function; another first day by who may give, or take, all of its roles, and into the past by staff alone. Nobody moves the own first day. Colleagues change one employment at most five times an hour (RATE_LIMITED).',
  })
  @Directive('@authenticated')
  async updateEmployment(
    @Arg('input', { description: 'Which one, and the changes.' }) input: UpdateEmploymentInput,
    @Ctx() { viewer }: Context,
  ) {
    return { employment: await this.corrections.update(viewer, input) };
  }

  @Mutation(() => ChangeEmploymentRolesPayload, {
    description:
      'Rollen wijzigen, by who may give those that are added and take those that are removed, as in inviteEmployee; staff may take every role away. Of the own roles one can only give up. The person is told: colleagues change one employment at most five times an hour (RATE_LIMITED).',
  })
  @Directive('@authenticated')
  async changeEmploymentRoles(
    @Arg('input', { description: 'Which one, and its roles.' }) input: ChangeEmploymentRolesInput,
    @Ctx() { viewer }: Context,
  ) {
    return { employment: await this.employments.changeRoles(viewer, input) };
  }
}
