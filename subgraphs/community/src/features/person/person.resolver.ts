import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Directive, Info, Mutation, Query, Resolver } from 'type-graphql';
import { askedEmployments, askedPeople, DirectoryArguments, DirectoryEntryArguments } from './directory.args.js';
import { directoryReads } from './employment.reads.js';
import { UpdateMyProfileInput } from './person.input.js';
import { UpdateMyProfilePayload } from './person.payload.js';
import { personReads } from './person.reads.js';
import type { PersonService } from './person.service.js';
import { EmploymentConnection, Person, PersonConnection } from './person.type.js';

@Resolver()
export class PersonResolver {
  constructor(private readonly persons: Pick<PersonService, 'updateMyProfile'>) {}

  @Query(() => Person, { nullable: true, description: 'Ik: who is signed in; null when nobody is.' })
  me(@Ctx() { reader, viewer }: Context, @Info() info: GraphQLResolveInfo) {
    return viewer.personId === undefined ? null : reader.one(personReads, { id: viewer.personId }, info);
  }

  @Query(() => PersonConnection, {
    nullable: true,
    description:
      'Ledengids: people who agreed to be in it, and your colleagues unless you only read. For who works for an organisation today, effective members and staff; with an account alone you find only yourself.',
  })
  people(@Args() _asked: DirectoryArguments, @Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(personReads, info, askedPeople);
  }

  @Query(() => EmploymentConnection, {
    nullable: true,
    description:
      'Ledengids naar werk: who does what for which organisation today, of the same people as in `people`, by name, with counts per role, organisation and its kind, region, province and kenniskring.',
  })
  directory(@Args() _asked: DirectoryEntryArguments, @Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(directoryReads, info, askedEmployments);
  }

  @Mutation(() => UpdateMyProfilePayload, {
    description: 'Mijn profiel wijzigen: your own name, language and consent.',
  })
  @Directive('@authenticated')
  async updateMyProfile(
    @Arg('input', { description: 'The changes.' }) input: UpdateMyProfileInput,
    @Ctx() { viewer }: Context,
  ) {
    return { person: await this.persons.updateMyProfile(viewer, input) };
  }
}
