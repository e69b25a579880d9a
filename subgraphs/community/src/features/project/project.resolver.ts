import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, Info, Mutation, Query, Resolver } from 'type-graphql';
import {
  AddProjectPartnerInput,
  ChangeProjectStatusInput,
  CreateProjectInput,
  DeleteProjectInput,
  RemoveProjectPartnerInput,
  UpdateProjectInput,
} from './project.input.js';
import {
  AddProjectPartnerPayload,
  ChangeProjectStatusPayload,
  CreateProjectPayload,
  DeleteProjectPayload,
  RemoveProjectPartnerPayload,
  UpdateProjectPayload,
} from './project.payload.js';
import { projectReads } from './project.reads.js';
import type { ProjectService } from './project.service.js';
import { Project, ProjectConnection } from './project.type.js';

@Resolver()
export class ProjectResolver {
  constructor(private readonly service: ProjectService) {}

  @Query(() => ProjectConnection, { nullable: true, description: 'Collectieve projecten of the association.' })
  projects(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(projectReads, info);
  }

  @Query(() => Project, { nullable: true, description: 'Project: one by its slug.' })
  project(
    @Arg('slug', () => String, { description: 'Sleutel of it.' }) slug: string,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.one(projectReads, { slug }, info);
  }

  @Mutation(() => CreateProjectPayload, { description: 'Project beginnen: planned, by staff.' })
  @Directive('@authenticated')
  async createProject(
    @Arg('input', { description: 'What is new.' }) input: CreateProjectInput,
    @Ctx() { viewer }: Context,
  ) {
    return { project: await this.service.create(viewer, input) };
  }

  @Mutation(() => UpdateProjectPayload, { description: 'Project wijzigen, by staff.' })
  @Directive('@authenticated')
  async updateProject(
    @Arg('input', { description: 'The changes.' }) input: UpdateProjectInput,
    @Ctx() { viewer }: Context,
  ) {
    return { project: await this.service.update(viewer, input) };
  }

  @Mutation(() => ChangeProjectStatusPayload, { description: 'Status van een project wijzigen, by staff.' })
  @Directive('@authenticated')
  async changeProjectStatus(
    @Arg('input', { description: 'Which one, and its status.' }) input: ChangeProjectStatusInput,
    @Ctx() { viewer }: Context,
  ) {
    return { project: await this.service.changeStatus(viewer, input) };
  }

  @Mutation(() => DeleteProjectPayload, {
    description: 'Project verwijderen that was entered wrongly, by staff; not once authorities take part.',
  })
  @Directive('@authenticated')
  async deleteProject(
    @Arg('input', { description: 'Which one.' }) input: DeleteProjectInput,
    @Ctx() { viewer }: Context,
  ) {
    return { deletedId: await this.service.delete(viewer, input) };
  }

  @Mutation(() => AddProjectPartnerPayload, { description: 'Partner toevoegen aan een project, by staff.' })
  @Directive('@authenticated')
  async addProjectPartner(
    @Arg('input', { description: 'Which partner.' }) input: AddProjectPartnerInput,
    @Ctx() { viewer }: Context,
  ) {
    return { project: await this.service.addPartner(viewer, input) };
  }

  @Mutation(() => RemoveProjectPartnerPayload, { description: 'Partner verwijderen, by staff.' })
  @Directive('@authenticated')
  async removeProjectPartner(
    @Arg('input', { description: 'Which partner.' }) input: RemoveProjectPartnerInput,
    @Ctx() { viewer }: Context,
  ) {
    return { project: await this.service.removePartner(viewer, input) };
  }
}
