import { CalendarDate, Changeable, connectionOf, type Connection, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Organisation } from '../organisation/organisation.type.js';
import { type Theme, ThemeConnection } from '../theme/theme.type.js';
import { ProjectStatus } from './project.enums.js';

@ObjectType({
  implements: [Node, Changeable],
  description: 'Collectief project: something that authorities do together, for example LB365.',
})
@Directive('@key(fields: "id")')
export class Project extends Changeable implements Node {
  id!: string;

  @Field({ description: 'Sleutel of the project in a URL.' }) slug!: string;
  @Field({ description: 'Naam.' }) name!: string;
  @Field({ description: 'Samenvatting, in Dutch.' }) summary!: string;
  @Field(() => String, { nullable: true, description: 'Omschrijving, in Dutch.' }) description?: string;
  @Field(() => String, { nullable: true, description: 'Website, starting with https.' }) website?: string;
  @Field(() => ProjectStatus, { description: 'Status.' }) status!: ProjectStatus;
  @Field(() => CalendarDate, { nullable: true, description: 'Gestart op; null while it is planned.' })
  startedOn?: string;
  @Field(() => CalendarDate, { nullable: true, description: 'Beëindigd op; null while there is no end.' })
  endedOn?: string;

  @Field(() => Int, { description: 'Aantal deelnemers today.' }) participantCount!: number;

  @Field(() => ProjectParticipationConnection, { description: 'Deelnames: who takes or took part, and when.' })
  participations!: Connection<ProjectParticipation>;

  @Field(() => ProjectPartnerConnection, { description: 'Partners: who helps.' }) partners!: Connection<ProjectPartner>;
  @Field(() => ThemeConnection, { description: 'Thema’s that it is about.' }) themes!: Connection<Theme>;
}

@ObjectType({ implements: [Node, Changeable], description: 'Deelname of an authority in a collective project.' })
@Directive('@key(fields: "id")')
export class ProjectParticipation extends Changeable implements Node {
  id!: string;

  @Field(() => Project, { description: 'Project that it is about.' }) project!: Ref<Project>;
  @Field(() => Organisation, { description: 'Organisatie that takes or took part.' }) organisation!: Ref<Organisation>;
  @Field(() => CalendarDate, { description: 'Vanaf: first day.' }) from!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Tot: first day on which it no longer took part; null while there is no end.',
  })
  to?: string;

  @Field({ description: 'Actief: whether it takes part today.' }) active!: boolean;
}

@ObjectType({ implements: [Node, Changeable], description: 'Projectpartner: who helps with a collective project.' })
@Directive('@key(fields: "id")')
export class ProjectPartner extends Changeable implements Node {
  id!: string;

  @Field(() => Project, { description: 'Project that it is about.' }) project!: Ref<Project>;
  @Field({ description: 'Naam of the partner.' }) name!: string;
  @Field({ description: 'Rol: what the partner does.' }) role!: string;

  @Field(() => Organisation, {
    nullable: true,
    description: 'Organisatie; null when the partner is not in this graph.',
  })
  organisation?: Ref<Organisation>;
}

export const ProjectConnection = connectionOf('Project', () => Project);
const ProjectParticipationConnection = connectionOf('ProjectParticipation', () => ProjectParticipation);
const ProjectPartnerConnection = connectionOf('ProjectPartner', () => ProjectPartner);
