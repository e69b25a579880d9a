import type { Ref } from '@lokaal/shared/graphql';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { ControlFunction } from '../framework/framework.enums.js';
import { CalculationMethod, ExclusionReason, FailureKind } from './maturity-measurement.enums.js';

@ObjectType({ description: 'Cijfer: a figure of a calculation, never rounded.' })
export class Figure {
  @Field({ description: 'Exact, as a fraction in lowest terms such as 7/2 or 3: what may be compared.' })
  exact!: string;
  @Field(() => Float, { description: 'Waarde: the nearest double, for display.' }) value!: number;
}

@ObjectType({
  description: 'Maturiteit of something in both dimensions and their mean; null where a score is missing.',
})
abstract class Maturity {
  @Field(() => Figure, { nullable: true, description: 'Documentatiematuriteit.' }) documentation?: Ref<Figure>;
  @Field(() => Figure, { nullable: true, description: 'Implementatiematuriteit.' }) implementation?: Ref<Figure>;
  @Field(() => Figure, { nullable: true, description: 'Maturiteit: mean of the two dimensions.' })
  maturity?: Ref<Figure>;
}

@ObjectType({ description: 'Maturiteit van een categorie: mean over its subcategories.' })
export class CategoryMaturity extends Maturity {
  @Field({ description: 'Categorie, for example PR.AA.' }) id!: string;
  @Field(() => ControlFunction, { description: 'Functie of the category.' }) function!: ControlFunction;
}

@ObjectType({ description: 'Maturiteit van een subcategorie: mean over its controls in scope.' })
export class SubcategoryMaturity extends Maturity {
  @Field({ description: 'Subcategorie, for example PR.AA-01.' }) id!: string;
  @Field({ description: 'Categorie that it counts in.' }) category!: string;
}

@ObjectType({ description: 'Maturiteit van een functie: mean over its categories. Informative: no threshold uses it.' })
export class FunctionMaturity {
  @Field(() => ControlFunction, { description: 'Functie.' }) id!: ControlFunction;
  @Field(() => Figure, { nullable: true, description: 'Maturiteit.' }) maturity?: Ref<Figure>;
}

@ObjectType({ description: 'Maturiteit van een kernmaatregel: mean of its own two scores.' })
export class KeyMeasureMaturity {
  @Field({ description: 'Code of the control, for example PR.AA-01.1.' }) controlId!: string;
  @Field(() => Figure, { nullable: true, description: 'Maturiteit.' }) maturity?: Ref<Figure>;
}

@ObjectType({ description: 'Tekort: one reason why a measurement does not meet its level.' })
export class MaturityFailure {
  @Field(() => FailureKind, { description: 'Soort tekort.' }) kind!: FailureKind;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the control or category; null when it is about the whole.',
  })
  subject?: string;

  @Field(() => Figure, { nullable: true, description: 'Behaald; for limits the number of controls.' })
  value?: Ref<Figure>;

  @Field(() => Figure, { nullable: true, description: 'Drempel; for limits the number of controls at most.' })
  threshold?: Ref<Figure>;

  @Field(() => ExclusionReason, { nullable: true, description: 'Reden, where "not applicable" is not allowed.' })
  because?: ExclusionReason;
}

@ObjectType({
  description: 'Resultaat van een maturiteitsmeting by one method, computed in exact fractions at submission.',
})
export class MaturityResult {
  @Field(() => CalculationMethod, { description: 'Berekeningswijze.' }) method!: CalculationMethod;
  @Field({ description: 'Versie van de regels that were used.' }) rulesVersion!: string;
  @Field(() => Figure, { nullable: true, description: 'Totale maturiteit: mean of the categories.' })
  total?: Ref<Figure>;

  @Field({ description: 'Haalt het niveau: at or above every threshold, and within the rules for "not applicable".' })
  meetsThreshold!: boolean;

  @Field({ description: 'Haalt de drempels: the numbers alone, rules for "not applicable" left aside.' })
  passesOnNumbers!: boolean;

  @Field(() => [CategoryMaturity], { description: 'Categorieën, in the order of the framework.' })
  categories!: CategoryMaturity[];

  @Field(() => [SubcategoryMaturity], { description: 'Subcategorieën, in the order of the framework.' })
  subcategories!: SubcategoryMaturity[];

  @Field(() => [FunctionMaturity], { description: 'Functies; informative.' }) functions!: FunctionMaturity[];
  @Field(() => [KeyMeasureMaturity], { description: 'Kernmaatregelen in scope.' }) keyMeasures!: KeyMeasureMaturity[];

  @Field(() => [MaturityFailure], { description: 'Tekorten: everything that keeps it below its level.' })
  failures!: MaturityFailure[];

  @Field(() => Int, { description: 'Aantal "niet van toepassing": controls that were left out.' })
  notApplicableCount!: number;
}

@ObjectType({ description: 'Verschil: a figure that the official workbook gives otherwise than the published method.' })
export class MaturityDifference {
  @Field(() => FailureKind, { description: 'Soort: key measure, category or total.' }) kind!: FailureKind;
  @Field(() => String, { nullable: true, description: 'Code of the category or control; null for the total.' })
  subject?: string;
  @Field({ description: 'Which figure: documentation, implementation or maturity.' }) figure!: string;
  @Field(() => Figure, { nullable: true, description: 'Volgens het werkboek.' }) workbook?: Ref<Figure>;
  @Field(() => Figure, { nullable: true, description: 'Volgens de gepubliceerde methode.' }) published?: Ref<Figure>;
  @Field({ description: 'Whether one of the two passes its threshold and the other does not.' })
  outcomeDiffers!: boolean;
  @Field({ description: 'Waarom: the cells of the workbook that depart.' }) why!: string;
}
