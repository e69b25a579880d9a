import { Changeable, connectionOf, type Connection, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { AssuranceLevel, ControlFunction } from './framework.enums.js';

@ObjectType({
  implements: [Node, Changeable],
  description: 'Beheersmaatregel: one requirement of a framework, scored by itself in a measurement.',
})
@Directive('@key(fields: "id")')
export class Control extends Changeable implements Node {
  id!: string;

  @Field(() => Framework, { description: 'Raamwerk that it belongs to.' }) framework!: Ref<Framework>;
  @Field({ description: 'Code, for example PR.AA-01.1.' }) code!: string;
  @Field(() => ControlFunction, { description: 'Functie.' }) function!: ControlFunction;
  @Field({ description: 'Categorie, for example PR.AA.' }) category!: string;
  @Field({ description: 'Subcategorie, for example PR.AA-01.' }) subcategory!: string;

  @Field(() => AssuranceLevel, { description: 'Eerste niveau at which it applies; it applies at all higher ones too.' })
  firstLevel!: AssuranceLevel;

  @Field(() => [AssuranceLevel], { description: 'Kernmaatregel: levels at which it is a key measure.' })
  keyMeasureLevels!: AssuranceLevel[];

  @Field(() => [AssuranceLevel], { description: 'Managementaspect: levels at which it is linked to management.' })
  managementAspectLevels!: AssuranceLevel[];

  @Field(() => [AssuranceLevel], {
    description: 'Niveaus at which it may not be "not applicable" (niet van toepassing).',
  })
  notApplicableExcludedLevels!: AssuranceLevel[];

  @Field({ description: 'Titel, in English as the framework has it.' }) title!: string;
  @Field(() => Int, { description: 'Volgnummer within the framework.' }) position!: number;
}

const ControlConnection = connectionOf('Control', () => Control);

@ObjectType({
  implements: [Node, Changeable],
  description: 'Raamwerk: a published set of security controls, in one edition; for example CyberFundamentals 2025.',
})
@Directive('@key(fields: "id")')
export class Framework extends Changeable implements Node {
  id!: string;

  @Field({ description: 'Kenmerk, for example CYFUN.' }) ref!: string;
  @Field({ description: 'Editie, for example 2025.' }) edition!: string;
  @Field({ description: 'Naam.' }) name!: string;

  @Field(() => ControlConnection, { description: 'Beheersmaatregelen, in the order of the framework.' })
  controls!: Connection<Control>;
}

export const FrameworkConnection = connectionOf('Framework', () => Framework);
