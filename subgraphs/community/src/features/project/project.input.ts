import {
  CalendarDate,
  ExpectedVersion,
  IdempotencyKey,
  IfSent,
  IfValue,
  IsId,
  IsLine,
  IsProse,
  IsSlug,
} from '@lokaal/shared/graphql';
import { IsEnum } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { AddressField } from '../editorial/editorial-fields.js';
import { AreThemes } from '../theme/known-themes.js';
import { ProjectStatus } from './project.enums.js';

/** What a project may have, and may be without. */
@InputType()
abstract class ProjectDetailsInput {
  @Field(() => String, { nullable: true, description: 'Omschrijving, in Dutch, at most 10,000 characters.' })
  @IfValue()
  @IsProse(1, 10_000)
  description?: string | null;

  @AddressField('Website')
  website?: string | null;
}

@InputType({ description: 'Nieuw project: planned.' })
export class CreateProjectInput extends ProjectDetailsInput {
  @Field({ description: 'Sleutel in a URL: small letters, digits and hyphens, 2 to 60 characters.' })
  @IsSlug(2, 60)
  slug!: string;

  @Field({ description: 'Naam, 2 to 120 characters.' })
  @IsLine(2, 120)
  name!: string;

  @Field({ description: 'Samenvatting, in Dutch, 10 to 500 characters.' })
  @IsProse(10, 500)
  summary!: string;

  @Field(() => [String], { defaultValue: [], description: 'Thema’s: slugs, at most 10.' })
  @AreThemes()
  themes!: string[];

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Wijziging van een project: what is not sent stays as it is; null clears.' })
export class UpdateProjectInput extends ProjectDetailsInput {
  @Field(() => ID, { description: 'Project that changes.' })
  @IsId('project')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Naam, 2 to 120 characters; cannot be cleared.' })
  @IfSent()
  @IsLine(2, 120)
  name?: string;

  @Field(() => String, { nullable: true, description: 'Samenvatting, 10 to 500 characters; cannot be cleared.' })
  @IfSent()
  @IsProse(10, 500)
  summary?: string;

  @Field(() => [String], { nullable: true, description: 'Thema’s: slugs, instead of those of before.' })
  @IfSent()
  @AreThemes()
  themes?: string[];

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Gestart op, as it was; a project that runs has such a day.',
  })
  startedOn?: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Beëindigd op, as it was; only a project that is over has it.',
  })
  endedOn?: string | null;
}

@InputType({ description: 'Nieuwe status van een project.' })
export class ChangeProjectStatusInput {
  @Field(() => ID, { description: 'Project that changes.' })
  @IsId('project')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => ProjectStatus, {
    description:
      'Status: PLANNED becomes RUNNING or STOPPED, RUNNING becomes DONE or STOPPED; a step that was wrong is taken back.',
  })
  @IsEnum(ProjectStatus)
  status!: ProjectStatus;
}

@InputType({ description: 'Verwijdering van een project that was entered wrongly.' })
export class DeleteProjectInput {
  @Field(() => ID, { description: 'Project that goes, with its partners.' })
  @IsId('project')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}

@InputType({ description: 'Toetreding van een lokaal bestuur tot een project.' })
export class JoinProjectInput {
  @Field(() => ID, { description: 'Project.' })
  @IsId('project')
  projectId!: string;

  @Field(() => ID, { description: 'Lokaal bestuur that takes part from today on.' })
  @IsId('organisation')
  organisationId!: string;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Einde van een deelname, today.' })
export class LeaveProjectInput {
  @Field(() => ID, { description: 'Deelname that ends.' })
  @IsId('participation')
  id!: string;
}

@InputType({ description: 'Nieuwe partner van een project.' })
export class AddProjectPartnerInput {
  @Field(() => ID, { description: 'Project.' })
  @IsId('project')
  projectId!: string;

  @Field({ description: 'Naam of the partner, 2 to 200 characters.' })
  @IsLine(2, 200)
  name!: string;

  @Field({ description: 'Rol: what the partner does, 2 to 120 characters.' })
  @IsLine(2, 120)
  role!: string;

  @Field(() => ID, { nullable: true, description: 'Organisatie, when the partner is in this graph.' })
  @IfValue()
  @IsId('organisation')
  organisationId?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Partner die een project verlaat.' })
export class RemoveProjectPartnerInput {
  @Field(() => ID, { description: 'Partner.' })
  @IsId('projectpartner')
  id!: string;
}
