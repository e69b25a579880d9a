import type { Context } from '@lokaal/shared/graphql';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { CreatePersonInput, UpdatePersonInput } from './person-entry.input.js';
import { CreatePersonPayload, UpdatePersonPayload } from './person-entry.payload.js';
import type { PersonEntryService } from './person-entry.service.js';

@Resolver()
export class PersonEntryResolver {
  constructor(private readonly people: Pick<PersonEntryService, 'create' | 'update'>) {}

  @Mutation(() => CreatePersonPayload, {
    description:
      'Persoon invoeren, by staff. A mail with a link to choose a password, which works for a week, goes to the address; consent is the person’s own to give.',
  })
  @Directive('@authenticated')
  async createPerson(@Arg('input', { description: 'Whom.' }) input: CreatePersonInput, @Ctx() { viewer }: Context) {
    return { person: await this.people.create(viewer, input) };
  }

  @Mutation(() => UpdatePersonPayload, {
    description:
      'Persoon wijzigen, by staff: name, language, and the address of who has no rights at an organisation. Mails tell the person at the old address and at the new one.',
  })
  @Directive('@authenticated')
  async updatePerson(
    @Arg('input', { description: 'Whom, and the changes.' }) input: UpdatePersonInput,
    @Ctx() { viewer }: Context,
  ) {
    return { person: await this.people.update(viewer, input) };
  }
}
