import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, Info, Mutation, Query, Resolver } from 'type-graphql';
import { CreateThemeInput, UpdateThemeInput } from './theme.input.js';
import { CreateThemePayload, UpdateThemePayload } from './theme.payload.js';
import { themeReads } from './theme.reads.js';
import type { ThemeService } from './theme.service.js';
import { Theme, ThemeConnection } from './theme.type.js';

@Resolver()
export class ThemeResolver {
  constructor(private readonly service: ThemeService) {}

  @Query(() => ThemeConnection, { nullable: true, description: 'Thema’s of local digital government.' })
  themes(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(themeReads, info);
  }

  @Query(() => Theme, { nullable: true, description: 'Thema: one by its slug.' })
  theme(
    @Arg('slug', () => String, { description: 'Sleutel of the theme, for example informatieveiligheid.' }) slug: string,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.one(themeReads, { slug }, info);
  }

  @Mutation(() => CreateThemePayload, { description: 'Thema toevoegen, by staff.' })
  @Directive('@authenticated')
  async createTheme(
    @Arg('input', { description: 'What is new.' }) input: CreateThemeInput,
    @Ctx() { viewer }: Context,
  ) {
    return { theme: await this.service.create(viewer, input) };
  }

  @Mutation(() => UpdateThemePayload, { description: 'Thema wijzigen, by staff.' })
  @Directive('@authenticated')
  async updateTheme(
    @Arg('input', { description: 'The changes.' }) input: UpdateThemeInput,
    @Ctx() { viewer }: Context,
  ) {
    return { theme: await this.service.update(viewer, input) };
  }
}
