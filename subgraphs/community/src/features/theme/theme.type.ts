import { Changeable, connectionOf, Node } from '@lokaal/shared/graphql';
import { Directive, Field, ObjectType } from 'type-graphql';

@ObjectType({
  implements: [Node, Changeable],
  description: 'Thema: a subject of local digital government by which knowledge, events and trainings are found.',
})
@Directive('@key(fields: "id")')
export class Theme extends Changeable implements Node {
  id!: string;

  @Field({ description: 'Sleutel of the theme, for example informatieveiligheid; it never changes.' }) slug!: string;
  @Field({ description: 'Naam of the theme, in Dutch.' }) label!: string;
  @Field({ description: 'Omschrijving, in Dutch: what belongs to it.' }) description!: string;

  @Field(() => [String], {
    description: 'CyFun-categorieën that it is about, for example PR.AT; empty for most themes.',
  })
  cyfunCategories!: string[];
}

export const ThemeConnection = connectionOf('Theme', () => Theme);
